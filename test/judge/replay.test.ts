import { describe, expect, it } from 'vitest';
import { replay } from '../../src/judge/replay.js';
import { requirementsOf } from '../../src/judge/requirements.js';
import type { Facts } from '../../src/facts/facts.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { Repository } from '../publish/facts.js';
import { HEAD, history, RULEBOOK, RULES, START } from './history.js';
import { both, document, pull } from './told/repository.js';

describe('A ledger that is played as it stands', () => {
  const SECOND = 'd'.repeat(40);
  const { lines } = history().adopts('lena').after({ hours: 1 }).pushes(SECOND).sponsors('kofi').goesToTheCore();

  it('is counted by nobody where an opening is not written', () => {
    const { emitted, rules } = replay(lines, RULEBOOK);
    expect(rules).toBe(RULES);
    expect(emitted).toMatchObject([{ kind: 'opens', form: 'core', authority: 'advise' }]);
    expect(emitted[0]).toMatchObject({ electorate: [], beside: [], parties: [], because: [] });
  });
  it('is as it was at an instant: what came later had not happened', () => {
    const { state } = replay(lines, RULEBOOK, '2026-11-02T09:30:00Z');
    expect(state).toMatchObject({ number: 7, status: 'proposal', sponsor: null, head: { commit: HEAD } });
    expect(state.acts).toHaveLength(1);
    const later = replay(lines, RULEBOOK, '2026-11-02T10:01:00Z').state;
    expect(later).toMatchObject({ status: 'draft', head: { commit: SECOND } });
    expect(replay(lines, RULEBOOK, '2026-11-02T08:59:59Z').state).toEqual({ ...nothing });
    expect(replay(lines, RULEBOOK, START).state).toMatchObject({ number: 7, acts: [expect.anything()] });
  });
  it('names no rules where the record holds none of them', () => {
    expect(replay(lines, new Map())).toMatchObject({ rules: null, emitted: [] });
  });
});

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
});
