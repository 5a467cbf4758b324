import { describe, expect, it } from 'vitest';
import { ladderReport } from '../../../src/judge/ladder/report.js';
import { readSources } from '../../../src/people/index.js';
import { charter } from '../../people/writing.js';
import { PACK } from './history.js';

const { paths } = PACK;
const charters = [{ path: `${paths.workingGroups}/kettle-timers.mdx`, text: charter() }];

/** The ladder of these people on 2 November 2026. */
const report = (people: readonly string[], members: string[] | null = null) =>
  ladderReport(
    readSources(
      {
        ...{ maintainers: null, charters },
        roster: `version: 1\npeople:\n${people.map((each) => `  - ${each}\n`).join('')}`,
        ...(members ? { members: { source: 'https://x.test', logins: members } } : {}),
      },
      paths,
    ),
    PACK,
    '2026-11-02',
  );

describe('The ladder', () => {
  it('does not have among those who are there whoever has left it', () => {
    const { emeritus, moderators, beside } = report([
      '{ logins: [zed], emeritus: true, moderator: true }',
      '{ logins: [yan], emeritus: true, groups: [{ group: kettle-timers, level: member }] }',
      '{ logins: [olga], moderator: true }',
    ]);
    const names = [emeritus, moderators, beside].map((all) => all.map(({ login }) => login).join(' '));
    expect(names).toEqual(['yan zed', 'olga', 'adabell bocarr cydorn dieng edfoss']);
  });

  it('has beside it who has a place in a group alone', () => {
    const { beside } = report(['{ logins: [adabell], roles: [{ role: member }] }', '{ logins: [hugo] }']);
    expect(beside.map(({ login }) => login)).toEqual(['bocarr', 'cydorn', 'dieng', 'edfoss']);
  });

  it('says whose time is enough or will be within 30 days, the first first', () => {
    const member = (login: string, since: string): string =>
      `{ logins: [${login}], roles: [{ role: member, since: ${since} }] }`;
    const { near } = report([
      member('ada', '2026-06-02'),
      member('ben', '2026-06-03'),
      member('cho', '2026-01-01'),
      member('dan', '2026-05-02'),
      member('eve', '2026-05-02'),
      '{ logins: [fay], roles: [{ role: member }] }',
      '{ logins: [gus], roles: [{ role: core-maintainer, since: 2020-01-01 }] }',
    ]);
    expect(near.map(({ standing, outlook, from }) => `${standing.login} ${outlook.to} ${from}`)).toEqual([
      'cho maintainer 2026-07-01',
      'dan maintainer 2026-11-02',
      'eve maintainer 2026-11-02',
      'ada maintainer 2026-12-02',
    ]);
  });

  it('says of how many nobody knows since when they hold their role, for each step', () => {
    const times = report([
      '{ logins: [ada], roles: [{ role: member }] }',
      '{ logins: [ben], roles: [{ role: member }] }',
      '{ logins: [cho], roles: [{ role: member, since: 2026-01-01 }] }',
      '{ logins: [dan], roles: [{ role: maintainer }] }',
    ]).unchecked.filter(({ says }) => says.startsWith('The time in place'));
    expect(times).toEqual([
      {
        rule: 'ladder-maintainer',
        says: 'The time in place: since when 2 people hold their role, the roster does not say.',
      },
      {
        rule: 'ladder-core-maintainer',
        says: 'The time in place: since when one person holds their role, the roster does not say.',
      },
    ]);
  });

  it('says that nobody has read who belongs to the organisation, as long as nobody has', () => {
    const unseen = (members: string[] | null): number =>
      report(['{ logins: [ada] }'], members).unchecked.filter(({ says }) => says.startsWith('Who is a member')).length;
    expect([unseen(null), unseen(['ada'])]).toEqual([1, 0]);
  });
});
