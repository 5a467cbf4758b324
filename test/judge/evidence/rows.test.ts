import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/facts/facts.js';
import { acceptanceRows, finalHolds, finalRows } from '../../../src/judge/evidence-requirements.js';
import { nothing, type SubjectState } from '../../../src/judge/state.js';
import type { Requirement } from '../../../src/judge/verdict.js';
import { history, who } from '../history.js';
import { factsOf, rulesWith, shown } from './ground.js';

const CODE = 'https://github.com/ada/whistle';
const CHANGES = ['schema/draft/schema.ts', 'docs/specification/draft/changelog.mdx', 'docs/seps/7-whistles.mdx'];
const row = ({ rule, name, held, says, next, asks }: Requirement): string =>
  `${name} (${rule}): ${held}: ${says}${next === null ? '' : ` | ${asks ?? 'nobody'}: ${next}`}`;

/** The facts of a look by the default pack with something laid over. */
const ruled = (text: string, more: Partial<Facts> = {}, source = shown('None.')): Facts =>
  factsOf(({ governing }) => ({ governing: { ...governing, rules: rulesWith(text) }, ...more }), source);

/** What was taken to be final, with what was seen of its scenario then. */
function finished(...seen: { need: 'conformance' | 'changelog'; held: boolean; says: string }[]): SubjectState {
  const told = history().says('kofi', '/sep status draft').says('kofi', '/sep status final', { evidence: seen });
  const acts = told.lines.flatMap((line) =>
    line.kind === 'act' ? [{ act: line, outcome: { taken: true as const, says: '' } }] : [],
  );
  return { ...nothing, status: 'final', acts };
}

describe('What an acceptance needs', () => {
  const NEXT =
    'author: links code that shows how it works in the section "Reference Implementation": a branch, a pull request, a repository.';
  it('is a row of its own until it is decided', () => {
    const facts = factsOf(undefined, shown(CODE));
    for (const status of ['proposal', 'draft', 'in-review'] as const) {
      expect(acceptanceRows(facts, { ...nothing, status }).map(row)).toEqual([
        'Prototype (acceptance): held: `github.com/ada/whistle` (line 33).',
      ]);
    }
    for (const status of ['accepted', 'final', 'rejected', 'withdrawn', 'dormant'] as const)
      expect(acceptanceRows(facts, { ...nothing, status })).toEqual([]);
  });

  it('is asked for before a decision is opened, and missed by nobody', () => {
    expect(acceptanceRows(factsOf(), { ...nothing, status: 'draft' }).map(row)).toEqual([
      `Prototype (acceptance): open: The document links to no code that shows how it works. It is asked for before a decision is opened. | ${NEXT}`,
    ]);
  });

  it('is no row where the rule only observes', () => {
    expect(acceptanceRows(ruled('rules: { acceptance: { mode: observe } }'), { ...nothing, status: 'draft' })).toEqual(
      [],
    );
  });

  it('may be what the record says, with the names of groups and people', () => {
    const rules = 'rules: { acceptance: { needs: [sponsor, group] }, working-group: { mode: warn } }';
    const state: SubjectState = {
      ...{ ...nothing, status: 'draft', sponsor: { by: who('kofi'), at: '2026-11-02T09:00:00Z' } },
      ...{ group: { slug: 'kettle-timers', how: 'adopted', by: null, at: '' }, groups: ['kettle-timers'] },
    };
    expect(acceptanceRows(ruled(rules), state).map(row)).toEqual([
      'Sponsor (acceptance): held: kofi sponsors it.',
      'Group (working-group): held: The Kettle Timers Working Group is responsible.',
    ]);
  });
});

