import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { answered, askedWithin, isCalled, reviewersOf, type Asked } from '../../src/judge/asking.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { whomToAsk } from '../../src/judge/whom-to-ask.js';
import type { LineOf, Who } from '../../src/ledger/lines.js';
import { account, Repository } from '../publish/facts.js';
import { history, ledgerOf, who } from './history.js';

const SINCE = '2026-11-02T09:00:00Z';
const one = (name: Who, more: Partial<Asked> = {}): Asked => ({
  ...{ who: name, by: who('kofi'), at: SINCE, answeredAt: null, declinedAt: null },
  ...more,
});

describe('Who was asked for a review', () => {
  const asked = [one(who('rosa')), one(who('sven'), { answeredAt: SINCE }), one(who('mira'))];

  it('owes it in the order of asking, as long as something is left to review', () => {
    expect(reviewersOf({ ...nothing, asked })).toEqual(['rosa', 'mira']);
    expect(reviewersOf({ ...nothing, asked, status: 'final' })).toEqual([]);
  });

  it('is not asked again before the days are over, to the instant', () => {
    const within = (at: string) => askedWithin({ ...nothing, asked }, 14, at).map(({ who: { login } }) => login);
    expect(within('2026-11-16T08:59:59Z')).toEqual(['rosa', 'mira']);
    expect(within('2026-11-16T09:00:00Z')).toEqual([]);
  });

  it('has answered by a review, and nobody else has', () => {
    const state: SubjectState = { ...nothing, asked };
    const at = '2026-11-03T09:00:00Z';
    expect(answered(state, who('mira'), at).asked.map(({ answeredAt }) => answeredAt)).toEqual([null, SINCE, at]);
    expect(answered(state, who('sven'), at)).toBe(state);
  });

  it('may be called by name where the files know them, or they take part here', () => {
    const { activity, ...facts } = new Repository().facts();
    const hugo = { id: account('hugo').id, login: 'hugo' };
    const spoke = (by: Who): Facts['ledger'] => ledgerOf(history().says('kofi', '/sep sponsor', { by }).lines);
    const heard = new Map([[hugo.id, { login: 'hugo', last: SINCE, reviews: [] }]]);
    expect(isCalled({ ...facts, activity }, { id: 99, login: 'kofi' })).toBe(true);
    expect(isCalled({ ...facts, activity }, hugo)).toBe(false);
    expect(isCalled({ ...facts, activity: heard }, hugo)).toBe(true);
    expect(isCalled({ ...facts, activity, ledger: spoke(hugo) }, hugo)).toBe(true);
    expect(isCalled({ ...facts, activity, ledger: spoke({ id: 5, login: 'hugo' }) }, hugo)).toBe(false);
  });
});

describe('Whom to ask to take a proposal into care', () => {
  const head = history().lines.find((line) => line.kind === 'head-seen')!;
  const named = (authors: string[] = []): SubjectState => ({
    ...nothing,
    head: { ...head, claims: { ...head.claims, group: 'kettle-timers', authors } },
  });
  const asking = (
    state: SubjectState = named(),
    more: (facts: Facts) => Partial<Facts> = () => ({}),
    { intents = [], away = {} }: { intents?: LineOf<'intent'>[]; away?: Record<number, string> } = {},
  ) => {
    const facts = new Repository().facts();
    const { ask, due } = whomToAsk({ ...facts, ...more(facts) }, state, intents, (id, day) =>
      (away[id] ?? '') >= day ? (away[id] ?? null) : null,
    );
    return [ask?.people.map(({ login }) => login).join(' ') ?? 'nobody', due];
  };
  const [ada, bo] = [account('adabell').id, account('bocarr').id];
  const rule =
    (most: number) =>
    (facts: Facts): Partial<Facts> => {
      const { rules } = facts.governing;
      return {
        governing: {
          ...facts.governing,
          rules: { ...rules, rules: { ...rules.rules, asking: { ...rules.rules.asking, most } } },
        },
      };
    };

  it('is as many of its leads as the rules say, and none who wrote it', () => {
    expect(asking()).toEqual(['adabell bocarr', null]);
    expect(asking(named(), rule(1))).toEqual(['adabell', null]);
    expect(asking(named(['AdaBell']))).toEqual(['bocarr', null]);
    expect(asking({ ...named(), author: { id: bo, login: 'bo-of-old' } })).toEqual(['adabell', null]);
    expect(asking(named(['adabell', 'bocarr']))).toEqual(['nobody', null]);
  });

  it('is nobody of a group that is not there, for a document that names none, or in a pull request that is closed', () => {
    expect(asking({ ...nothing })).toEqual(['nobody', null]);
    const { governing } = new Repository().facts();
    const none = { governing: { ...governing, governance: { ...governing.governance, groups: [] } } };
    expect(asking(named(), () => none)).toEqual(['nobody', null]);
    expect(asking(named(), ({ pull }) => ({ pull: { ...pull, state: 'closed' } }))).toEqual(['nobody', null]);
  });

  it('stays whoever was asked once, and of another group asks anew', () => {
    const intents: LineOf<'intent'>[] = [
      { kind: 'intent', at: SINCE, key: 'ask:teapots', people: [who('zed')] },
      { kind: 'intent', at: SINCE, key: 'ask:kettle-timers', people: [who('mira')] },
    ];
    expect(asking(named(), undefined, { intents })).toEqual(['mira', null]);
    expect(asking(named(), undefined, { intents: intents.slice(0, 1) })).toEqual(['adabell bocarr', null]);
  });

  it('waits for the first who is back where all are away, also on their last day', () => {
    expect(asking(named(), undefined, { away: { [ada]: '2026-11-02' } })).toEqual(['bocarr', null]);
    expect(asking(named(), undefined, { away: { [ada]: '2026-11-05', [bo]: '2026-11-02' } })).toEqual([
      ...['nobody', '2026-11-03T00:00:00Z'],
    ]);
  });
});
