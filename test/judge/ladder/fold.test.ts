import { describe, expect, it } from 'vitest';
import type { LineBody, LineOf } from '../../../src/ledger/lines.js';
import type { LadderPlay } from '../../../src/judge/ladder/fold.js';
import { Issue, NEW, withRule } from './history.js';

const NEVER = '1970-01-01T00:00:00Z';

/** A core maintainer nominates somebody as a member, and the days to speak pass. */
const passed = (): Issue =>
  new Issue().says('core', '/nominate @nominee member').written().after({ days: 7 }).written();
/** One who is rejected by a word. */
const rejected = (): Issue =>
  new Issue().says('core', '/nominate @nominee member').says('lead maintainer', '/ladder reject Not now.').written();

const MEMBER = { ...NEW, role: 'member' } as const;

/** What a ledger comes to where its opening, its ending or its words are written otherwise. */
function changed(
  issue: Issue,
  change: {
    nomination?: Partial<LineOf<'nomination'>>;
    settled?: Partial<LineOf<'settled'>>;
    act?: Partial<LineOf<'act'>>;
  },
): string[] {
  const lines = issue.all.map((line): LineBody => {
    if (line.kind === 'nomination') return { ...line, ...change.nomination };
    if (line.kind === 'settled') return { ...line, ...change.settled };
    return line.kind === 'act' ? { ...line, ...change.act } : line;
  });
  return doubtsOf(issue, lines);
}
const doubtsOf = (issue: Issue, lines: readonly LineBody[]): string[] =>
  issue.seen(NEVER, lines).doubts.map(({ says, about }) => `${about.kind}: ${says}`);

const OPENED = 'nomination: It opened for something else than the word that caused it says.';
const ENDED = 'settled: It ended otherwise than what was said comes to.';
const RETURN = 'nomination: Whether it is a return does not follow from where the nominee stood.';
const DAYS = 'nomination: It gives everybody another time to speak than the rules that it names.';
const orphan = (kind: string): string => `${kind}: Nothing that was said gives this line.`;
const OTHER = { id: 99, login: 'x', also: [], organization: null };

