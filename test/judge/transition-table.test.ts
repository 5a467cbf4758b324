import { describe, expect, it } from 'vitest';
import { commandNamed } from '../../src/commands/registry.js';
import type { Decision, SubjectState } from '../../src/judge/state.js';
import { nothing } from '../../src/judge/state.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { loadRules } from '../../src/rules/index.js';
import type { ProposalState, Rules } from '../../src/rules/schema.js';
import { GROUP, history, who, type Name } from './history.js';

/** Every status of the process, in its order. */
const STATES = [
  ...['proposal', 'draft', 'in-review', 'accepted', 'rejected'],
  ...['withdrawn', 'final', 'superseded', 'dormant'],
] as ProposalState[];

/** Everybody who may try. Each is that and nothing else. */
const PEOPLE = {
  outsider: ['zed', []],
  author: ['ada', []],
  sponsor: ['kofi', ['maintainer']],
  'another maintainer': ['mira', ['maintainer']],
  'a lead': ['lena', [`lead:${GROUP}`, `wg-member:${GROUP}`]],
  'a member': ['noor', [`wg-member:${GROUP}`]],
  'a Core Maintainer': ['rosa', ['core-maintainer']],
  'a Lead Maintainer': ['uri', ['lead-maintainer']],
} satisfies Record<string, [Name, string[]]>;
type Role = keyof typeof PEOPLE;

/**
 * The steps that people take by a word, as the SEP guidelines tell them, one after the other: "Status Management" (the
 * sponsor moves the status), "Step-by-Step Process", 7 to 9, and "SEP Statuses" (the author withdraws). No pack was read
 * to write this down, and both say the same.
 */
const STEPS: Record<string, Role> = {
  'draft to in-review': 'sponsor',
  'in-review to draft': 'sponsor',
  'accepted to final': 'sponsor',
  'proposal to withdrawn': 'author',
  'draft to withdrawn': 'author',
  'in-review to withdrawn': 'author',
  'accepted to withdrawn': 'author',
};

/** What nobody sets by a word, because it follows from a decision. */
const DECIDED = ['accepted', 'rejected'];

type Answer = 'taken' | 'for somebody else' | 'no such step' | 'follows from a decision';

const expected = (from: string, to: string, role: Role): Answer => {
  if (DECIDED.includes(to)) return 'follows from a decision';
  const step = STEPS[`${from} to ${to}`];
  if (step === undefined) return 'no such step';
  return step === role ? 'taken' : 'for somebody else';
};

const CELLS = STATES.flatMap((from) =>
  STATES.flatMap((to) =>
    (Object.keys(PEOPLE) as Role[]).map((role) => ({ from, to, role, answer: expected(from, to, role) })),
  ),
);

function rulesOf(text: string): Rules {
  const loaded = loadRules(text);
  if (!loaded.ok) throw new Error('The pack cannot be read.');
  return loaded.loaded.rules;
}

/** The decision of the core by which a proposal in review has come to nothing yet. */
const UNDECIDED = { id: 'D1', form: 'core', closed: { outcome: 'undecided' } } as unknown as Decision;

const stateAt = (status: ProposalState, more: Partial<SubjectState> = {}): SubjectState => ({
  ...nothing,
  number: 7,
  status,
  author: who('ada'),
  sponsor: status === 'proposal' ? null : { by: who('kofi'), at: '2026-11-02T09:00:00Z' },
  group: { slug: GROUP, how: 'adopted', by: who('lena'), at: '2026-11-02T09:00:00Z' },
  groups: [GROUP],
  decisions: status === 'in-review' ? [UNDECIDED] : [],
  ...more,
});

