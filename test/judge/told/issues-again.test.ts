import { describe } from 'vitest';
import { areToldIn } from './told.js';
import { CY, ISSUE, NOMINATED, OPENED, ROSTER, START, approved, pull, seen, SHOWN } from './issue.js';

describe('A look at an issue in which something stands already', () => {
  areToldIn('issues-again', {
    'A pull request for the roster that was opened since': () =>
      approved({ prior: [OPENED, { kind: 'intent', at: START, key: 'roster-pull', people: [] }], pulls: [pull()] }),
    'A pull request for the roster that was meant to be opened, and was not': () =>
      approved({ prior: [OPENED, { kind: 'intent', at: START, key: 'roster-pull', people: [] }] }),
    'A comment that was posted since, and one that was not': () =>
      seen(NOMINATED, {
        roster: ROSTER(CY),
        prior: [
          OPENED,
          { kind: 'intent', at: START, key: 'status', people: [] },
          { kind: 'intent', at: START, key: 'other', people: [] },
        ],
        published: {
          posts: new Map([['status', { nodeId: 'x' } as never]]),
          duplicates: [],
          labels: new Map(),
          reactions: new Map(),
        },
      }),
    'A comment that was posted since, and nothing else': () =>
      seen([], {
        prior: [OPENED, { kind: 'intent', at: START, key: 'status', people: [] }],
        published: {
          posts: new Map([['status', { nodeId: 'x' } as never]]),
          duplicates: [],
          labels: new Map(),
          reactions: new Map(),
        },
      }),
    'What GitHub showed of their work, at two looks': () =>
      seen([NOMINATED[0]!], { looks: [0, 24], contributions: SHOWN }),
    'What GitHub showed of somebody who lays a role down': () =>
      seen([['cydorn', '/step-down member']], {
        roster: ROSTER(CY),
        contributions: SHOWN,
      }),
    'An issue that was closed and is open again': () =>
      seen(NOMINATED, {
        roster: ROSTER(CY),
        prior: [OPENED, { kind: 'pull', at: '2026-11-02T09:00:10Z', state: 'closed' }],
        issue: { ...ISSUE, reopenedAt: '2026-11-02T09:00:20Z' },
      }),
    'An issue of which nobody knows when it was closed': () =>
      seen(NOMINATED, { roster: ROSTER(CY), issue: { ...ISSUE, state: 'closed' } }),
    'Words that were read in another order than they were said': () =>
      seen([...NOMINATED, ['kofi', '/ladder approve She has led it.']], { roster: ROSTER(CY), isBackwards: true }),
    'Somebody who comes back': () =>
      seen([['rosa', '/nominate @cydorn maintainer']], {
        roster: ROSTER(
          '  - { logins: [cydorn], emeritus: true, roles: [{ role: maintainer, since: 2020-01-01, until: 2024-01-01 }, { role: member, since: 2019-01-01, until: 2019-12-31 }] }\n',
        ),
      }),
    'Somebody who asks to be emeritus, and what they would have been again': () =>
      seen([['cydorn', '/emeritus @cydorn I am off.']], {
        roster: ROSTER(
          '  - { logins: [cydorn], roles: [{ role: maintainer, since: 2024-01-01 }, { role: member, since: 2019-01-01, until: 2019-12-31 }] }\n',
        ),
      }),
    'A ledger with an end that nothing gives': () =>
      seen([['kofi', '/endorse @cydorn']], {
        roster: ROSTER(CY),
        prior: [OPENED, { kind: 'settled', at: START, outcome: 'approved', why: 'It is.', sponsors: [], cause: null }],
      }),
    'A nominee of two accounts': () =>
      seen(
        [
          ['rosa', '/nominate @cydorn maintainer'],
          ['hugo', '/endorse @cydorn'],
        ],
        {
          roster: ROSTER(
            '  - { logins: [cydorn, hugo], name: Cy Dorn, roles: [{ role: member, since: 2026-01-01 }] }\n',
          ),
        },
      ),
    'Somebody of the core whom no account is called': () =>
      seen(NOMINATED, { roster: ROSTER(`${CY}  - { logins: [nobody, noone], roles: [{ role: core-maintainer }] }\n`) }),
    'A group that is over, and a name that fits several': () =>
      seen([
        ['adabell', '/nominate @hugo wg-member lids'],
        ['adabell', '/nominate @hugo wg-member timers'],
      ]),
    'A place in a group about which the core decides': () =>
      seen(
        [
          ['adabell', '/nominate @cydorn lead kettle-timers'],
          ['rosa', '/nominate @cydorn lead kettle-timers'],
          ['bocarr', '/object @cydorn Not yet.'],
        ],
        { roster: ROSTER(CY) },
      ),
  });
});
