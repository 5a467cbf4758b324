import { describe, expect, it } from 'vitest';
import { packRules } from '../../src/facts/governing.js';
import {
  categoriesMeant,
  NOT_IN_CLONE,
  NOTHING_DISCUSSED,
  type Category,
  type Discussed,
  type Discussion,
} from '../../src/judge/duties/discussed.js';
import { dutiesOf, warned } from '../../src/judge/duties/duties.js';
import type { Duty } from '../../src/judge/duties/duty.js';
import { dueTerms, groupsNamedIn, peopleOn, readSources } from '../../src/people/index.js';
import type { Rules } from '../../src/rules/schema.js';
import { CHARTER } from '../cli/kettles.js';

const { paths } = packRules();
const charter = (folder: string, slug: string, title: string) => ({
  path: `${folder}/${slug}.mdx`,
  text: CHARTER.replaceAll('Kettles', title),
});
const sources = readSources(
  {
    maintainers: null,
    roster: null,
    charters: [
      charter(paths.workingGroups, 'kettles', 'Kettles'),
      charter(paths.workingGroups, 'kettles-and-pots', 'Kettles and Pots'),
      charter(paths.interestGroups, 'tea', 'Tea'),
    ],
  },
  paths,
);
const governance = peopleOn(sources, '2026-11-23');
const [kettles] = governance.groups.filter(({ slug }) => slug === 'kettles');

const discussion = (title: string, createdAt: string, ...added: string[]): Discussion => ({
  ...{ title, url: `https://github.test/${title.length}`, createdAt, added, isWhole: true },
});
const category = (name: string, ...discussions: Discussion[]): Category => ({ name, discussions, isWhole: true });
const notes = (...discussions: Discussion[]): Discussed => ({
  ok: true,
  categories: [category('Meeting Notes', ...discussions)],
});
const updates = (...discussions: Discussion[]): Discussed => ({
  ok: true,
  categories: [category('Kettles WG', ...discussions)],
});

function duties(discussed: Discussed, now: string, rules: Rules = packRules()): Duty[] {
  if (!kettles) throw new Error('There is no such group.');
  const terms = dueTerms(sources, now.slice(0, 10), 30);
  return dutiesOf(kettles, { governance, rules, discussed, terms, now });
}

/** A duty as "state: sentence | day says". */
function duty(name: RegExp, discussed: Discussed, now: string): string {
  const [found] = duties(discussed, now).filter((one) => name.test(one.name));
  return found
    ? [`${found.state}: ${found.says}`, ...found.cases.map(({ day, says }) => `${day} ${says}`)].join(' | ')
    : 'none';
}

describe('Whose a discussion is', () => {
  it.each([
    ['Kettles WG meeting 2026-11-20', ['kettles']],
    ['[MCP] kettles: notes of Nov 20, 2026', ['kettles']],
    ['Kettles and Pots Working Group, 20 November 2026', ['kettles-and-pots']],
    ['Kettles with Tea, 2026-11-20', ['kettles', 'tea']],
    ['Kettle descaling', []],
    ['All groups', []],
  ])('%s names %j', (title, slugs) => {
    expect(groupsNamedIn(governance, title).map(({ slug }) => slug)).toEqual(slugs);
  });

  it.each<[string, string[], (string | null)[]]>([
    ['Meeting Notes', ['meeting notes', 'Meeting Notes 2'], [null]],
    [
      '{group}',
      ['Kettles WG', 'Tea IG', 'General', 'Kettles and', 'Kettles and Pots'],
      ['kettles', 'tea', 'kettles-and-pots'],
    ],
    ['{group} notes', ['Kettles notes', 'notes', ' notes', 'Kettles'], ['kettles']],
  ])('a rule that says %s means of %j those of %j', (wanted, names, slugs) => {
    const all = names.map((name) => ({ name }));
    expect(categoriesMeant(wanted, all, governance).map(({ group }) => group?.slug ?? null)).toEqual(slugs);
  });
});