/** `/sep status` to a state, with everything there that a step could need. */
function actOf(role: Role, to: string, text = 'for a reason'): LineOf<'act'> {
  const [name, roles] = PEOPLE[role];
  const told = history().says(name, `/sep status ${to}\n${text}`, {
    roles,
    evidence: (
      [
        'document',
        'prototype',
        'reference-implementation',
        'specification-changes',
        'changelog',
        'rendered-page',
        'conformance',
      ] as const
    ).map((need) => ({ need, held: true, says: 'There.' })),
  });
  return told.lines.findLast((line) => line.kind === 'act')!;
}

const effectOf = (rules: Rules, state: SubjectState, act: LineOf<'act'>) =>
  commandNamed('sep status')!.effect(state, act, { rules, titleOf: (slug) => slug, pull: 'open' });

describe.each(['mcp', 'minimal'])('The transition table of %s', (pack) => {
  const rules = rulesOf(`extends: ${pack}`);

  it.each(CELLS)('from $from to $to by $role: $answer', ({ from, to, role, answer }) => {
    const before = stateAt(from);
    const effect = effectOf(rules, before, actOf(role, to));
    if (answer === 'taken') {
      expect(effect).toMatchObject({ outcome: { taken: true }, state: { status: to } });
      const opens = 'opens' in effect ? effect.opens : undefined;
      expect(opens?.form).toBe(to === 'in-review' ? 'core' : undefined);
      return;
    }
    expect('state' in effect).toBe(false);
    const { outcome } = effect;
    if (outcome.taken) throw new Error('It was taken.');
    expect(outcome.rule).toBe(answer === 'follows from a decision' ? 'core-decision' : 'transitions');
    expect(outcome.why).toContain(
      answer === 'no such step'
        ? `There is no step from \`${from}\` to \`${to}\``
        : answer === 'for somebody else'
          ? `The step to \`${to}\` is for the ${STEPS[`${from} to ${to}`] ?? ''}`
          : `Nobody sets \`${to}\` by hand`,
    );
    // What leads on from here is said, for whoever skips a state.
    if (answer === 'no such step') {
      const onward = Object.keys(STEPS).filter((step) => step.startsWith(`${from} to `));
      for (const step of onward) expect(outcome.next).toContain(`\`${step.split(' to ')[1] ?? ''}\``);
      if (onward.length === 0) expect(outcome.next).toBe('No step leads on from here by this command.');
    }
  });

  it('has cells in which each answer is given, and every step of people is one of them', () => {
    const taken = CELLS.filter(({ answer }) => answer === 'taken').map(({ from, to }) => `${from} to ${to}`);
    expect(taken.sort()).toEqual(Object.keys(STEPS).sort());
    expect(CELLS).toHaveLength(STATES.length ** 2 * Object.keys(PEOPLE).length);
    expect(new Set(CELLS.map(({ answer }) => answer)).size).toBe(4);
  });

  it('wants a reason for the step back', () => {
    const effect = effectOf(rules, stateAt('in-review'), actOf('sponsor', 'draft', ''));
    expect(effect.outcome).toMatchObject({ taken: false, why: 'The step back to `draft` needs a reason.' });
  });

  it('lets no status run past an open decision, but for a withdrawal, which ends it', () => {
    const open = {
      id: 'D1',
      form: 'core',
      closed: null,
      deadline: '2026-12-02T09:00:00Z',
      ballots: [],
      electorate: [],
    };
    const state = stateAt('in-review', { decisions: [open as unknown as Decision] });
    expect(effectOf(rules, state, actOf('sponsor', 'draft')).outcome).toMatchObject({
      taken: false,
      why: expect.stringContaining('a status does not run past a decision') as string,
    });
    const withdrawn = effectOf(rules, state, actOf('author', 'withdrawn'));
    expect(withdrawn).toMatchObject({ state: { status: 'withdrawn', decisions: [{ closed: { outcome: 'ended' } }] } });
  });
});

