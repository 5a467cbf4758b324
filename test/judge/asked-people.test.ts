import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { aroundLedger, aroundOf } from '../../src/judge/around.js';
import { answered, askedWithin, isCalled, reviewersOf, type Asked } from '../../src/judge/asking.js';
import { rolesOf } from '../../src/judge/roles.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { whomToAsk } from '../../src/judge/whom-to-ask.js';
import { timeline } from '../../src/ledger/fold/timeline.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { account, Repository } from '../publish/facts.js';
import { history, RULES, START, who } from './history.js';
import { muted, written } from './told/ledger.js';
import { group, pull, rules, without } from './told/repository.js';

const facts = (more: (facts: Facts) => Partial<Facts> = () => ({})): Facts =>
  Object.assign(new Repository(), { more }).facts();
const asked = (more: Partial<Asked> = {}): Asked => ({
  ...{ who: who('noor'), by: who('ada'), at: START, answeredAt: null, declinedAt: null, ...more },
});
const names = (all: readonly { login: string }[]): string[] => all.map(({ login }) => login);
/** Cy has no account, and leads the group beside Ada Bell. */
const LEADERSHIP = `| Role | Name | Organization | GitHub | Term |
| ---- | ---- | ------------ | ------ | ---- |
| Lead | Cy Dorn | | | Initial |
| Lead | Ada Bell | Kiln Works | [@AdaBell](https://github.com/AdaBell) | Initial |`;

describe('Who was asked for a review', () => {
  const ALL = [
    asked(),
    asked({ who: who('omar'), answeredAt: START }),
    asked({ who: who('pia'), declinedAt: START }),
    asked({ who: who('lena') }),
  ];

  it('owes it until they answer or decline, and while something is left to review', () => {
    expect(reviewersOf({ ...nothing, asked: ALL })).toEqual(['noor', 'lena']);
    for (const status of ['rejected', 'withdrawn', 'superseded', 'dormant', 'final'] as const) {
      expect(reviewersOf({ ...nothing, status, asked: ALL })).toEqual([]);
    }
  });
  it('was asked within days that are over at their very second', () => {
    const within = (at: string): string[] => askedWithin({ ...nothing, asked: ALL }, 3, at).map((one) => one.who.login);
    expect(within('2026-11-05T08:59:59Z')).toEqual(['noor', 'lena']);
    expect(within('2026-11-05T09:00:00Z')).toEqual([]);
  });
  it('has answered by a review, once', () => {
    const state: SubjectState = { ...nothing, asked: ALL };
    const after = answered(state, who('noor'), '2026-11-03T09:00:00Z');
    expect(after.asked.map(({ answeredAt }) => answeredAt)).toEqual(['2026-11-03T09:00:00Z', START, null, null]);
    for (const name of ['omar', 'pia', 'zed'] as const) expect(answered(state, who(name), START)).toBe(state);
  });
  it('is called by name where the files know them or they take part, and else is not', () => {
    const none = facts();
    expect(isCalled(none, account('kofi'))).toBe(true);
    expect(isCalled(none, account('hugo'))).toBe(false);
    const activity = new Map([[account('hugo').id, { login: 'hugo', last: START, reviews: [] }]]);
    expect(isCalled({ ...none, activity }, account('hugo'))).toBe(true);
    const [act] = history()
      .says('zed', '/concern It is hot.')
      .lines.filter((line) => line.kind === 'act');
    const ledger = written(
      {
        kind: 'opened',
        at: START,
        subject: { kind: 'proposal', number: 7 },
        by: { id: account('hugo').id, login: 'hugo' },
      },
      act!,
    );
    expect(isCalled({ ...none, ledger }, who('zed'))).toBe(true);
    expect(isCalled({ ...none, ledger }, account('hugo'))).toBe(false);
  });
});

