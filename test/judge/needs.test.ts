import { describe, expect, it } from 'vitest';
import { bringing, finalNeeds, lacking, numberOf, refusedFor, saidOf, strictness } from '../../src/judge/needs.js';
import { nothing } from '../../src/judge/state.js';
import type { LineOf } from '../../src/ledger/lines.js';
import type { Rules } from '../../src/rules/schema.js';
import { rulesWith } from './evidence/ground.js';
import { history, who } from './history.js';

describe('How strictly a need is held', () => {
  it.each([
    ['warn', 'warn', 'warn'],
    ['warn', 'enforce', 'enforce'],
    ['enforce', 'warn', 'enforce'],
    ['enforce', 'observe', 'observe'],
    ['observe', 'enforce', 'observe'],
  ])('steps that %s and a scenario that %s: %s', (steps, own, mode) => {
    const rules = rulesWith(`rules: { transitions: { mode: ${steps} }, conformance: { mode: ${own} } }`);
    expect(strictness({ need: 'conformance', by: 'transitions' }, rules)).toBe(mode);
  });

  it('follows the rule that asks where the need has none of its own', () => {
    const rules = rulesWith('rules: { transitions: { mode: observe }, acceptance: { mode: enforce } }');
    expect(strictness({ need: 'document', by: 'transitions' }, rules)).toBe('observe');
    expect(strictness({ need: 'prototype', by: 'acceptance' }, rules)).toBe('enforce');
  });
});

describe('A step that lacks something', () => {
  const act = (evidence: LineOf<'act'>['evidence']): LineOf<'act'> =>
    history()
      .says('kofi', '/sep status final', { evidence })
      .lines.findLast((line) => line.kind === 'act')!;
  const ground = (rules: Rules) => ({ rules, titleOf: (slug: string) => slug, pull: 'open' as const });
  const NEEDS = (['changelog', 'rendered-page'] as const).map((need) => ({ need, by: 'transitions' as const }));

  it('is refused with each missing thing and the next step, where the rules enforce', () => {
    const strict = ground(rulesWith('rules: { transitions: { mode: enforce } }'));
    const said = act([
      { need: 'changelog', held: false, says: 'No entry.' },
      { need: 'rendered-page', held: true, says: 'There.' },
    ]);
    const lacks = lacking(NEEDS, nothing, said, strict);
    expect(lacks).toEqual([{ need: 'changelog', held: false, says: 'No entry.', mode: 'enforce' }]);
    expect(refusedFor(lacks, nothing, said, strict)?.outcome).toEqual({
      taken: false,
      rule: 'transitions',
      why: 'This lacks what the rules ask for. An entry in the changelog: No entry.',
      next:
        'The author adds an entry to `docs/specification/draft/changelog.mdx` in this pull request. Then write ' +
        '`/sep status final` again, in a new comment.',
    });
  });

  it('is not met by what nobody looked for', () => {
    const strict = ground(rulesWith('rules: { transitions: { mode: enforce } }'));
    expect(lacking(NEEDS, nothing, act([]), strict).map(({ need, says }) => `${need}: ${says}`)).toEqual([
      'changelog: Nobody has looked for it.',
      'rendered-page: Nobody has looked for it.',
    ]);
  });

  it('names the rule for acceptances where one of the things is asked for by that', () => {
    const strict = ground(rulesWith('rules: { transitions: { mode: enforce }, acceptance: { mode: enforce } }'));
    const lacks = lacking([{ need: 'prototype', by: 'acceptance' }, ...NEEDS], nothing, act([]), strict);
    expect(refusedFor(lacks, nothing, act([]), strict)?.outcome).toMatchObject({ rule: 'acceptance' });
    expect(saidOf(lacks)).toBe('');
  });

  it('is told to write a command without words again as it was', () => {
    const strict = ground(rulesWith('rules: { transitions: { mode: enforce } }'));
    const bare = { ...act([]), command: 'sep final', args: [] };
    expect(refusedFor(lacking(NEEDS, nothing, bare, strict), nothing, bare, strict)?.outcome).toMatchObject({
      next: expect.stringContaining('Then write `/sep final` again, in a new comment.') as string,
    });
  });

  it('lacks no scenario where nothing can be observed, and lacks everything else all the same', () => {
    const mild = ground(rulesWith('{}'));
    const exemption = { by: who('kofi'), at: '2026-11-02T09:00:00Z', reason: 'Only words change.' };
    const needs = [{ need: 'conformance', by: 'transitions' }, ...NEEDS] as const;
    const lacks = (state = nothing) => lacking(needs, state, act([]), mild).map(({ need, held }) => [need, held]);
    const others = [
      ['changelog', false],
      ['rendered-page', false],
    ];
    expect(lacks()).toEqual([['conformance', false], ...others]);
    expect(lacks({ ...nothing, exemption })).toEqual(others);
  });

  it('is followed by what was not seen, as far as the rules warn', () => {
    const mild = ground(rulesWith('rules: { specification: { mode: enforce } }'));
    expect(saidOf(lacking(NEEDS, nothing, act([]), mild))).toBe(
      ' Not seen, and asked for by the rules: the rendered page.',
    );
    expect(saidOf([])).toBe('');
  });

  it('is taken where the rules only warn', () => {
    const mild = ground(rulesWith('{}'));
    expect(refusedFor(lacking(NEEDS, nothing, act([]), mild), nothing, act([]), mild)).toBeNull();
  });
});

describe('What the last step needs', () => {
  it('is what rows from accepted to final ask for, and no others', () => {
    const { rules } = rulesWith('{}');
    const table: Rules['rules']['transitions']['table'] = [
      { from: ['accepted'], to: 'final', who: ['sponsor'], needs: ['changelog', 'conformance'], reason: false },
      { from: ['accepted', 'draft'], to: 'final', who: ['lead'], needs: ['changelog', 'document'], reason: false },
      { from: ['draft'], to: 'final', who: ['lead'], needs: ['prototype'], reason: false },
      { from: ['accepted'], to: 'withdrawn', who: ['author'], needs: ['group'], reason: false },
    ];
    const needs = finalNeeds({ ...rulesWith('{}'), rules: { ...rules, transitions: { ...rules.transitions, table } } });
    expect(needs.map(({ need }) => need)).toEqual(['changelog', 'conformance', 'document']);
  });

  it('is named by the number of the document, and of the pull request where it has none', () => {
    const head = history().lines.find((line) => line.kind === 'head-seen')!;
    const numbered = (number: number | null) => ({
      ...nothing,
      number: 12,
      head: { ...head, claims: { ...head.claims, number } },
    });
    expect([numberOf(numbered(7)), numberOf(numbered(null)), numberOf({ ...nothing, number: 12 })]).toEqual([
      7, 12, 12,
    ]);
  });

  it('has somebody who brings the document in order', () => {
    expect(bringing('document', rulesWith('{}'), 7)).toEqual({
      ...{ who: 'author', what: 'mends the lines that the check `convenor/proposal` marks' },
    });
    expect(bringing('conformance', rulesWith('{}'), 7).what).toMatch(/sep-7\b/);
  });
});
