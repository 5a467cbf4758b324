import { describe, expect, it } from 'vitest';
import { formOf } from '../../../src/judge/forms/index.js';
import type { Decision, SubjectState } from '../../../src/judge/state.js';
import type { Rules } from '../../../src/rules/schema.js';
import { elector, history, RULES, type History, type World } from '../history.js';

const OTHER = { commit: 'd'.repeat(40), normative: 'f'.repeat(64) };
const titleOf = (slug: string): string => `${slug} group`;
const rulesWith = (more: Partial<Rules['rules']>): Rules => ({ ...RULES, rules: { ...RULES.rules, ...more } });
const stateOf = (told: History): SubjectState => told.seenAt().state;
const lastOf = (told: History): Decision => {
  const last = stateOf(told).decisions.at(-1);
  if (!last) throw new Error('Nothing is decided.');
  return last;
};
const nextOf = (decision: Decision): string[] =>
  formOf(decision)
    .next(titleOf, decision)
    .map(({ who }) => who);
const OTHERS = 'One of those who are counted, and no author,';

describe('A consensus', () => {
  const asked = (world: World = {}): History => history(world).isADraft().startsConsensus('lena');

  it('of no group in particular is named without one', () => {
    const open = { ...lastOf(asked()), group: null };
    expect(nextOf(open)).toEqual(['The members']);
    expect(nextOf(lastOf(asked()))).toEqual(['The members of the kettles group']);
    expect(formOf(open).headline(titleOf, open)).toMatch(/^In lazy consensus of the group until /);
  });

  it('that ended without an agreement is followed by another, while it is a draft', () => {
    const told = asked({ members: [] }).after({ days: 6 });
    expect(lastOf(told).closed).toMatchObject({
      outcome: 'undecided',
      why: 'Nobody was there whose silence could be consent.',
    });
    const after = (status: SubjectState['status']) =>
      formOf(lastOf(told)).afterwards?.({ ...stateOf(told), status }, lastOf(told));
    expect(after('draft')).toBe('opens another one with `/consensus start`.');
    expect(after('withdrawn')).toBeNull();
  });

  it('names all that blocked it', () => {
    const told = asked().blocks('noor', 'steam').blocks('omar', 'lid').after({ days: 6 });
    expect(stateOf(told).decisions[0]?.closed?.why).toBe(
      'The consensus was blocked: steam (@noor), lid (@omar). The group votes.',
    );
  });
});

describe('A vote', () => {
  const asked = (world: World = {}): History => history(world).isADraft().says('lena', '/vote start routine');
  const closingOf = (told: History): Decision['closed'] | undefined =>
    stateOf(told).decisions.find(({ form }) => form === 'vote')?.closed;

  it('goes on to its deadline where the rules end none early', () => {
    const late = rulesWith({ vote: { ...RULES.rules.vote, early: false } });
    const all = (told: History): History =>
      told.says('lena', '/vote yes').says('noor', '/vote yes').says('omar', '/vote yes').says('pia', '/vote yes');
    expect(closingOf(all(asked()))?.outcome).toBe('passed');
    expect(closingOf(all(asked({ rules: late })))).toBeNull();
  });

  it('does not end early by the yes of those alone who have a stake', () => {
    const told = asked({ authors: ['ada', 'lena', 'noor', 'omar'] });
    told.says('lena', '/vote yes').says('noor', '/vote yes').says('omar', '/vote yes');
    expect(closingOf(told)).toBeNull();
    expect(closingOf(told.says('pia', '/vote yes'))?.outcome).toBe('passed');
  });

  it('waits for nobody to confirm a changed text on which nobody has voted', () => {
    const push = (told: History): History => told.pushes(OTHER.commit, { normative: OTHER.normative });
    expect(nextOf(lastOf(push(asked())))).toEqual(['The members of the kettles group']);
    expect(nextOf(lastOf(push(asked().says('noor', '/vote yes'))))).toEqual([
      'The members of the kettles group',
      OTHERS,
    ]);
  });

  it('says what its organisations held against it, and not where it would have failed anyway', () => {
    const organizations = {
      ...RULES.rules['ballot-organizations'],
      most: { num: 1, den: 2, strict: false, of: 'cast' as const },
      least: 3,
    };
    const members = [
      elector('lena', [], 'Amber'),
      elector('noor', [], 'Amber'),
      elector('omar', [], 'Amber'),
      elector('pia', [], 'Basalt'),
    ];
    const world = { rules: rulesWith({ 'ballot-organizations': organizations }), members };
    const ballots = (word: string): History => {
      const told = asked(world);
      for (const name of ['lena', 'noor', 'omar', 'pia'] as const) told.says(name, `/vote ${word}`);
      return told.after({ days: 30 });
    };
    expect(closingOf(ballots('yes'))?.why).toBe(
      'The vote did not pass: 4 yes, 0 no, 0 abstained, 0 silent of 4. `Amber` has 3 of 4 ballots; no organisation may have more than 1/2. ' +
        '2 known organisations are among the yes; 3 are needed.',
    );
    expect(closingOf(ballots('no'))?.why).toBe('The vote did not pass: 0 yes, 3 no, 0 abstained, 1 silent of 4.');
  });
});

describe('A concern', () => {
  it.each<[Decision['form'], string, (told: History) => History]>([
    ['vote', 'vote', (told) => told.says('lena', '/vote start routine')],
    ['core', 'core-decision', (told) => told.goesToTheCore()],
    ['veto-window', 'veto-window', (told) => told.startsConsensus('lena').after({ days: 6 })],
  ])('in a %s is shown by the rule %s', (form, rule, opening) => {
    const told = opening(history({ authority: 'veto-window' }).isADraft()).says('noor', '/concern Steam.');
    const decision = stateOf(told).decisions.find((one) => one.form === form);
    expect(
      decision &&
        formOf(decision)
          .children(decision)
          .map((one) => `${one.rule}: ${one.name}`),
    ).toEqual([`${rule}: Concern`]);
  });
});

describe('A window for objections', () => {
  const opened = (world: World = {}): History =>
    history({ authority: 'veto-window', ...world })
      .isADraft()
      .startsConsensus('lena')
      .after({ days: 6 });
  const windowOf = (told: History): Decision | undefined =>
    stateOf(told).decisions.find(({ form }) => form === 'veto-window');

  it('is no consent where nobody could have objected', () => {
    expect(windowOf(opened({ core: [] }).after({ days: 30 }))?.closed).toMatchObject({
      ...{ outcome: 'undecided', why: 'Nobody was there who could have objected.' },
    });
  });

  it('brings a changed text to the core that nobody confirmed', () => {
    const told = opened().pushes(OTHER.commit, { normative: OTHER.normative });
    const open = windowOf(told);
    expect(open && nextOf(open)).toEqual(['The Core Maintainers', OTHERS]);
    expect(windowOf(told.after({ days: 30 }))?.closed).toMatchObject({
      outcome: 'undecided',
      why: 'The text changed within the window, and nobody confirmed it. The core decides.',
    });
  });
});
