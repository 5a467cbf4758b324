import { describe, expect, it } from 'vitest';
import { lacking, refusedFor, strictness } from '../../src/judge/needs.js';
import { nothing } from '../../src/judge/state.js';
import type { LineOf } from '../../src/ledger/lines.js';
import type { Rules } from '../../src/rules/schema.js';
import { rulesWith } from './evidence/ground.js';
import { history } from './history.js';

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

  it('is taken where the rules only warn', () => {
    const mild = ground(rulesWith('{}'));
    expect(refusedFor(lacking(NEEDS, nothing, act([]), mild), nothing, act([]), mild)).toBeNull();
  });
});
