import { describe, expect, test } from 'vitest';
import type { ChangedGoverning, GovernanceChangeFacts } from '../../src/facts/facts.js';
import { packRules } from '../../src/facts/governing.js';
import type { Line, LineBody } from '../../src/ledger/lines.js';
import { judged, ROSA, roster, ROSTER, type Files } from './governance.js';
import { Issue } from './ladder/history.js';

type Carried = NonNullable<GovernanceChangeFacts['carriesOut']>;

/** Issue 20 makes the nominee a member; later the account of the nominee is called otherwise. */
const decided = new Issue().says('core', '/nominate @nominee member').written().after({ days: 7 }).written().all;
const account = (
  id: number,
  login: string,
): [string, Carried['pins'] extends ReadonlyMap<string, infer A> ? A : never] => [
  login,
  { id, login, nodeId: `U_${id}`, isBot: false },
];
const carried = (lines: readonly LineBody[] = decided): Carried => ({
  ...{ issue: 20, lines: lines as Line[], rulebook: RULEBOOK },
  pins: new Map([account(20, 'nomi'), account(7, 'rosaek')]),
});
const RULEBOOK = new Map([['a'.repeat(64), packRules()]]);

const MEMBER = "roles: [{ role: member, since: 2026-11-09, decision: '#20' }]";
const NEWCOMER = `{ ids: [20], logins: [nominee], ${MEMBER} }`;
const RENAMED = '{ ids: [20], logins: [nomi], roles: [] }';
const people = (all: string[], names = ''): Partial<Files> => ({
  roster: `${roster(...all)}${names === '' ? '' : `organizations:\n  ${names}\n`}`,
});
const [from, to] = [people([ROSA]), people([ROSA, NEWCOMER])];

/** Whether the change is said to be that, and to need nothing more. */
function isExact(
  [before, after]: readonly [Partial<Files>, Partial<Files>],
  of: Carried = carried(),
  more: Partial<GovernanceChangeFacts> = {},
): boolean {
  const { asks } = judged(before, after, { facts: () => ({ carriesOut: of, ...more }) });
  return asks.length === 1 && asks[0]?.says.startsWith('It carries out what was decided in #20, exactly') === true;
}
const file = (more: Partial<ChangedGoverning> = {}): ChangedGoverning => ({
  ...{ kind: 'roster', path: ROSTER, isRemoved: false },
  ...more,
});

describe('a change of the roster that says it carries out a decision', () => {
  test.each<[string, () => boolean, boolean]>([
    ['does exactly that', () => isExact([from, to]), true],
    ['is the first roster at all', () => isExact([{ roster: null }, people([NEWCOMER])]), true],
    [
      'leaves the names of organisations as they are',
      () => isExact([people([ROSA], 'Kiln: [Oven]'), people([ROSA, NEWCOMER], 'Kiln: [Oven]')]),
      true,
    ],
    [
      'names organisations otherwise',
      () => isExact([people([ROSA], 'Kiln: [Oven]'), people([ROSA, NEWCOMER], 'Kiln: []')]),
      false,
    ],
    ['gives names to organisations', () => isExact([from, people([ROSA, NEWCOMER], 'Kiln: [Oven]')]), false],
    ['gives names with the first roster', () => isExact([{ roster: null }, people([NEWCOMER], 'Kiln: [Oven]')]), false],
    ['takes names away', () => isExact([people([ROSA], 'Kiln: [Oven]'), to]), false],
    ['gives more', () => isExact([from, people([ROSA, NEWCOMER.replace('role: member', 'role: maintainer')])]), false],
    ['gives it from another day', () => isExact([from, people([ROSA, NEWCOMER.replace('11-09', '11-10')])]), false],
    ['takes something from somebody else', () => isExact([from, people([NEWCOMER])]), false],
    ['does nothing', () => isExact([from, from]), false],
    ['is another file', () => isExact([from, to], carried(), { files: [file({ kind: 'maintainers' })] }), false],
    ['takes the roster away', () => isExact([from, to], carried(), { files: [file({ isRemoved: true })] }), false],
    [
      'touches a charter as well',
      () => isExact([from, to], carried(), { files: [file(), file({ kind: 'charter', path: 'a.mdx' })] }),
      false,
    ],
    ['touches nothing that governs', () => isExact([from, to], carried(), { files: [] }), false],
    ['touches files that were not looked at', () => isExact([from, to], carried(), { more: 1 }), false],
    [
      'finds the person under the login that they have by now',
      () => isExact([people([ROSA, RENAMED]), people([ROSA, RENAMED.replace('roles: []', MEMBER)])]),
      true,
    ],
    [
      'adds that person a second time',
      () => isExact([people([ROSA, RENAMED]), people([ROSA, RENAMED, NEWCOMER.replace('ids: [20], ', '')])]),
      false,
    ],
    [
      'finds the person by the account to which a login was pinned, where the roster gives no ids',
      () => isExact([people([ROSA, '{ logins: [nomi], roles: [] }']), people([ROSA, `{ logins: [nomi], ${MEMBER} }`])]),
      true,
    ],
    [
      'is of what is not decided yet',
      () => isExact([from, to], carried(decided.filter(({ kind }) => kind !== 'settled'))),
      false,
    ],
    ['is of no ledger of an issue', () => isExact([from, to], carried(decided.slice(1))), false],
    ['is of an empty ledger', () => isExact([from, to], carried([])), false],
  ])('%s', (_, found, expected) => expect(found()).toBe(expected));
});
