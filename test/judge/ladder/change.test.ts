import { expect, it } from 'vitest';
import { changeOf } from '../../../src/judge/ladder/change.js';
import type { Nomination } from '../../../src/judge/ladder/state.js';
import { peopleOn, readSources, type RosterChange } from '../../../src/people/index.js';
import { charter } from '../../people/writing.js';
import { Issue, PACK } from './history.js';

const KETTLES = 'kettle-timers';
/** Cy Dorn belongs to the Kettle Timers by their charter. */
const ROSTER = `version: 1
people:
  - { logins: [mira], roles: [{ role: member }] }
  - { logins: [olga], moderator: true }
  - { logins: [pia], moderator: true, roles: [{ role: member }] }
  - { logins: [cydorn] }
  - { logins: [tess], roles: [{ role: member }], groups: [{ group: kettle-timers, level: member }] }
`;
const charters = [{ path: `${PACK.paths.workingGroups}/${KETTLES}.mdx`, text: charter() }];
const governance = peopleOn(readSources({ maintainers: null, roster: ROSTER, charters }, PACK.paths), '2026-11-02');

const ENDED = new Issue().says('core', '/nominate @nominee member').after({ days: 8 }).seen().state.nomination!;

/** What a decision of 9 November changes for somebody. */
function change(login: string, more: Partial<Nomination>, logins = [login]): RosterChange | null {
  const nominee = { id: 20, login, also: [21], organization: null };
  return changeOf({ ...ENDED, nominee, ...more }, 20, { logins, governance });
}

it('A decision gives with its day and its issue, and ends that somebody is emeritus', () => {
  expect(change('hugo', { matter: 'advance', to: 'member' })).toEqual({
    of: { id: 20, also: [21], login: 'hugo', logins: ['hugo'] },
    ...{ day: '2026-11-09', decision: '#20', takes: null, emeritus: false },
    gives: { kind: 'role', role: 'member' },
  });
});

it.each<[Partial<Nomination>, RosterChange['gives']]>([
  [
    { matter: 'return', to: 'maintainer' },
    { kind: 'role', role: 'maintainer' },
  ],
  [{ to: 'moderator' }, { kind: 'moderator' }],
  [
    { to: 'wg-member', group: KETTLES },
    { kind: 'group', group: KETTLES, level: 'member' },
  ],
  [
    { to: 'lead', group: KETTLES },
    { kind: 'group', group: KETTLES, level: 'lead' },
  ],
])('It gives by %j', (nomination, gives) => {
  expect(change('hugo', nomination)).toMatchObject({ gives, takes: null, emeritus: false });
});

it.each<[string, Partial<Nomination>]>([
  ['what is still open', { closed: null }],
  ['what was rejected', { closed: { ...ENDED.closed!, outcome: 'rejected' } }],
  ['a place in a group that no line names', { to: 'lead', group: null }],
  ['a place in a group that no line names, laid down', { matter: 'step-down', to: 'wg-member', group: null }],
  ['everything, which nobody is nominated for', { to: 'everything' }],
])('Nothing comes of %s', (_, nomination) => {
  expect(change('hugo', nomination)).toBeNull();
});

it.each<[string, Partial<Nomination>, RosterChange['takes'], boolean | null]>([
  ['mira', { to: 'member' }, { kind: 'role', role: 'member' }, true],
  ['olga', { to: 'moderator' }, { kind: 'moderator' }, true],
  ['olga', { to: 'member' }, { kind: 'role', role: 'member' }, null],
  ['pia', { to: 'moderator' }, { kind: 'moderator' }, null],
  ['pia', { to: 'member' }, { kind: 'role', role: 'member' }, null],
  ['pia', { to: 'everything' }, { kind: 'everything' }, true],
  ['cydorn', { to: 'wg-member', group: KETTLES }, { kind: 'group', group: KETTLES, level: 'member' }, true],
  ['cydorn', { to: 'wg-member', group: 'cups' }, { kind: 'group', group: 'cups', level: 'member' }, null],
  ['tess', { to: 'wg-member', group: KETTLES }, { kind: 'group', group: KETTLES, level: 'member' }, null],
  ['tess', { to: 'member' }, { kind: 'role', role: 'member' }, null],
])('%s lays down by %j, and is emeritus where it is all that they hold', (login, nomination, takes, emeritus) => {
  for (const matter of ['step-down', 'emeritus', 'inactive'] as const)
    expect(change(login, { matter, ...nomination })).toMatchObject({ gives: null, takes, emeritus });
});

it('Whom the files know by another login than GitHub now is the same person', () => {
  const laid = { matter: 'step-down', to: 'moderator' } as const;
  expect(change('pia-renamed', laid, ['pia'])).toMatchObject({ of: { login: 'pia-renamed' }, emeritus: null });
  expect(change('pia', laid, [])).toMatchObject({ emeritus: null });
});