describe('Whom to ask to adopt a proposal', () => {
  const head = history().seenAt().state.head!;
  const claiming = (group: string | null, authors: string[] = []): SubjectState => ({
    ...nothing,
    head: { ...head, claims: { ...head.claims, group, authors } },
  });
  const CLAIMED = claiming('kettle-timers');
  const away =
    (until: Record<string, string>) =>
    (id: number): string | null =>
      Object.entries(until).find(([login]) => account(login).id === id)?.[1] ?? null;
  const ask = (
    state: SubjectState,
    more?: Parameters<typeof facts>[0],
    until: Record<string, string> = {},
    intents: LineOf<'intent'>[] = [],
  ): string => {
    const { ask: told, due } = whomToAsk(facts(more), state, intents, away(until));
    return `${told ? `${told.group}: ${names(told.people).join(' ')}` : 'nobody'}${due === null ? '' : ` until ${due}`}`;
  };

  it('is its leads who have an account, and are no authors', () => {
    expect(ask(CLAIMED)).toBe('kettle-timers: adabell bocarr');
    expect(ask(CLAIMED, without('bocarr'))).toBe('kettle-timers: adabell');
    expect(ask(CLAIMED, group({ leadership: LEADERSHIP }))).toBe('kettle-timers: adabell');
    expect(ask(claiming('kettle-timers', ['AdaBell']))).toBe('kettle-timers: bocarr');
    const author = { id: account('bocarr').id, login: 'bocarr' };
    expect(ask({ ...CLAIMED, author })).toBe('kettle-timers: adabell');
  });
  it('is no more of them than the rules say', () => {
    expect(ask(CLAIMED, rules('asking', { most: 1 }))).toBe('kettle-timers: adabell');
  });
  it('is nobody where none is claimed or known, one is responsible, or it is closed', () => {
    expect(ask(nothing)).toBe('nobody');
    expect(ask(claiming(null))).toBe('nobody');
    expect(ask(claiming('teapots'))).toBe('nobody');
    const group = { slug: 'kettle-timers', how: 'adopted' as const, by: who('lena'), at: START };
    expect(ask({ ...CLAIMED, group })).toBe('nobody');
    expect(ask(CLAIMED, pull({ state: 'closed' }))).toBe('nobody');
  });
  it('is who is not away, and once the first of them is back where all are', () => {
    expect(ask(CLAIMED, undefined, { adabell: '2026-11-10' })).toBe('kettle-timers: bocarr');
    expect(ask(CLAIMED, undefined, { adabell: '2026-11-10', bocarr: '2026-11-08' })).toBe(
      'nobody until 2026-11-09T00:00:00Z',
    );
  });
  it('is whoever was asked once', () => {
    const intent = (key: string): LineOf<'intent'> => ({ kind: 'intent', at: START, key, people: [who('noor')] });
    expect(ask(CLAIMED, undefined, {}, [intent('status'), intent('ask:kettle-timers')])).toBe('kettle-timers: noor');
    expect(ask(CLAIMED, undefined, {}, [intent('ask:teapots')])).toBe('kettle-timers: adabell bocarr');
  });
});

describe('What is known around a proposal', () => {
  it('is by a look who leads a group and has an account', () => {
    const { titleOf, leadsOf, isGone } = aroundOf(facts());
    expect([titleOf('kettle-timers'), titleOf('teapots'), isGone]).toEqual([
      expect.stringContaining('Kettle Timers'),
      'teapots',
      false,
    ]);
    expect(names(leadsOf('kettle-timers'))).toEqual(['adabell', 'bocarr']);
    expect(leadsOf('kettle-timers')[0]).toEqual({ id: account('adabell').id, login: 'adabell' });
    expect(leadsOf('teapots')).toEqual([]);
    expect(names(aroundOf(facts(group({ leadership: LEADERSHIP }))).leadsOf('kettle-timers'))).toEqual(['adabell']);
  });
  it('is by a ledger what stands there, and no more', () => {
    const [opening] = history().lines;
    const shut = { kind: 'pull', at: START, state: 'closed' } as const;
    const told = aroundLedger(timeline([opening!, shut, muted(START, true), muted(START, false, 'archive')]), RULES);
    expect(told).toMatchObject({ pull: { number: 7, state: 'closed', hasBranch: true, locked: true }, isGone: false });
    expect([told.titleOf('kettles'), told.leadsOf('kettles')]).toEqual(['kettles', []]);
    const archived = aroundLedger(timeline([muted(START, false), muted(START, true, 'archive')]), RULES);
    expect(archived.pull).toEqual({ number: 0, state: 'open', hasBranch: true, locked: false });
  });
});

describe('What somebody is by the files', () => {
  it('is said in one order, whatever they became first', () => {
    const leadership = LEADERSHIP.replace('[@AdaBell](https://github.com/AdaBell)', '@kofi');
    expect(rolesOf(account('kofi'), facts(group({ leadership })).governing)).toEqual([
      ...['lead:kettle-timers', 'maintainer'],
    ]);
    expect(rolesOf(account('hugo'), facts().governing)).toEqual([]);
  });
});