describe('An agenda', () => {
  const MEETING = 'Kettles WG meeting 2026-11-20';
  it.each([
    ['2026-11-13T23:59:59Z', 'held: Of 1 meeting that discussions name, all.'],
    ['2026-11-14T00:00:00Z', 'failed: Of 1 meeting that discussions name, 1 came later. | 2026-11-20 6 days ahead'],
    [
      '2026-11-20T08:00:00Z',
      'failed: Of 1 meeting that discussions name, 1 came later. | 2026-11-20 announced on the day',
    ],
    [
      '2026-11-21T08:00:00Z',
      'failed: Of 1 meeting that discussions name, 1 came later. | 2026-11-20 announced after it',
    ],
  ])('that came at %s is %s', (at, expected) => {
    expect(duty(/Agendas 7 days ahead/, notes(discussion(MEETING, at)), '2026-11-23T00:00:00Z')).toBe(expected);
  });

  it('of a meeting to come counts as well, and the first of several for one day', () => {
    const both = notes(
      discussion(MEETING, '2026-11-19T00:00:00Z'),
      discussion(`${MEETING} agenda`, '2026-11-01T00:00:00Z'),
    );
    expect(duty(/Agendas/, both, '2026-11-10T00:00:00Z')).toBe('held: Of 1 meeting that discussions name, all.');
  });

  it('of more than a month ago is no matter any more', () => {
    const old = notes(discussion(MEETING, '2026-11-19T00:00:00Z'));
    expect(duty(/Agendas/, old, '2026-12-21T00:00:00Z')).toMatch(/^failed/);
    expect(duty(/Agendas/, old, '2026-12-22T00:00:00Z')).toMatch(
      /^unchecked: Not checked: no discussion in Meeting Notes/,
    );
  });
});

describe('Notes', () => {
  const MEETING = 'Kettles WG meeting 2026-11-20';
  const EARLY = '2026-11-01T00:00:00Z';
  const LATE =
    'Of 1 meeting that discussions name, something was written in time after 0; whether it is the notes, only people can say.';
  it.each<[string, Discussion, string, string]>([
    [
      'written on the day',
      discussion(MEETING, EARLY, '2026-11-20T00:00:00Z'),
      '2026-11-23T00:00:01Z',
      'held: Of 1 meeting that discussions name, something was written in time after each; whether it is the notes, only people can say.',
    ],
    [
      'written at the last moment',
      discussion(MEETING, EARLY, '2026-11-23T00:00:00Z'),
      '2026-11-24T00:00:00Z',
      'held: ',
    ],
    [
      'written a second later',
      discussion(MEETING, EARLY, '2026-11-23T00:00:01Z'),
      '2026-11-24T00:00:00Z',
      `failed: ${LATE} | 2026-11-20 nothing was written until Monday 23 November 2026 00:00 UTC; notes were due by Monday 23 November 2026 00:00 UTC`,
    ],
    [
      'written before the day',
      discussion(MEETING, EARLY, '2026-11-19T23:59:59Z'),
      '2026-11-23T00:00:01Z',
      `failed: ${LATE} | 2026-11-20 nothing was written since; notes were due by Monday 23 November 2026 00:00 UTC`,
    ],
    [
      'not due yet',
      discussion(MEETING, EARLY),
      '2026-11-23T00:00:00Z',
      `open: ${LATE} | 2026-11-20 notes are due by Monday 23 November 2026 00:00 UTC`,
    ],
    [
      'of which not all was read',
      { ...discussion(MEETING, EARLY), isWhole: false },
      '2026-11-24T00:00:00Z',
      `unchecked: ${LATE} | 2026-11-20 not checked: more was written there than was read`,
    ],
    [
      'opened on the day',
      discussion(MEETING, '2026-11-20T20:00:00Z'),
      '2026-11-24T00:00:00Z',
      `unchecked: ${LATE} | 2026-11-20 not checked: it was opened on the day, for the agenda or the notes`,
    ],
    ['opened after the day', discussion(MEETING, '2026-11-21T20:00:00Z'), '2026-11-24T00:00:00Z', 'held: '],
    [
      'of a meeting to come',
      discussion(MEETING, EARLY),
      '2026-11-19T23:00:00Z',
      'unchecked: Not checked: no meeting is over yet.',
    ],
  ])('%s', (_, one, now, expected) => {
    expect(duty(/Notes within 48 hours/, notes(one), now)).toContain(expected);
  });

  it('are no longer held where older discussions were not read', () => {
    const one = discussion(MEETING, EARLY, '2026-11-20T10:00:00Z');
    const cut = (oldest: string): Discussed => ({
      ok: true,
      categories: [{ name: 'Meeting Notes', isWhole: false, discussions: [one, discussion('Tea', oldest)] }],
    });
    expect(duty(/Notes/, cut('2026-10-22T00:00:00Z'), '2026-11-23T00:00:01Z')).toMatch(/^held/);
    expect(duty(/Notes/, cut('2026-10-23T00:00:00Z'), '2026-11-23T00:00:01Z')).toMatch(
      /^unchecked: .* Others are not checked: there are more discussions than were read\.$/,
    );
  });
});

