import { describe, expect, it } from 'vitest';
import { decisionInForce, formOf } from '../../../src/judge/forms/index.js';
import type { Decision, SubjectState } from '../../../src/judge/state.js';
import { history, RULES, who, type History } from '../history.js';

const decided = (rules = RULES): History =>
  history({ authority: 'decide', rules }).isADraft().startsConsensus('lena').after({ days: 6 }).look();
const stateOf = (told: History): SubjectState => told.seenAt().state;
const lastOf = (told: History): Decision => {
  const last = stateOf(told).decisions.at(-1);
  if (!last) throw new Error('Nothing is decided.');
  return last;
};

describe('A veto of the core', () => {
  it('comes about by nobody never, also where half is enough and everybody has recused themselves', () => {
    const threshold = { ...RULES.rules['core-veto'].threshold, num: 1, den: 2, strict: false };
    const told = decided({
      ...RULES,
      rules: { ...RULES.rules, 'core-veto': { ...RULES.rules['core-veto'], threshold } },
    });
    told.says('rosa', '/veto It boils over.');
    for (const name of ['rosa', 'sven', 'tomoko', 'uri'] as const) told.says(name, '/vote recuse');
    expect(lastOf(told)).toMatchObject({ form: 'core-veto', closed: null });
    expect(stateOf(told).status).toBe('accepted');
  });
});

describe('A veto of a Lead Maintainer', () => {
  const vetoed = (): History => decided().says('uri', '/veto alone It must not be.');
  const ANSWER =
    'answers it: a changed text can be decided on again, and who vetoed may take it back with `/veto withdraw`.';
  const after = (decision: Decision, vetoes: SubjectState['vetoes'], told: History) =>
    formOf({ form: 'lead-veto' }).afterwards?.({ ...stateOf(told), vetoes }, decision);

  it('keeps its reason and what it undid', () => {
    expect(stateOf(vetoed()).vetoes).toEqual([
      { decision: 'D1', by: 'D2', reason: 'It must not be.', undid: 'accepted', withdrawnAt: null },
    ]);
    expect(lastOf(vetoed()).closed?.why).toBe('@uri vetoed it, as a Lead Maintainer may.');
  });

  it('is answered as long as it stands, whatever became of others', () => {
    const told = vetoed();
    const [veto] = stateOf(told).vetoes;
    if (!veto) throw new Error('There is no veto.');
    const gone = { ...veto, withdrawnAt: told.clock };
    const decision = lastOf(told);
    expect(after(decision, [veto], told)).toBe(ANSWER);
    expect(after(decision, [{ ...gone, by: 'D0' }, veto], told)).toBe(ANSWER);
    expect(after(decision, [gone], told)).toBeNull();
    expect(after(decision, [gone, { ...veto, by: 'D3' }], told)).toBeNull();
  });

  it('is over as it begins, and reads so at every moment', () => {
    const open = { ...lastOf(vetoed()), closed: null };
    const form = formOf(open);
    expect([form.headline((slug) => slug, open), form.next((slug) => slug, open), form.whileOpen(open)]).toEqual([
      ...['Vetoed by a Lead Maintainer', []],
      { held: 'failed', says: 'Vetoed.', next: null },
    ]);
  });
});

describe('The decision in force', () => {
  const closed = (id: string, outcome: NonNullable<Decision['closed']>['outcome']): Decision => {
    const decision = lastOf(decided());
    return { ...decision, id, closed: { at: decision.deadline, tally: decision.closed!.tally, why: '', outcome } };
  };
  const all = [closed('D1', 'rejected'), closed('D2', 'agreed'), closed('D3', 'rejected'), closed('D4', 'stands')];
  it.each<[SubjectState['status'], string | null]>([
    ['accepted', 'D2'],
    ['rejected', 'D3'],
    ['in-review', null],
    ['draft', null],
  ])('of a proposal that is %s is %s', (status, id) => {
    const state = stateOf(decided());
    expect(decisionInForce({ ...state, status, decisions: all })?.id ?? null).toBe(id);
    const open = { ...lastOf(decided()), id: 'D5', closed: null };
    expect(decisionInForce({ ...state, status, decisions: [...all, open] })?.id ?? null).toBe(id);
  });
});

describe('An escalation', () => {
  const escalated = (): History =>
    history()
      .isADraft()
      .says('lena', '/vote start routine')
      .after({ days: 60 })
      .look()
      .says('lena', '/escalate Who is right?\nOptions: a lid or a spout.\nDisagreement: steam.');
  const next = (told: History): string[] => {
    const open = lastOf(told);
    return formOf(open)
      .next((slug) => slug, open)
      .map(({ who, what }) => `${who} ${what.split(' ')[0]}`);
  };

  it('waits for whoever is named to answer, for the lead where more is asked, and again for them after that', () => {
    const told = escalated();
    expect(lastOf(told).form).toBe('escalation');
    told.says('rosa', '/escalate assign @sven');
    expect(next(told)).toEqual(['sven answers']);
    told.says('sven', '/escalate answer more What does it cost?');
    expect(next(told)).toEqual(['The lead answers']);
    const asked = lastOf(told);
    expect(formOf(asked).next((slug) => slug, { ...asked, opener: null })[0]?.people).toEqual([]);
    expect(formOf(asked).next((slug) => slug, asked)[0]?.people).toEqual([who('lena')]);
    expect(formOf(asked).children({ ...asked, opener: null })[0]?.says).toMatch(/^By a lead on /);
    told.says('lena', '/escalate It costs nothing.\nOptions: a lid or a spout.\nDisagreement: steam.');
    expect(next(told)).toEqual(['sven answers']);
  });

  it('of which nothing is known is nothing to show', () => {
    const open = { ...lastOf(escalated()), escalation: null };
    expect(formOf(open).children(open)).toEqual([]);
    expect(formOf(open).headline((slug) => slug, open)).toBe(
      'Escalated to the core, which names one of its own to answer',
    );
  });
});