describe('A step that needs evidence', () => {
  const ENFORCED = 'rules: { transitions: { mode: enforce }, acceptance: { mode: enforce } }';

  it.each([
    ['draft', 'in-review', ['document', 'prototype']],
    [
      'accepted',
      'final',
      ['reference-implementation', 'specification-changes', 'changelog', 'conformance', 'rendered-page'],
    ],
  ] as const)(
    'from %s to %s is refused for each thing that is missing, and is taken where the rules only warn',
    (from, to, needs) => {
      const whole = actOf('sponsor', to);
      for (const need of needs) {
        const evidence = whole.evidence.map((seen) =>
          seen.need === need ? { ...seen, held: false, says: 'Not seen.' } : seen,
        );
        const refused = effectOf(rulesOf(ENFORCED), stateAt(from), { ...whole, evidence });
        expect(refused.outcome).toMatchObject({ taken: false, why: expect.stringContaining('Not seen.') as string });
        const warned = effectOf(rulesOf('{}'), stateAt(from), { ...whole, evidence });
        expect(warned.outcome).toMatchObject({
          taken: true,
          says: expect.stringContaining('asked for by the rules') as string,
        });
      }
      expect(effectOf(rulesOf(ENFORCED), stateAt(from), whole).outcome.taken).toBe(true);
      expect(effectOf(rulesOf('{}'), stateAt(from), whole).outcome).toMatchObject({
        says: `@kofi moved the proposal to ${to}, with a reason.`,
      });
    },
  );

  it('says nothing where the rules only observe', () => {
    const rules = rulesOf('rules: { transitions: { mode: observe } }');
    const act = { ...actOf('sponsor', 'final'), evidence: [] };
    expect(effectOf(rules, stateAt('accepted'), act).outcome).toMatchObject({
      taken: true,
      says: '@kofi moved the proposal to final, with a reason.',
    });
  });

  it('is judged by the state just before it: a sponsor who is there by then, whatever was pinned', () => {
    const rules = rulesOf(
      'extends: minimal\nrules: { transitions: { mode: enforce, table: [' +
        '{ from: [draft], to: in-review, who: [lead], needs: [sponsor, group] }, { from: [accepted], to: final, who: [sponsor] }] }, ' +
        'working-group: { mode: enforce } }',
    );
    const act = { ...actOf('a lead', 'in-review'), evidence: [] };
    expect(effectOf(rules, stateAt('draft'), act).outcome.taken).toBe(true);
    expect(effectOf(rules, stateAt('draft', { sponsor: null }), act).outcome).toMatchObject({
      taken: false,
      why: 'This lacks what the rules ask for. A sponsor: Nobody sponsors it.',
      next: 'A maintainer writes `/sep sponsor`. Then write `/sep status in-review` again, in a new comment.',
    });
  });
});

describe('A consensus', () => {
  const start = (rules: Rules, held: boolean) => {
    const act = history()
      .says('lena', '/consensus start minor', { evidence: [{ need: 'prototype', held, says: 'No link.' }] })
      .lines.findLast((line) => line.kind === 'act')!;
    return commandNamed('consensus start')!.effect(stateAt('draft'), act, {
      rules,
      titleOf: (slug) => slug,
      pull: 'open',
    });
  };

  it('is not opened without a prototype where the rules enforce one: it must not end and then be void', () => {
    const rules = rulesOf('rules: { acceptance: { mode: enforce } }');
    expect(start(rules, false).outcome).toMatchObject({ taken: false, rule: 'acceptance' });
    expect(start(rules, true).outcome.taken).toBe(true);
  });

  it('is opened where they warn, and that is said with it', () => {
    expect(start(rulesOf('{}'), false).outcome).toMatchObject({
      says: '@lena opened a consensus on a minor matter. Not seen, and asked for by the rules: a link to a prototype.',
    });
    expect(start(rulesOf('{}'), true).outcome).toMatchObject({ says: '@lena opened a consensus on a minor matter.' });
    expect(start(rulesOf('rules: { acceptance: { mode: observe } }'), false).outcome).toMatchObject({
      says: '@lena opened a consensus on a minor matter.',
    });
  });
});