describe('What the last step needs', () => {
  const NAMES = ['Reference implementation', 'Specification', 'Changelog', 'Conformance', 'Rendered page'];

  it('is to come before the acceptance, and missed after it', () => {
    const held = (status: SubjectState['status']) =>
      finalRows(
        factsOf(() => ({ scenario: { kind: 'missing', paths: ['a.yaml'] } })),
        { ...nothing, status },
      ).map((one) => `${one.name} ${one.held}`);
    expect(held('draft')).toEqual(NAMES.map((name) => `${name} open`));
    for (const status of ['accepted', 'final'] as const)
      expect(held(status)).toEqual(NAMES.map((name) => `${name} failed`));
  });

  it('is not missed where nobody could look', () => {
    const held = finalRows(
      factsOf(() => ({ changes: null })),
      { ...nothing, status: 'accepted' },
    ).map((one) => `${one.name} ${one.held}`);
    expect(held).toEqual(NAMES.map((name) => `${name} ${name.startsWith('Ref') ? 'failed' : 'open'}`));
  });

  it('asks who brings it, and nobody where it is there', () => {
    const facts = factsOf(() => ({ changes: CHANGES }), shown(CODE));
    const rows = finalRows(facts, { ...nothing, status: 'accepted' });
    expect(rows.map(({ held, asks, next }) => [held, asks ?? null, next === null])).toEqual([
      ...[
        ['held', null, true],
        ['held', null, true],
        ['held', null, true],
      ],
      ['open', 'sponsor', false],
      ['held', null, true],
    ]);
  });

  const strict = 'rules: { transitions: { mode: enforce }, conformance: { mode: enforce } }';
  const exemption = { by: who('kofi'), reason: 'Only words change.', at: '2026-11-02T09:00:00Z' };
  const there = { changes: CHANGES };

  it('holds with everything that the rules enforce, and may lack what they do not', () => {
    const state: SubjectState = { ...nothing, status: 'accepted' };
    expect(finalHolds(ruled(strict, there, shown(CODE)), state)).toBe(false);
    expect(finalHolds(ruled(strict, there, shown(CODE)), { ...state, exemption })).toBe(true);
    expect(finalHolds(ruled(strict, there), { ...state, exemption })).toBe(false);
    expect(finalHolds(ruled('rules: { transitions: { mode: warn } }'), state)).toBe(true);
    const scenario =
      'rules: { conformance: { mode: enforce }, transitions: { mode: warn }, specification: { mode: warn }, rendered-page: { mode: warn } }';
    expect(finalHolds(ruled(scenario, there, shown(CODE)), state)).toBe(false);
    expect(finalHolds(ruled(scenario), { ...state, exemption })).toBe(true);
  });

  it('is a scenario, or the word of the sponsor that nothing can be observed', () => {
    const rows = finalRows(factsOf(), { ...nothing, status: 'accepted', exemption }).map(row);
    expect(rows).toContain(
      'Conformance (conformance): held: kofi says that nothing of it can be observed: `Only words change.`.',
    );
  });

  it('counts of another repository as it was when the step was taken, and of this one as it is', () => {
    const facts = factsOf(() => ({ scenario: { kind: 'missing', paths: ['a.yaml'] }, changes: [] }));
    const conformance = (state: SubjectState): string =>
      finalRows(facts, state)
        .map(row)
        .find((one) => one.startsWith('Conf')) ?? '';
    const seen = { need: 'conformance' as const, held: true, says: 'It has 3 rows.' };
    const other = { need: 'changelog' as const, held: true, says: 'It is changed.' };
    const MISSING = /^Conformance \(conformance\): failed: .* has no `a\.yaml`\./;
    expect(conformance(finished(other, seen))).toBe('Conformance (conformance): held: It has 3 rows.');
    expect(conformance({ ...finished(other, seen), status: 'accepted' })).toMatch(MISSING);
    expect(conformance(finished(other))).toMatch(MISSING);
    expect(conformance(finished({ ...seen, held: false }))).toMatch(MISSING);
    expect(conformance({ ...nothing, status: 'final' })).toMatch(MISSING);
    const { acts, ...rest } = finished(other, seen);
    expect(
      conformance({
        ...rest,
        acts: acts.map((one) => ({ ...one, outcome: { taken: false, rule: 'transitions', why: '', next: '' } })),
      }),
    ).toMatch(MISSING);
    const late = finished(other, seen);
    const [draft, final] = late.acts;
    if (draft && final)
      expect(
        conformance({
          ...late,
          acts: [final, { ...draft, act: { ...draft.act, command: 'sep final', args: ['final'] } }],
        }),
      ).toMatch(/3 rows/);
    expect(
      finalRows(facts, finished(other))
        .map(row)
        .find((one) => one.startsWith('Changelog')),
    ).toMatch(/failed/);
  });
});
