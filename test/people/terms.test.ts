import { describe, expect, it } from 'vitest';
import { daysBetween, dueTerms, readCharter, readRoster, termState } from '../../src/people/index.js';
import { charter, LEADS, WG_PATH } from './writing.js';

describe('where a term stands, with 30 days of notice', () => {
  it.each([
    ['2027-01-31', 31, 'running'],
    ['2027-02-01', 30, 'ending'],
    ['2027-03-02', 1, 'ending'],
    ['2027-03-03', 0, 'ending'],
    ['2027-03-04', -1, 'ended'],
    ['2027-04-02', -30, 'ended'],
    ['2027-04-03', -31, 'overdue'],
  ])('on %s it has %i days left and is %s', (today, days, state) => {
    expect(termState('2027-03-03', today, 30)).toEqual({ days, state });
  });

  it('counts days across a leap year and a change of clocks', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

/** What is due of Ada, whose term in the charter ends on 3 March 2027, and of whom the roster names. */
function due(today: string, people = '', leadership = LEADS): string[] {
  const { group } = readCharter(charter({ leadership }), WG_PATH);
  const roster = people === '' ? null : readRoster(`version: 1\npeople:\n${people}`, 'roster.yml').roster;
  return dueTerms({ groups: [group], roster }, today, 30).map(
    ({ login, of, days, state, path }) =>
      `@${login ?? ''} ${'group' in of ? of.group : of.role} ${state} ${days} ${path}`,
  );
}
const lead = (span: string): string =>
  `  - { logins: [adabell], groups: [{ group: kettle-timers, level: lead${span} }] }`;

describe('terms that somebody should know about', () => {
  it("are said before and after, and a charter's until it is renewed", () => {
    expect(due('2027-01-31')).toEqual([]);
    expect(due('2027-02-01')).toEqual([`@adabell kettle-timers ending 30 ${WG_PATH}`]);
    expect(due('2027-06-01')).toEqual([`@adabell kettle-timers overdue -90 ${WG_PATH}`]);
    expect(due('2027-06-01', '', LEADS.replace('Mar 3, 2027', 'Sep 3, 2027'))).toEqual([]);
  });

  it("follow the roster where that gives a lead's last day", () => {
    expect(due('2027-03-01', lead(', until: 2027-09-30'))).toEqual([]);
    expect(due('2027-09-20', lead(', until: 2027-09-30'))).toEqual(['@adabell kettle-timers ending 10 roster.yml']);
    expect(due('2027-03-01', lead(''))).toEqual([`@adabell kettle-timers ending 2 ${WG_PATH}`]);
  });

  it('are forgotten a month after the roster ended them, since that ends them by itself', () => {
    expect(due('2027-10-30', lead(', until: 2027-09-30'))).toEqual(['@adabell kettle-timers ended -30 roster.yml']);
    expect(due('2027-10-31', lead(', until: 2027-09-30'))).toEqual([]);
  });

  it('are no news where a later entry goes on', () => {
    const roles = (second: string): string =>
      `  - { logins: [zed], roles: [{ role: maintainer, until: 2026-05-31 }, { role: core-maintainer${second} }] }`;
    expect(due('2026-05-20', roles(', since: 2026-06-01'))).toEqual([]);
    expect(due('2026-05-20', roles(', until: 2026-01-31'))).toEqual(['@zed maintainer ending 11 roster.yml']);
  });

  it('are not said of a group that is over', () => {
    const note = '<Note>\n  This Working Group is retired.\n</Note>\n\n';
    const { group } = readCharter(charter().replace('## Group Type', `${note}## Group Type`), WG_PATH);
    expect(dueTerms({ groups: [group], roster: null }, '2027-03-01', 30)).toEqual([]);
  });
});
