import { describe, expect, it } from 'vitest';
import { readEntry, type Entry } from '../../src/dashboard/entry.js';
import type { NominationEntry } from '../../src/dashboard/nominated.js';
import { NOTHING_DISCUSSED } from '../../src/judge/duties/discussed.js';
import { packRules } from '../../src/facts/governing.js';
import { mergePeople, readSources } from '../../src/people/index.js';
import { loadRules } from '../../src/rules/index.js';
import type { Rules } from '../../src/rules/schema.js';
import { coreSection, digestsAround, groupSection, type Section } from '../../src/telling/digest.js';
import { ISSUE, messagesAt, tellsAnybody } from '../../src/telling/due.js';
import { readTold, writeTold } from '../../src/telling/told.js';
import { NO_TEMPLATES } from '../../src/templates/index.js';
import { nomination } from '../dashboard/entries.js';

const rulesOf = (text: string): Rules => {
  const result = loadRules(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.loaded.rules;
};

/** An entry as an early version wrote it: what came later has what its absence meant. */
function entry(more: Partial<Entry> = {}): Entry {
  const read = readEntry(
    JSON.stringify({
      ...{ v: 1, pull: 7, url: 'https://github.test/tea/tea/pull/7', number: 7, title: 'Tea', type: 'Process' },
      ...{ status: 'draft', takenOver: false, headline: 'Somewhere', since: '2026-11-02T09:00:00Z' },
      ...{ priorityArea: null, open: true, authors: [], sponsor: null, group: 'kettles', claimedGroup: null },
      ...{ decision: null, decisions: [], waitsFor: [], steps: [], ...more },
    }),
  );
  if (!read) throw new Error('This is no entry.');
  return read;
}

type Decided = Entry['decisions'][number];

const decision = (form: Decided['form'], openedAt: string, closed: Decided['closed'] = null): Decided => ({
  ...{ form, group: 'kettles', openedAt, closed, members: [] },
});

/** What is due at an instant, as "channel key", and the next instant. */
function at(
  now: string,
  entries: Entry[],
  rules = TELLS,
  nominations: NominationEntry[] = [],
): { due: string[]; next: string | null } {
  const governance = mergePeople({ roster: null, groups: [], maintainers: null });
  const grounds = {
    index: { entries, nominations },
    governance,
    sources: readSources({ maintainers: null, roster: null, charters: [] }, rules.paths),
    discussed: NOTHING_DISCUSSED,
    rules,
    templates: NO_TEMPLATES,
    dashboard: 'https://github.test/all',
  };
  const { due, next } = messagesAt(grounds, now);
  return { due: due.map(({ channel, key }) => `${channel} ${key}`), next };
}

const TELLS = rulesOf('tell: { core: core, groups: { kettles: kettles-wg }, digest: { to: [] } }');
const OPEN = entry({
  decision: { id: 'D1', form: 'consensus', deadline: '2026-11-30T09:00:00Z' },
  decisions: [decision('consensus', '2026-11-23T09:00:00Z')],
});

describe('What is due', () => {
  it.each<[string, string[], string | null]>([
    ['2026-11-23T08:59:59Z', [], '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00:00Z', ['kettles-wg 7 opened consensus 2026-11-23T09:00:00Z'], '2026-11-29T09:00:00Z'],
    ['2026-11-24T08:59:59Z', ['kettles-wg 7 opened consensus 2026-11-23T09:00:00Z'], '2026-11-29T09:00:00Z'],
    ['2026-11-24T09:00:00Z', [], '2026-11-29T09:00:00Z'],
    ['2026-11-29T09:00:00Z', ['kettles-wg 7 deadline consensus 2026-11-23T09:00:00Z 2026-11-30T09:00:00Z'], null],
    ['2026-11-30T09:00:00Z', [], null],
  ])('at %s, of a consensus of a week, is %j', (now, due, next) => {
    expect(at(now, [OPEN])).toEqual({ due, next });
  });

  it('is no warning of a deadline that the opening has named for the same day, nor one of a decision that rests', () => {
    const soon = entry({
      decision: { id: 'D1', form: 'vote', deadline: '2026-11-24T08:00:00Z' },
      decisions: [decision('vote', '2026-11-23T09:00:00Z')],
    });
    expect(at('2026-11-23T09:00:00Z', [soon]).due).toEqual(['kettles-wg 7 opened vote 2026-11-23T09:00:00Z']);
    expect(at('2026-11-29T10:00:00Z', [{ ...OPEN, open: false }]).due).toEqual([]);
  });

  it('goes to whoever decides, and once where that is the same channel', () => {
    const core = entry({
      decision: { id: 'D2', form: 'core', deadline: '2026-12-07T09:00:00Z' },
      decisions: [
        decision('consensus', '2026-11-13T09:00:00Z', { at: '2026-11-23T09:00:00Z', outcome: 'agreed' }),
        decision('core', '2026-11-23T09:00:00Z'),
      ],
    });
    expect(at('2026-11-23T10:00:00Z', [core]).due).toEqual([
      'kettles-wg 7 closed consensus 2026-11-13T09:00:00Z',
      'kettles-wg 7 opened core 2026-11-23T09:00:00Z',
      'core 7 opened core 2026-11-23T09:00:00Z',
    ]);
    const one = rulesOf('tell: { core: all, groups: { kettles: all }, digest: { to: [] } }');
    expect(at('2026-11-23T10:00:00Z', [core], one).due).toHaveLength(2);
  });

  it('is a status that came of the record, and none that stood there before', () => {
    const accepted = entry({ status: 'accepted', since: '2026-11-23T09:00:00Z' });
    const key = '7 accepted 2026-11-23T09:00:00Z';
    expect(at('2026-11-23T10:00:00Z', [accepted]).due).toEqual([`kettles-wg ${key}`, `core ${key}`]);
    expect(at('2026-11-23T10:00:00Z', [{ ...accepted, takenOver: true }]).due).toEqual([]);
    expect(at('2026-11-23T10:00:00Z', [{ ...accepted, group: null }]).due).toEqual([`core ${key}`]);
  });

  it('is nothing by the packs, whatever happens', () => {
    expect(tellsAnybody(packRules())).toBe(false);
    expect(at('2026-11-23T10:00:00Z', [OPEN], packRules()).due).toEqual([]);
  });

  it('is a digest for three days, and none without a word but for the issue', () => {
    const rules = rulesOf('tell: { core: core, digest: { to: [core], day: monday, hour: 8, issue: Digest } }');
    const waits = entry({ status: 'in-review', group: null });
    const key = 'digest 2026-11-23T08:00:00Z';
    expect(at('2026-11-26T07:59:59Z', [waits], rules).due).toEqual([`core ${key}`, `${ISSUE} ${key}`]);
    expect(at('2026-11-26T07:59:59Z', [], rules).due).toEqual([`${ISSUE} ${key}`]);
    expect(at('2026-11-26T08:00:00Z', [waits], rules)).toEqual({ due: [], next: '2026-11-30T08:00:00Z' });
  });
});

describe('News of a nomination', () => {
  const open = nomination(21, { openedAt: '2026-11-20T09:00:00Z', deadline: '2026-11-27T09:00:00Z' });
  const news = (now: string, one: NominationEntry) => at(now, [], TELLS, [one]);

  it.each<[string, string[], string | null]>([
    ['2026-11-20T08:59:59Z', [], '2026-11-20T09:00:00Z'],
    ['2026-11-20T09:00:00Z', ['core 21 opened advance 2026-11-20T09:00:00Z'], '2026-11-26T09:00:00Z'],
    ['2026-11-26T09:00:00Z', ['core 21 deadline advance 2026-11-27T09:00:00Z'], null],
    ['2026-11-27T09:00:00Z', [], null],
  ])('at %s is %j', (now, due, next) => {
    expect(news(now, open)).toEqual({ due, next });
  });

  it('is that it was decided, to whom decides it; of one for a group that is the group, unless the core approves', () => {
    const closed = { at: '2026-11-27T09:00:00Z', outcome: 'approved' as const };
    const told = (more: Partial<NominationEntry>) =>
      news('2026-11-27T10:00:00Z', { ...open, approvers: [], closed, ...more }).due;
    const key = '21 closed advance 2026-11-20T09:00:00Z';
    expect(told({})).toEqual([`core ${key}`]);
    expect(told({ group: 'kettles' })).toEqual([`kettles-wg ${key}`]);
    expect(news('2026-11-20T10:00:00Z', { ...open, group: 'kettles' }).due).toEqual([
      'kettles-wg 21 opened advance 2026-11-20T09:00:00Z',
      'core 21 opened advance 2026-11-20T09:00:00Z',
    ]);
  });

  it('is none of a word for which nobody is waited, and no deadline of one that is closed or rests', () => {
    expect(news('2026-11-20T10:00:00Z', { ...open, matter: 'step-down', deadline: null }).due).toEqual([]);
    expect(news('2026-11-26T10:00:00Z', { ...open, open: false }).due).toEqual([]);
  });
});

describe('Nominations in a digest', () => {
  const from = '2026-11-23T08:00:00Z';
  const section = (...nominations: NominationEntry[]) => {
    const { waiting, closing } = coreSection({ entries: [], nominations }, from);
    return [
      waiting.map(({ name, who, what }) => `${name} ${who}: ${what}`),
      closing.map(({ name, form }) => `${name} ${form}`),
    ];
  };

  it('wait for those who approve, in the words of their stage, until they are decided or closed', () => {
    const open = nomination(21, { deadline: '2026-11-30T08:00:00Z' });
    expect(section(open)).toEqual([['#21 Sponsors: write `/endorse`.'], ['#21 Nomination']]);
    expect(section({ ...open, deadline: '2026-11-30T08:00:01Z' })[1]).toEqual([]);
    expect(section({ ...open, deadline: from })).toEqual([['#21 A Core Maintainer (bo): decides.'], []]);
    expect(section({ ...open, open: false }, { ...open, closed: { at: from, outcome: 'approved' } })).toEqual([[], []]);
  });

  it('stand in the part of their group, and in that of the core where it approves or no group is asked', () => {
    const kettles = nomination(21, { group: 'kettles', to: 'wg-member', approvers: [] });
    const index = { entries: [], nominations: [kettles, nomination(22, { approvers: [] })] };
    const names = (part: Section): string[] => part.waiting.map(({ name }) => name);
    expect(names(groupSection({ slug: 'kettles', title: 'Kettles' }, index, from))).toEqual(['#21']);
    expect(names(groupSection({ slug: 'cups', title: 'Cups' }, index, from))).toEqual([]);
    expect(names(coreSection(index, from))).toEqual(['#22']);
    expect(section({ ...kettles, approvers: ['core-maintainer'] })[0]).toHaveLength(1);
  });
});

describe('The digests around an instant', () => {
  it.each([
    ['2026-11-23T07:59:59Z', '2026-11-16T08:00:00Z', '2026-11-23T08:00:00Z'],
    ['2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z', '2026-11-30T08:00:00Z'],
    ['2026-11-29T23:59:59Z', '2026-11-23T08:00:00Z', '2026-11-30T08:00:00Z'],
    ['2027-01-01T00:00:00Z', '2026-12-28T08:00:00Z', '2027-01-04T08:00:00Z'],
  ])('%s are %s and %s', (now, last, next) => {
    expect(digestsAround({ to: [], day: 'monday', hour: 8, issue: null }, now)).toEqual({ last, next });
  });

  it('are those of a Sunday, too', () => {
    expect(digestsAround({ to: [], day: 'sunday', hour: 23, issue: null }, '2026-11-23T00:00:00Z')).toEqual({
      last: '2026-11-22T23:00:00Z',
      next: '2026-11-29T23:00:00Z',
    });
  });
});

describe('told.json', () => {
  const claim = (key: string, at: string) => ({ channel: 'core', key, at, by: 'me' });
  const now = '2026-11-23T09:00:00Z';

  it('is the same bytes for the same claims, and keeps none that is older than anything that is told', () => {
    const [old, one, two] = [
      claim('old', '2026-11-09T09:00:00Z'),
      claim('one', '2026-11-09T09:00:01Z'),
      claim('two', '2026-11-23T08:00:00Z'),
    ];
    const text = writeTold({ issue: 4, told: [two, old, one] }, now);
    expect(readTold(text)).toMatchObject({ issue: 4, told: [one, two] });
    expect(writeTold({ issue: 4, told: [one, two] }, now)).toBe(text);
  });

  it('is an error where it is not of its form: nobody is told twice because it could not be read', () => {
    expect(readTold(null)).toEqual({ issue: null, told: [] });
    for (const text of ['', '{}', '{"v":1,"issue":null,"told":[{"channel":"core"}]}']) {
      expect(() => readTold(text)).toThrow();
    }
  });
});