describe('A ledger of an issue is doubted', () => {
  it.each<[string, Partial<LineOf<'nomination'>>]>([
    ['another matter', { matter: 'inactive' }],
    ['another place', { to: 'moderator' }],
    ['a group, where none was named', { group: 'kettles' }],
    ['another nominee', { nominee: OTHER }],
    ['another instant', { at: '2026-11-02T09:00:59Z' }],
  ])('where it opened for %s than was said', (_, nomination) => {
    expect(changed(passed(), { nomination })).toContain(OPENED);
  });

  it.each<[string, Partial<LineOf<'nomination'>>]>([
    ['a return, where the nominee held it before', { matter: 'return', standing: { ...NEW, held: ['member'] } }],
    ['another account of the nominee', { nominee: { ...OTHER, also: [20] } }],
  ])('and not where it opened for %s', (_, nomination) => {
    expect(changed(passed(), { nomination })).toEqual([]);
  });

  it.each<[string, Partial<LineOf<'nomination'>>]>([
    ['a return, where the nominee did not hold it', { matter: 'return' }],
    ['a return, where they held another role', { matter: 'return', standing: { ...NEW, held: ['maintainer'] } }],
    ['none, where they held it before', { standing: { ...NEW, held: ['member'] } }],
  ])('where it opened for %s', (_, nomination) => {
    expect(changed(passed(), { nomination })).toContain(RETURN);
  });

  it.each<[string, Issue]>([
    ['a step', passed()],
    ['another who is to be emeritus', new Issue(undefined, MEMBER).says('core', '/emeritus @nominee It is quiet.')],
    ['who is asked whether they are still there', new Issue(undefined, MEMBER).says('core', '/inactive @nominee')],
  ])('where %s has another deadline than its rules give', (_, issue) => {
    issue.written();
    expect(changed(issue, {})).toEqual([]);
    for (const deadline of [null, '2026-11-02T09:02:00Z', '2027-01-01T00:00:00Z']) {
      expect(changed(issue, { nomination: { deadline } })[0]).toBe(DAYS);
    }
  });

  it('where one is waited for whom the rules do not give any days', () => {
    const down = new Issue(undefined, MEMBER).says('nominee', '/step-down member').written();
    expect(changed(down, {})).toEqual([]);
    expect(changed(down, { nomination: { deadline: '2026-11-09T09:01:00Z' } })[0]).toBe(DAYS);
  });

  it('not for days that were added to the deadline while the issue was closed', () => {
    const issue = new Issue().says('core', '/nominate @nominee member').written();
    const closed: LineBody[] = [
      { kind: 'pull', at: '2026-11-03T09:00:00Z', state: 'closed' },
      { kind: 'pull', at: '2026-11-04T09:00:00Z', state: 'open' },
    ];
    expect(doubtsOf(issue, [...issue.all, ...closed])).toEqual([]);
  });

  it('where a question is written as a return', () => {
    const asked = new Issue(undefined, { ...NEW, role: 'member' }).says('core', '/inactive @nominee').written();
    expect(changed(asked, {})).toEqual([]);
    expect(changed(asked, { nomination: { matter: 'return' } })).toEqual([OPENED]);
  });

  it.each<[string, Issue, Partial<LineOf<'settled'>>]>([
    ['at another instant', passed(), { at: '2026-11-09T09:01:01Z' }],
    ['with another outcome', passed(), { outcome: 'rejected' }],
    ['with other sponsors', passed(), { sponsors: [] }],
    ['by a word, where it was by the deadline', passed(), { cause: { source: 'c1', index: 0 } }],
    ['by another comment', rejected(), { cause: { source: 'c9', index: 0 } }],
    ['by another word of the comment', rejected(), { cause: { source: 'c2', index: 1 } }],
    ['by the deadline, where it was by a word', rejected(), { cause: null }],
  ])('where it ended %s', (_, issue, settled) => {
    expect(changed(issue, {})).toEqual([]);
    expect(changed(issue, { settled })).toEqual([ENDED]);
  });

  it('where nothing that was said gives an opening, or an ending', () => {
    expect(changed(passed(), { act: { command: 'no such word' } })).toEqual([orphan('nomination'), orphan('settled')]);
    expect(changed(rejected(), { act: { problem: 'It cannot be read.' } })).toEqual([
      orphan('nomination'),
      orphan('settled'),
    ]);
  });

  it.each(['c9', 'c1'])('where a second opening stands beside the one that a word gives, of %s', (source) => {
    const issue = passed();
    const [opened, act, nomination, settled] = issue.all as [LineBody, LineBody, LineOf<'nomination'>, LineBody];
    const other = { ...nomination, cause: { source, index: source === 'c1' ? 1 : 0 } };
    const { doubts } = issue.seen(NEVER, [opened, act, other, nomination, settled]);
    expect(doubts.map(({ about }) => about)).toEqual([other]);
  });

  it('where it ended twice', () => {
    const issue = passed();
    expect(doubtsOf(issue, [...issue.all, { ...issue.all.at(-1)! }])).toEqual([orphan('settled')]);
  });

  it('where the record does not hold the rules that an act or an opening names', () => {
    const rules = { commit: 'c'.repeat(40), sha256: 'd'.repeat(64) };
    expect(changed(passed(), { act: { rules } })[0]).toBe(
      'act: The record does not hold the rules that this act names.',
    );
    expect(changed(passed(), { nomination: { rules } })[0]).toBe(
      'nomination: The record does not hold the rules that it was opened by.',
    );
  });

  it('and not where an ending is not written yet, which no look has found before its deadline', () => {
    const issue = new Issue().says('core', '/nominate @nominee member').written().after({ days: 9 });
    const { doubts, state, emitted } = issue.seen(NEVER);
    expect([doubts, state.nomination?.closed, emitted]).toEqual([[], null, []]);
  });
});

