import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/facts/facts.js';
import { nothing, type SubjectState } from '../../../src/judge/state.js';
import { owedHere, type Ground } from '../../../src/judge/time/owed.js';
import { leaf, type NextStep, type Requirement } from '../../../src/judge/verdict.js';
import type { LineOf, Who } from '../../../src/ledger/lines.js';
import { account, Repository } from '../../publish/facts.js';
import { history, ledgerOf } from '../history.js';

const whoIs = (login: string): Who => ({ id: account(login).id, login });
const [ADA, BO, CY, KOFI, ROSA, AUTHOR] = ['adabell', 'bocarr', 'cydorn', 'kofi', 'rosa', 'adalin'].map(whoIs) as [
  ...[Who, Who, Who, Who, Who, Who],
];
const SINCE = '2026-11-02T09:00:00Z';
const LATER = '2026-11-04T09:00:00Z';
const head = history().lines.find((line) => line.kind === 'head-seen')!;
/** A proposal whose preamble names the Kettle Timers, of which Ada Bell and Bo Carr are leads. */
const named: SubjectState = {
  ...{ ...nothing, author: AUTHOR, since: SINCE, openedAt: SINCE },
  head: { ...head, claims: { ...head.claims, group: 'kettle-timers' } },
};
const asked = (group: string, ...people: Who[]): LineOf<'intent'> => ({
  ...{ kind: 'intent', at: SINCE, key: `ask:${group}`, people },
});

interface More extends Partial<Omit<Ground, 'facts' | 'state' | 'doings'>> {
  facts?: (facts: Facts) => Partial<Facts>;
  /** When people were last heard of, by id. */
  heard?: [Who, string][];
  /** Ids of accounts that are one person's. */
  one?: number[];
}
/** Who owes what, as "login since in days". */
function owed(state: SubjectState, { facts = () => ({}), heard = [], one = [], ...more }: More = {}): string[] {
  const now = new Repository().facts();
  const ground: Ground = {
    ...{ facts: { ...now, ...facts(now) }, state, intents: [], next: [], requirements: [] },
    doings: {
      activity: new Map(heard.map(([{ id, login }, last]) => [id, { login, last, reviews: [] }])),
      ...{ lines: [], idsOf: (id) => (one.includes(id) ? one : [id]), author: state.author },
    },
    ...more,
  };
  return owedHere(ground).map(
    ({ person, since, days, says, missing }) =>
      `${person.login} since ${since}, ${days} days: ${[says, ...missing].join(' | ')}`,
  );
}
const logins = (all: string[]): string => all.map((one) => one.split(' ')[0]).join(' ');

describe('A lead who was asked to adopt', () => {
  const intents = [asked('kettle-timers', ADA, BO, CY)];
  const ASK =
    'Does the Kettle Timers Working Group take this proposal into its care? You were asked on Monday 2 November 2026 09:00 UTC. ' +
    '`/sep adopt` does it, and `/sep route <group>` says where it belongs instead.';

  it('owes an answer from then on, or from their last word, and whoever leads it no more owes none', () => {
    expect(owed(named, { intents, heard: [[BO, LATER]] })).toEqual([
      `adabell since ${SINCE}, 14 days: ${ASK}`,
      `bocarr since ${LATER}, 14 days: ${ASK}`,
    ]);
  });

  it('owes none where another group was asked, none was, the preamble names none, or nobody leads it', () => {
    expect(owed(named, { intents: [asked('teapots', ADA)] })).toEqual([]);
    expect(owed(named)).toEqual([]);
    expect(owed({ ...named, head: null }, { intents })).toEqual([]);
    expect(owed({ ...named, head: { ...head, claims: { ...head.claims, group: null } } }, { intents })).toEqual([]);
    const without = ({ governing }: Facts) => ({
      governing: { ...governing, accounts: new Map([...governing.accounts].filter(([login]) => login !== 'bocarr')) },
    });
    expect(logins(owed(named, { intents, facts: without }))).toBe('adabell');
    const none = ({ governing }: Facts) => ({
      governing: { ...governing, governance: { ...governing.governance, groups: [] } },
    });
    expect(owed(named, { intents, facts: none })).toEqual([]);
  });

  it.each<[SubjectState['status'], string]>([
    ['proposal', 'adabell bocarr'],
    ['draft', 'adabell bocarr'],
    ['in-review', ''],
    ['withdrawn', ''],
  ])('of one that is %s: %s', (status, expected) => {
    expect(logins(owed({ ...named, status }, { intents }))).toBe(expected);
  });
});