describe('An update', () => {
  const of = (at: string, title = 'Quarterly Update'): Discussed => updates(discussion(title, at));
  it.each<[string, Discussed, string, string]>([
    [
      'in time',
      of('2026-10-30T12:00:00Z'),
      '2026-11-23T00:00:00Z',
      'held: The last one that was found is of 2026-10-30. The next is due by 2027-01-31.',
    ],
    ['days late', of('2026-11-05T12:00:00Z'), '2026-11-23T00:00:00Z', 'held: '],
    [
      'of another quarter',
      of('2026-08-02T12:00:00Z'),
      '2026-11-23T00:00:00Z',
      'failed: The last one that was found is of 2026-08-02. | 2026-10-31 was due by the end of this day',
    ],
    [
      'called otherwise',
      of('2026-10-30T12:00:00Z', 'Where we stand'),
      '2026-11-23T00:00:00Z',
      'failed: None was found in Kettles WG. | 2026-10-31',
    ],
    [
      'on its day',
      of('2026-08-02T12:00:00Z'),
      '2026-10-31T00:00:00Z',
      'open: The last one that was found is of 2026-08-02. | 2026-10-31 is due by the end of this day',
    ],
    ['two weeks before', of('2026-08-02T12:00:00Z'), '2026-10-17T00:00:00Z', 'open: '],
    ['nearer to the one before', of('2026-12-16T12:00:00Z'), '2027-02-10T00:00:00Z', 'failed: '],
    ['nearer to the next', of('2026-12-17T12:00:00Z'), '2027-02-10T00:00:00Z', 'held: '],
    ['earlier', of('2026-08-02T12:00:00Z'), '2026-10-16T00:00:00Z', 'held: '],
    [
      'early already',
      updates(discussion('Update', '2026-08-02T12:00:00Z'), discussion('Update', '2026-10-16T12:00:00Z')),
      '2026-10-20T00:00:00Z',
      'held: ',
    ],
  ])('%s', (_, discussed, now, expected) => {
    expect(duty(/Updates/, discussed, now)).toContain(expected);
  });

  it('is not missed where it may lie further back than was read', () => {
    const cut = (oldest: string): Discussed => ({
      ok: true,
      categories: [{ name: 'Kettles', isWhole: false, discussions: [discussion('A question', oldest)] }],
    });
    expect(duty(/Updates/, cut('2026-11-01T00:00:00Z'), '2026-11-23T00:00:00Z')).toBe(
      'unchecked: Not checked: there are more discussions than were read.',
    );
    expect(duty(/Updates/, cut('2026-09-01T00:00:00Z'), '2026-11-23T00:00:00Z')).toMatch(/^failed/);
  });
});

describe('What cannot be seen', () => {
  const now = '2026-11-23T00:00:00Z';
  it.each<[string, Discussed, string]>([
    ['a clone', NOT_IN_CLONE, 'a clone holds no discussions; the dashboard of the running app says it.'],
    [
      'a refusal',
      { ok: false, why: 'GitHub refused discussionCategories: no.' },
      'GitHub refused discussionCategories: no.',
    ],
    ['no such category', NOTHING_DISCUSSED, 'there is no category of discussions called Meeting Notes.'],
    [
      'other groups alone',
      notes(
        discussion('Tea 2026-11-20', now),
        discussion('Kettles and Tea 2026-11-20', now),
        discussion('Kettles', now),
      ),
      'no discussion in Meeting Notes whose title names this group alone and a day, in the last 31 days or to come, was found.',
    ],
  ])('is said to be not checked, and never fine: %s', (_, discussed, why) => {
    for (const name of [/Agendas/, /Notes/]) expect(duty(name, discussed, now)).toBe(`unchecked: Not checked: ${why}`);
    expect(duty(/Updates/, discussed, now)).toMatch(/^unchecked: Not checked: /);
  });

  it('is not asked for where the rules ask for nothing, or of a group that is over', () => {
    const rules = packRules();
    const none = { ...rules.rules['group-updates'], months: [] };
    const meetings = { ...rules.rules['group-meetings'], category: null };
    const other: Rules = { ...rules, rules: { ...rules.rules, 'group-updates': none, 'group-meetings': meetings } };
    expect(duties(NOTHING_DISCUSSED, now, other).map(({ says }) => says)).toEqual([
      'Not checked: the rules name no category of discussions.',
      'Not checked: the rules name no category of discussions.',
    ]);
    const ground = { governance, rules, discussed: NOTHING_DISCUSSED, terms: [], now };
    if (kettles) expect(dutiesOf({ ...kettles, status: 'retired' }, ground)).toEqual([]);
  });
});

describe('What is said beyond the dashboard', () => {
  it('is what is wrong or due, of rules that warn', () => {
    const now = '2026-11-23T00:00:00Z';
    const late = notes(discussion('Kettles 2026-11-20', '2026-11-19T00:00:00Z'));
    const rules = packRules();
    expect(warned(duties(late, now), rules).filter(({ rule }) => rule !== 'terms')).toEqual([]);
    const meetings = { ...rules.rules['group-meetings'], mode: 'warn' as const };
    const warns: Rules = { ...rules, rules: { ...rules.rules, 'group-meetings': meetings } };
    expect(warned(duties(late, now), warns).map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Agendas 7 days ahead failed',
      'Notes within 48 hours open',
    ]);
  });
});