describe('The days for everybody to speak', () => {
  const endorsed = (): Issue => new Issue().says('maintainer', '/nominate @nominee member');

  it('last to their last second: what is said then comes before their end, in whatever order', () => {
    // Opened at 09:01.
    const issue = endorsed().after({ days: 7, minutes: -1 }).says('core', '/endorse @nominee');
    expect(issue.now).toBe('2026-11-09T09:01:00Z');
    expect(issue.seen('2026-11-09T09:00:59Z').state.nomination?.closed).toBeNull();
    issue.after({ minutes: -1 }).says('member', '/object @nominee Too soon.');
    const { state } = issue.seen('2026-11-09T10:00:00Z');
    expect(state.acts.map(({ outcome }) => outcome.taken)).toEqual([true, true, true]);
    expect(state.nomination?.closed).toBeNull();
    expect(state.steps.at(-1)).toEqual({
      at: '2026-11-09T09:01:00Z',
      says: 'The days for everybody to speak are over.',
      url: null,
    });
  });

  it('are over at their instant, and not a second before', () => {
    const issue = endorsed().says('core', '/endorse @nominee');
    expect(issue.seen('2026-11-09T09:00:59Z').emitted.map(({ kind }) => kind)).toEqual(['nomination']);
    expect(issue.seen('2026-11-09T09:01:00Z').emitted.at(-1)).toMatchObject({
      ...{ kind: 'settled', at: '2026-11-09T09:01:00Z', outcome: 'approved', cause: null },
    });
  });

  it('are followed by words that wait, as long as a look may not end them', () => {
    const issue = endorsed().after({ days: 8 }).says('core', '/endorse @nominee').says('member', '/endorse @nominee');
    const { waiting, state } = issue.seen('2026-11-09T09:00:00Z');
    expect([waiting.length, state.acts.length]).toEqual([2, 1]);
  });

  it('are none where the rules give none: the word that makes it complete ends it', () => {
    const issue = new Issue(withRule('ladder-member', { days: 0 })).says('maintainer', '/nominate @nominee member');
    expect(issue.seen().state.nomination).toMatchObject({ deadline: null, closed: null });
    issue.says('core', '/endorse @nominee');
    expect(issue.seen().state.nomination?.closed).toMatchObject({ at: issue.now, outcome: 'approved' });
    expect(issue.seen().emitted.at(-1)).toMatchObject({ kind: 'settled', cause: { source: 'c2', index: 0 } });
  });
});