describe('Who was asked for a review', () => {
  const one = (who: Who, more: Partial<SubjectState['asked'][number]> = {}): SubjectState['asked'][number] => ({
    ...{ who, by: KOFI, at: SINCE, answeredAt: null, declinedAt: null },
    ...more,
  });
  const state = { ...named, asked: [one(CY), one(ROSA, { by: null })] };
  const ask = (by: string): string =>
    `${by} asked you on Monday 2 November 2026 09:00 UTC for a review of this proposal. A review is the answer; who will not give one writes \`/review decline\`.`;

  it('owes it as long as something is left to review, and until they gave or declined it', () => {
    expect(owed(state)).toEqual([
      `cydorn since ${SINCE}, 14 days: ${ask('kofi')}`,
      `rosa since ${SINCE}, 14 days: ${ask('Somebody')}`,
    ]);
    expect(owed({ ...state, asked: [one(CY, { answeredAt: LATER }), one(ROSA, { declinedAt: LATER })] })).toEqual([]);
    for (const status of ['rejected', 'withdrawn', 'superseded', 'dormant', 'final'] as const)
      expect(owed({ ...state, status })).toEqual([]);
  });

  it('owes nothing where GitHub cannot ask them and they may not be called, and nobody without an account does', () => {
    const hugo = whoIs('hugo');
    const unaskable = ({ published }: Facts) => ({ published: { ...published, unaskable: new Set([hugo.id, CY.id]) } });
    expect(logins(owed({ ...named, asked: [one(hugo), one(CY)] }, { facts: unaskable }))).toBe('cydorn');
    expect(logins(owed({ ...named, asked: [one(hugo), one(CY)] }))).toBe('hugo cydorn');
    const spoken = (facts: Facts) => ({
      ...unaskable(facts),
      ledger: ledgerOf(history().says('kofi', '/sep sponsor', { by: hugo }).lines),
    });
    expect(logins(owed({ ...named, asked: [one(hugo)] }, { facts: spoken }))).toBe('hugo');
    expect(owed({ ...named, asked: [one({ id: -3, login: 'cydorn' }), one({ id: 0, login: 'rosa' })] })).toEqual([]);
  });

  it('owes nothing while a decision is open', () => {
    const { decisions } = history().isADraft().startsConsensus('lena').seenAt().state;
    expect(owed({ ...state, decisions })).toEqual([]);
  });
});

