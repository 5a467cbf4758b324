import { describe } from 'vitest';
import { recordedActivity, type RecordedLedger } from '../../../src/judge/ladder/activity.js';
import { ladderReport } from '../../../src/judge/ladder/report.js';
import { readSources, type LadderStanding } from '../../../src/people/index.js';
import { charter } from '../../people/writing.js';
import { Issue, PACK } from '../ladder/history.js';
import { areToldIn } from './told.js';

const { paths } = PACK;
const ROSTER = `version: 1
people:
  - { logins: [rosa], name: Rosa Ek, roles: [{ role: lead-maintainer, since: 2020-01-01 }] }
  - { logins: [sven], name: Sven Ro, roles: [{ role: core-maintainer, since: 2022-01-01 }] }
  - { logins: [kofi], name: Kofi A, roles: [{ role: maintainer, since: 2026-05-20 }] }
  - { logins: [mira], name: Mira B, roles: [{ role: maintainer, since: 2026-05-21 }] }
  - { logins: [tess], name: Tess C, roles: [{ role: member }] }
  - { logins: [olga], name: Olga D, roles: [{ role: member, since: 2026-01-01, until: 2026-11-10 }] }
  - { logins: [core], name: Core E, moderator: true }
  - { logins: [zed], name: Zed F, emeritus: true, roles: [{ role: maintainer, since: 2020-01-01, until: 2024-01-01 }] }
`;

const names = (all: readonly LadderStanding[]): string => all.map(({ login }) => login).join(' ');

/** The ladder on a day, by the files and by what a record shows. */
function told(today: string, ledgers: readonly RecordedLedger[] | null, roster = ROSTER): string[] {
  const charters = [{ path: `${paths.workingGroups}/kettle-timers.mdx`, text: charter() }];
  const sources = readSources({ maintainers: null, roster, charters }, paths);
  const activity = ledgers && recordedActivity(ledgers, new Map([['sven', { id: 4 }]]));
  const report = ladderReport(sources, PACK, today, activity);
  return [
    ...report.places.map(({ role, people }) => `${role}: ${names(people)}`),
    `moderators: ${names(report.moderators)}; beside: ${names(report.beside)}; emeritus: ${names(report.emeritus)}`,
    ...report.near.map(({ standing, outlook, from }) => `near: ${standing.login} to ${outlook.to} from ${from}`),
    ...report.terms.map((term) => `term: ${JSON.stringify(term)}`),
    ...(report.inactive ?? ['not read']).map((one) => `inactive: ${JSON.stringify(one)}`),
    ...(report.endorsed ?? ['not read']).map((one) => `endorsed: ${JSON.stringify(one)}`),
    ...report.unchecked.map(({ rule, says }) => `unchecked: ${rule}: ${says}`),
  ];
}

/** An issue of November 2026 in which the account 4, which is Sven's, nominated somebody, and others spoke. */
const ledger = (number: number): RecordedLedger => {
  const issue = new Issue().says('core', '/nominate @nominee member').says('outsider', '/object @nominee Who is it?');
  return { number, lines: issue.all, issue: { state: issue.seen().state } };
};

describe('The ladder on a day', () => {
  areToldIn('ladder', {
    'By the files alone': () => told('2026-11-02', null),
    'By the files, when times and terms have come closer': () => told('2026-11-21', null),
    'By the files, where the roster says since when of everybody': () =>
      told('2026-11-02', null, ROSTER.replace('{ role: member }', '{ role: member, since: 2026-10-20 }')),
    'With a record in which nothing stands': () => told('2026-11-02', []),
    'With a record that is younger than the time that the rules name': () => told('2026-12-01', [ledger(20)]),
    'With a record of a year ago': () => told('2027-11-02', [ledger(20), { ...ledger(21), issue: null }]),
    'With a record of four months ago': () => told('2027-03-02', [ledger(20)]),
  });
});
