import { describe } from 'vitest';
import type { LineBody } from '../../../src/ledger/lines.js';
import { packRules } from '../../../src/facts/governing.js';
import { areToldIn } from './told.js';
import { CY, ISSUE, NOMINATED, ROSTER, START, approved, people, pull, seen, wrote, SHOWN } from './issue.js';

describe('A look at an issue', () => {
  areToldIn('issues', {
    'A nomination, and a look on each of two days': () => seen(NOMINATED, { roster: ROSTER(CY), looks: [0, 24] }),
    'A nomination with what GitHub showed of their work': () => seen([NOMINATED[0]!], { contributions: SHOWN }),
    'A nomination of somebody whom no file names': () => seen([['rosa', '/nominate @hugo member']]),
    'A place in a group, by its title': () => seen([['adabell', '/nominate @hugo wg-member Kettle-Timers']]),
    'A place in a group that is not there': () => seen([['adabell', '/nominate @hugo wg-member cups']]),
    'A community moderator who is one': () =>
      seen([['rosa', '/nominate @cydorn moderator']], {
        roster: ROSTER('  - { logins: [cydorn], moderator: true }\n'),
      }),
    'Somebody who lays down what they are not': () =>
      seen([
        ['hugo', '/step-down maintainer'],
        ['hugo', '/step-down everything'],
      ]),
    'A lead who lays down their place as a member': () =>
      seen([
        ['adabell', '/step-down wg-member kettle-timers'],
        ['cydorn', '/step-down lead kettle-timers'],
      ]),
    'A lead who lays down the group': () => seen([['adabell', '/step-down lead kettle-timers']]),
    'A member of a group who lays everything down': () =>
      seen([['cydorn', '/emeritus @cydorn I am off.']], { roster: ROSTER(CY) }),
    'Emeritus who hold nothing': () => seen([['rosa', '/emeritus @hugo Long gone.']]),
    'Emeritus who hold something': () => seen([['rosa', '/emeritus @kofi Long gone.']], { roster: ROSTER('') }),
    'A member who lays that down, and stays in a group': () =>
      seen([['cydorn', '/step-down member']], { roster: ROSTER(CY) }),
    'A member of no group who lays that down': () =>
      seen([['hugo', '/step-down member']], { roster: ROSTER('  - { logins: [hugo], roles: [{ role: member }] }\n') }),
    'A member and moderator who lays one of both down': () =>
      seen([['hugo', '/step-down moderator']], {
        roster: ROSTER('  - { logins: [hugo], moderator: true, roles: [{ role: member }] }\n'),
      }),
    'A moderator who lays that down': () =>
      seen([['hugo', '/step-down moderator']], { roster: ROSTER('  - { logins: [hugo], moderator: true }\n') }),
    'A maintainer who is asked whether they are still there, and writes anything at all': () =>
      seen([['rosa', '/inactive @cydorn']], {
        roster: ROSTER(CY.replace('role: member', 'role: maintainer')),
        looks: [0, 48],
        answers: [
          wrote('hugo', '2026-11-02T12:00:00Z'),
          wrote('cydorn', '2026-11-03T13:00:00Z'),
          wrote('cydorn', '2026-11-03T12:00:00Z'),
          wrote('cydorn', '2026-11-01T12:00:00Z'),
        ],
      }),
    'A maintainer who is asked, and writes nothing': () =>
      seen([['rosa', '/inactive @cydorn\nSince May.']], {
        roster: ROSTER(CY.replace('role: member', 'role: maintainer')),
        looks: [0, 14 * 24],
      }),
    'A member of a group who is asked': () => seen([['adabell', '/inactive @cydorn kettle-timers']]),
    'A lead of a group who is asked': () => seen([['bocarr', '/inactive @adabell Kettle-Timers']]),
    'Somebody who is asked about a group that they are not of': () =>
      seen([
        ['adabell', '/inactive @hugo kettle-timers'],
        ['adabell', '/inactive @cydorn cups'],
      ]),
    'Somebody without a place, and somebody of whom no rule speaks': () =>
      seen(
        [
          ['rosa', '/inactive @hugo'],
          ['rosa', '/inactive @kofi'],
        ],
        { roster: ROSTER('').replace('core-maintainer', 'lead-maintainer') },
      ),
    'Somebody who holds their place for too short a time': () =>
      seen([['rosa', '/inactive @cydorn']], { roster: ROSTER(CY.replace('since: 2026-01-01', 'since: 2026-10-01')) }),
    'An issue that is closed': () =>
      seen(NOMINATED, { roster: ROSTER(CY), issue: { ...ISSUE, state: 'closed', closedAt: '2026-11-02T09:20:00Z' } }),
    'An issue that is locked': () =>
      seen(NOMINATED, {
        roster: ROSTER(CY),
        issue: { ...ISSUE, locked: true, locks: [{ at: '2026-11-02T09:20:00Z', locked: true }] },
      }),
    'An issue whose author is gone': () => seen([], { issue: { ...ISSUE, author: null } }),
    'An approval that no pull request brings into the roster yet': () => approved(),
    'An approval whose pull request is open': () => approved({ pulls: [pull()] }),
    'An approval whose pull request was made from an older roster': () => approved({ pulls: [pull({ from: 'o0' })] }),
    'An approval whose pull request was made from no roster, and there is none': () =>
      approved({ pulls: [pull({ from: 'none' })], rosterOid: null }),
    'An approval whose pull request somebody has changed': () => approved({ pulls: [pull({ isOurs: false })] }),
    'An approval whose pull request was closed': () => approved({ pulls: [pull({ state: 'closed' })] }),
    'An approval whose pull request was merged, and the roster says otherwise': () =>
      approved({ pulls: [pull({ state: 'merged' })] }),
    'An approval that GitHub refused a pull request for': () => approved({ refused: 'The app may not write there.' }),
    'An approval of which the roster says so': () =>
      approved({
        roster: ROSTER(
          CY.replace('{ role: member', "{ role: maintainer, since: 2026-11-09, decision: '#20' }, { role: member"),
        ),
        pulls: [pull({ state: 'merged' })],
      }),
    'An approval while the roster cannot be read': () =>
      approved({
        governing: {
          ...people(ROSTER(CY)),
          held: [{ path: packRules().paths.roster, commit: 'c'.repeat(40), why: 'No.' } as never],
        },
      }),
    'An approval whose pull request was made and is not there any more': () =>
      approved({
        prior: [
          { kind: 'opened', at: START, subject: { kind: 'nomination', number: 20 }, by: null },
          { kind: 'intent', at: START, key: 'roster-pull', people: [] },
          { kind: 'made', at: START, key: 'roster-pull' },
        ] as LineBody[],
      }),
    'A rejection': () => seen([...NOMINATED, ['rosa', '/ladder reject Not now.']], { roster: ROSTER(CY) }),
  });
});