describe('A sponsor', () => {
  const draft: SubjectState = { ...named, status: 'draft', sponsor: { by: KOFI, at: SINCE } };
  const step = (...people: Who[]): NextStep[] => [
    { who: 'Somebody else', people: [ADA], what: 'waits.' },
    { who: 'The sponsor', people, what: 'brings it to the core.' },
  ];
  const WROTE =
    'adalin wrote or pushed on Wednesday 4 November 2026 09:00 UTC, and waits for an answer of the sponsor. A comment is one.';

  it('owes their own step, also where others may take it', () => {
    const says = 'The proposal waits for its sponsor, who brings it to the core.';
    expect(owed(draft, { next: step(BO, KOFI) })).toEqual([`kofi since ${SINCE}, 14 days: ${says}`]);
    expect(owed(draft, { next: step(BO) })).toEqual([]);
    expect(owed({ ...draft, status: 'accepted' }, { next: step(KOFI) }).join()).not.toContain('waits for its sponsor');
    expect(owed({ ...draft, sponsor: null }, { next: step(KOFI) })).toEqual([]);
  });

  it('owes an answer to the last word of the author, until their own', () => {
    expect(owed(draft, { heard: [[AUTHOR, LATER]] })).toEqual([`kofi since ${LATER}, 14 days: ${WROTE}`]);
    const after: [Who, string] = [KOFI, '2026-11-05T09:00:00Z'];
    expect(owed(draft, { heard: [[AUTHOR, LATER], after] })).toEqual([]);
    expect(
      owed(draft, {
        heard: [
          [AUTHOR, LATER],
          [KOFI, LATER],
        ],
      }),
    ).toEqual([]);
    expect(owed({ ...draft, sponsor: { by: KOFI, at: after[1] } }, { heard: [[AUTHOR, LATER]] })).toEqual([]);
  });

  it('owes none to themselves, nor to an author of whom nothing is known', () => {
    expect(owed({ ...draft, author: null }, { heard: [[AUTHOR, LATER]] })).toEqual([]);
    expect(owed(draft, { heard: [[AUTHOR, LATER]], one: [AUTHOR.id, KOFI.id] })).toEqual([]);
    expect(owed({ ...draft, author: null }, { next: step(KOFI) })).toHaveLength(1);
  });

  it('is asked from the end of the last decision on', () => {
    const told = history().isADraft().startsConsensus('lena').after({ days: 20 });
    const { decisions } = told.seenAt().state;
    const closed = decisions.filter((one) => one.closed !== null);
    const at = closed.at(-1)?.closed?.at ?? '';
    expect(at > SINCE).toBe(true);
    expect(owed({ ...draft, decisions: closed }, { next: step(KOFI) })[0]).toContain(`since ${at},`);
  });
});

describe('An accepted proposal on which nothing happens', () => {
  const accepted: SubjectState = { ...named, status: 'accepted', sponsor: { by: KOFI, at: SINCE } };
  const row = (name: string, held: Requirement['held'], children: Requirement[] = []): Requirement => ({
    ...leaf({ rule: 'transitions', name, held, says: `${name} is said.`, next: null }),
    children,
  });
  const days = new Repository().rules.rules.reminders.accepted;
  const QUIET = (since: string): string =>
    `This proposal is accepted since Monday 2 November 2026 09:00 UTC, and nothing has happened here since ${since}. How does it go on? What is missing:`;

  it('is asked about of author and sponsor, since anybody did something', () => {
    const now = 'Monday 2 November 2026 09:00 UTC';
    expect(owed(accepted)).toEqual([
      `adalin since ${SINCE}, ${days} days: ${QUIET(now)}`,
      `kofi since ${SINCE}, ${days} days: ${QUIET(now)}`,
    ]);
    const heard: [Who, string][] = [[ROSA, LATER]];
    const later = QUIET('Wednesday 4 November 2026 09:00 UTC');
    expect(owed(accepted, { heard })[0]).toBe(`adalin since ${LATER}, ${days} days: ${later}`);
    expect(owed({ ...accepted, since: null })).toEqual([]);
    expect(logins(owed({ ...accepted, sponsor: null }))).toBe('adalin');
    expect(logins(owed({ ...accepted, author: null }))).toBe('kofi');
  });

  it('is asked once of who is both', () => {
    expect(logins(owed(accepted, { one: [AUTHOR.id, KOFI.id] }))).toBe('adalin');
  });

  it('names ten things that are missing at most, the parts in place of the whole', () => {
    const parts = Array.from({ length: 12 }, (_, index) => row(`Part ${index}`, index === 1 ? 'held' : 'open'));
    const requirements = [
      row('Held', 'held', [row('Within', 'open')]),
      row('Whole', 'failed', parts),
      row('Last', 'open'),
    ];
    const [first = ''] = owed(accepted, { requirements });
    const named = first.split(' | ').slice(1);
    expect(named).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => `Part ${index}: Part ${index} is said.`));
    const alone = owed(accepted, { requirements: [row('Whole', 'failed', [row('Part', 'held')])] });
    expect(alone[0]?.split(' | ').slice(1)).toEqual(['Whole: Whole is said.']);
  });
});