describe('What is said in an issue that is closed or locked', () => {
  const pull = (at: string, state: 'open' | 'closed'): LineBody => ({ kind: 'pull', at, state });
  const muted = (at: string, is: boolean): LineBody => ({ kind: 'muted', at, by: 'lock', muted: is });
  // Opened at 09:01, with days until the ninth.
  const nominated = (): Issue => new Issue().says('core', '/nominate @nominee member').written().after({ days: 8 });
  const seen = (issue: Issue, more: LineBody[]): LadderPlay => issue.seen(NEVER, [...issue.all, ...more]);
  const taken = ({ state }: LadderPlay): boolean[] => state.acts.map(({ outcome }) => outcome.taken);

  it.each([
    ['closed', [pull('2026-11-05T09:00:00Z', 'closed')]],
    ['closed before anybody was nominated', [pull('2026-11-01T09:00:00Z', 'closed')]],
    ['locked', [muted('2026-11-05T09:00:00Z', true)]],
    [
      'closed once more',
      [
        pull('2026-11-03T09:00:00Z', 'closed'),
        pull('2026-11-04T09:00:00Z', 'open'),
        pull('2026-11-10T09:00:00Z', 'closed'),
      ],
    ],
  ])('is answered where the deadline would have come by then: %s', (_, rests) => {
    const issue = nominated().says('nominee', '/ladder reject I have no time.');
    const play = seen(issue, rests);
    expect(play).toMatchObject({ waiting: [], doubts: [], state: { nomination: { closed: { outcome: 'rejected' } } } });
    // And it ends so for whoever reads it again, also where it had support enough, and once it is open again.
    for (const more of [[], [pull('2026-11-12T09:00:00Z', 'open'), muted('2026-11-12T09:00:00Z', false)]]) {
      expect(seen(issue, [...rests, ...play.emitted, ...more])).toMatchObject({ doubts: [], emitted: [], waiting: [] });
    }
  });

  it.each([
    ['since the deadline', [pull('2026-11-09T09:01:00Z', 'closed')]],
    ['later', [pull('2026-11-09T10:00:00Z', 'closed')]],
    ['earlier, and open again', [pull('2026-11-05T09:00:00Z', 'closed'), pull('2026-11-05T10:00:00Z', 'open')]],
  ])('waits for the deadline where it rests %s', (_, rests) => {
    const issue = nominated().says('nominee', '/ladder reject I have no time.');
    expect(seen(issue, rests).waiting.length).toBe(1);
  });

  it('is in time for an objection, then as later', () => {
    const issue = nominated().says('maintainer', '/object @nominee Too soon.');
    const closed = pull('2026-11-05T09:00:00Z', 'closed');
    expect(taken(seen(issue, [closed]))).toEqual([true, true]);
    expect(taken(seen(issue, [closed, pull('2026-11-12T09:00:00Z', 'open')]))).toEqual([true, true]);
  });

  it('is too early for a decision on who is still asked, then as later', () => {
    const issue = new Issue(undefined, { ...MEMBER, since: '2020-01-01' }).says('core', '/inactive @nominee').written();
    issue.after({ days: 400 }).says('core', '/ladder approve No answer came.');
    const closed = pull('2026-11-03T09:00:00Z', 'closed');
    const { state } = seen(issue, [closed]);
    expect(state.acts.at(-1)?.outcome).toMatchObject({
      taken: false,
      why: '@nominee is asked first, and no time to answer passes while the issue is closed or locked.',
    });
    expect(taken(seen(issue, [closed, pull('2028-01-01T09:00:00Z', 'open')]))).toEqual([true, false]);
  });
});

describe('What is said in an issue', () => {
  it('is not taken where it could not be read, or is for pull requests', () => {
    const issue = new Issue().says('core', '/nominate @nominee').says('core', '/sep adopt');
    expect(issue.seen().state.acts.map(({ outcome }) => (outcome.taken ? '' : outcome.rule))).toEqual([
      ...['commands', 'commands'],
    ]);
    expect(issue.seen().state.nomination).toBeNull();
  });

  it('changes nothing where it only asks, and is no step', () => {
    const issue = passed().says('outsider', '/ladder show').says('outsider', '/help');
    const { state, emitted } = issue.seen();
    expect(state.acts.map(({ outcome }) => outcome.taken)).toEqual([true, true, true]);
    expect(state.steps.map(({ says }) => says)).toEqual([
      '@core nominated @nominee as a member.',
      'It is approved. Sponsored by @core, and no objection stands after 7 days.',
    ]);
    expect(emitted).toEqual([]);
  });

  it('makes a sponsor of who nominates somebody else, and not of who nominates themselves', () => {
    const sponsors = (issue: Issue): string[] | undefined =>
      issue.seen().state.nomination?.endorsements.map(({ by }) => by.login);
    expect(sponsors(new Issue().says('core', '/nominate @nominee member'))).toEqual(['core']);
    expect(sponsors(new Issue().says('member', '/nominate @member maintainer'))).toEqual([]);
    expect(sponsors(new Issue().says('maintainer', '/nominate @maintainer core-maintainer'))).toEqual([]);
    expect(sponsors(new Issue(undefined, { ...NEW, role: 'member' }).says('core', '/inactive @nominee'))).toEqual([]);
  });
});
