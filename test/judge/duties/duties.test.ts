import { describe, expect, it } from 'vitest';
import { packRules } from '../../../src/facts/governing.js';
import { NOT_IN_CLONE, NOTHING_DISCUSSED, type Discussed } from '../../../src/judge/duties/discussed.js';
import { dutiesOf, warned } from '../../../src/judge/duties/duties.js';
import type { Term } from '../../../src/people/index.js';
import type { Rules } from '../../../src/rules/schema.js';
import { discussion, duties, duty, governance, kettles, notes } from './ground.js';

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
    const fine = notes(discussion('Kettles 2026-11-20', '2026-11-01T00:00:00Z', '2026-11-20T09:00:00Z'));
    expect(warned(duties(fine, now, warns), warns).filter(({ rule }) => rule !== 'terms')).toEqual([]);
  });
});

describe('A term of a lead', () => {
  const term = (days: number, more: Partial<Term> = {}): Term => ({
    ...{ login: 'grace-example', name: 'Grace Example', of: { group: 'kettles' }, lastDay: '2026-11-23', days },
    ...{ state: days < 0 ? 'ended' : 'ending', path: 'kettles.mdx', line: 1 },
    ...more,
  });
  const said = (...terms: Term[]) =>
    kettles &&
    dutiesOf(kettles, {
      governance,
      rules: packRules(),
      discussed: NOTHING_DISCUSSED,
      terms,
      now: '2026-11-23T00:00:00Z',
    }).filter(({ rule }) => rule === 'terms');
  const RENEWED = { rule: 'terms', name: 'Terms of leads', says: 'A term is renewed, or somebody else leads.' };

  it('is due until its last day, and over after it', () => {
    const ends = { day: '2026-11-23', says: 'Grace Example, whose term ends then', url: null };
    expect(said(term(0))).toEqual([{ ...RENEWED, state: 'open', cases: [ends] }]);
    const ended = { day: '2026-11-22', says: 'olu, whose term ended then', url: null };
    expect(said(term(0), term(-1, { name: null, login: 'olu', lastDay: '2026-11-22' }))).toEqual([
      { ...RENEWED, state: 'failed', cases: [ends, ended] },
    ]);
    expect(said(term(1, { name: null, login: null }))?.[0]?.cases[0]?.says).toBe(
      'somebody without a name, whose term ends then',
    );
  });

  it('is no duty of another group, and none of a role on the ladder is', () => {
    expect(said(term(0, { of: { group: 'tea' } }), term(0, { of: { role: 'core-maintainer' } }))).toEqual([]);
  });
});

describe('An Interest Group', () => {
  it('owes no updates', () => {
    const [tea] = governance.groups.filter(({ slug }) => slug === 'tea');
    const ground = {
      governance,
      rules: packRules(),
      discussed: NOTHING_DISCUSSED,
      terms: [],
      now: '2026-11-23T00:00:00Z',
    };
    expect(tea && dutiesOf(tea, ground).map(({ name }) => name)).toEqual([
      'Agendas 7 days ahead',
      'Notes within 48 hours',
    ]);
  });
});
