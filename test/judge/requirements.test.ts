import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { requirementsOf } from '../../src/judge/requirements.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import type { Mode, ProposalState } from '../../src/rules/schema.js';
import { Repository } from '../publish/facts.js';
import { groundOf, rulesOf } from '../routing/ground.js';
import { both, document, pull } from './told/repository.js';

describe('What is asked of a proposal', () => {
  const row = (rule: string, more: (facts: Facts) => Partial<Facts>, of: Partial<SubjectState> = {}): string => {
    const facts = Object.assign(new Repository(), { more }).facts();
    const found = requirementsOf(facts, { ...nothing, ...of }, []).find((one) => one.rule === rule)!;
    return `${found.held}: ${found.says} ${found.next ?? ''}`.trim();
  };

  it('is the document, which may be gone or lie beside the default branch', () => {
    const gone = document({ isGone: true });
    expect(row('document', gone)).toBe(
      'failed: The file is gone from this pull request. pushes the file again; until then no deadline falls.',
    );
    expect(row('document', both(gone, pull({ intoDefault: false })))).toBe(
      'failed: The base is not `main` any more. changes the base to `main`; until then no deadline falls.',
    );
    expect(row('document', () => ({}))).toBe('held: In order.');
  });
  it('is its number, save where the file was there before', () => {
    const numbered = (number: number | null, added: boolean) => (facts: Facts) =>
      document({ added, proposal: { ...facts.document.proposal, number } })(facts);
    expect(row('numbering', numbered(7, true))).toBe('held: SEP-7.');
    expect(row('numbering', numbered(3, false))).toBe('held: SEP-3.');
    expect(row('numbering', numbered(null, false))).toBe('held: SEP-?.');
    expect(row('numbering', numbered(null, true))).toMatch(/^open: The file has no number yet\. renames the file to /);
    expect(row('numbering', numbered(3, true))).toMatch(/^open: The file says 3\. renames the file to /);
  });
  it('is a sponsor, and until when', () => {
    const next = 'who champions the proposal writes `/sep sponsor`.';
    expect(row('sponsorship', () => ({}))).toBe(`open: Nobody yet. ${next}`);
    expect(row('sponsorship', () => ({}), { lapsesAt: '2027-05-02T09:02:00Z' })).toBe(
      `open: Nobody yet. Without one it is dormant on Sun 2 May 2027 09:02 UTC. ${next}`,
    );
  });

  describe('of a priority area', () => {
    const areas = [{ key: 'heat', title: 'Heat', coreMaintainers: ['rosa'], groups: ['kettles'] }];
    const group = { slug: 'kettles', how: 'adopted' as const, by: null, at: '2026-11-02T09:00:00Z' };
    const rows = (status: ProposalState, mode: Mode = 'warn', of: Partial<SubjectState> = { group }): string[] => {
      const now = new Repository().facts();
      const { governance, rules } = groundOf(
        [{ slug: 'kettles', scope: ['Whistles'], members: ['mo'] }],
        rulesOf({}, areas),
      );
      const held = {
        ...rules,
        rules: { ...rules.rules, 'priority-areas': { ...rules.rules['priority-areas'], mode } },
      };
      const facts = { ...now, governing: { ...now.governing, governance, rules: held } };
      const found = requirementsOf(facts, { ...nothing, status, ...of }, []);
      return found.flatMap((one) => (one.rule === 'priority-areas' ? [one.says] : []));
    };

    it.each(['proposal', 'draft', 'in-review', 'accepted', 'dormant'] as const)(
      'is that it goes first, while %s',
      (status) => {
        expect(rows(status)).toEqual([expect.stringMatching(/Heat.* Such a proposal is reviewed before others\.$/)]);
      },
    );
    it.each(['final', 'rejected', 'withdrawn', 'superseded'] as const)('is nothing once it is %s', (status) => {
      expect(rows(status)).toEqual([]);
    });
    it('is nothing where it is in none, or the rules only observe', () => {
      expect(rows('draft', 'warn', {})).toEqual([]);
      expect(rows('draft', 'observe')).toEqual([]);
    });
  });
});
