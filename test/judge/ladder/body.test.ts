import { describe, expect, it } from 'vitest';
import { parseCommands } from '../../../src/commands/parse.js';
import type { Governing, Said } from '../../../src/facts/facts.js';
import { bodyFor, bodyLogins } from '../../../src/judge/ladder/body.js';
import { peopleOn, readSources } from '../../../src/people/index.js';
import type { Governance } from '../../../src/people/types.js';
import type { Standing } from '../../../src/rules/schema.js';
import { charter, LEADS, type Parts } from '../../people/writing.js';
import { Issue, PACK, withRule } from './history.js';

const ROSTER = `version: 1
people:
  - { logins: [Rosa, rosa-at-work], organization: Fjord, roles: [{ role: core-maintainer }] }
  - { logins: [lena], roles: [{ role: lead-maintainer }] }
  - { logins: [kofi], roles: [{ role: maintainer }] }
  - { logins: [mira], roles: [{ role: member }] }
  - { logins: [bo-at-home, bocarr], roles: [{ role: member }] }
  - { logins: [zed], emeritus: true, roles: [{ role: maintainer, since: 2020-01-01, until: 2024-01-01 }] }
`;

/** Ada Bell and Bo Carr lead the Kettle Timers, to which Cy Dorn belongs; Di Eng takes part, and Ed Foss looks on. */
function files(change: Partial<Parts> = {}, folder: 'workingGroups' | 'interestGroups' = 'workingGroups'): Governance {
  const { paths } = PACK;
  const charters = [{ path: `${paths[folder]}/kettle-timers.mdx`, text: charter(change) }];
  return peopleOn(readSources({ maintainers: null, roster: ROSTER, charters }, paths), '2026-11-02');
}

const FILES = files();

/** Everybody has an account, whose id is the place of the name among these, but for who is left out. */
const NAMES = 'rosa rosa-at-work lena kofi mira bo-at-home bocarr zed adabell cydorn dieng edfoss'.split(' ');
const accountsBut = (...without: string[]): Governing['accounts'] =>
  new Map(
    NAMES.flatMap((login, id) =>
      without.includes(login) ? [] : [[login, { id, login, nodeId: `U_${id}`, isBot: false }]],
    ),
  );

const KETTLES = 'kettle-timers';

/** The body of a matter: who, by which account, as what. */
const body = (
  asked: readonly Standing[],
  group: string | null,
  { governance = FILES, accounts = accountsBut() }: Partial<Pick<Governing, 'governance' | 'accounts'>> = {},
): string[] =>
  bodyFor({ governance, accounts }, asked, group).map(({ id, login, roles }) => `${login} ${id}: ${roles.join(' ')}`);

describe('Who may have a say in a matter', () => {
  it('is who holds one of the standings that the rules name, with what they are in the group beside it', () => {
    expect(body(['core-maintainer', 'maintainer'], null)).toEqual(['kofi 3: maintainer', 'rosa 0: core-maintainer']);
    expect(body(['member'], KETTLES)).toEqual([
      `bo-at-home 5: member lead:${KETTLES} wg-member:${KETTLES}`,
      'mira 4: member',
    ]);
    expect(body(['member'], null)).toEqual(['bo-at-home 5: member', 'mira 4: member']);
  });

  it('is who leads the group, and who belongs to it, and not who takes part or looks on', () => {
    const ada = `adabell 8: lead:${KETTLES} wg-member:${KETTLES}`;
    const bo = `bo-at-home 5: member lead:${KETTLES} wg-member:${KETTLES}`;
    expect(body(['lead'], KETTLES)).toEqual([ada, bo]);
    expect(body(['wg-member'], KETTLES)).toEqual([ada, bo, `cydorn 9: wg-member:${KETTLES}`]);
  });

  it.each<[string, Governance, string | null, string[]]>([
    ['in no group', FILES, null, []],
    ['in a group without a charter', FILES, 'cups', []],
    [
      'in a group that is still forming',
      files({ type: '**Working Group** (forming)' }),
      KETTLES,
      ['adabell', 'bo-at-home'],
    ],
    ['in an Interest Group, which decides nothing', files({}, 'interestGroups'), KETTLES, ['adabell', 'bo-at-home']],
    [
      'where a lead has no account',
      files({ leadership: LEADS.replace(/\[@adabell\]\S+/, 'TBD') }),
      KETTLES,
      ['bo-at-home'],
    ],
  ])('%s', (_, governance, group, expected) => {
    const logins = body(['lead', 'wg-member'], group, { governance }).map((one) => one.split(' ')[0]);
    expect(logins).toEqual(expected);
  });

  it('is everybody whom the files name where the rules name anyone', () => {
    expect(body(['anyone'], null)).toHaveLength(FILES.people.length);
  });

  it('keeps a place for whom no account is called, each under an id of their own that nobody has', () => {
    const accounts = accountsBut('kofi', 'mira');
    expect(body(['maintainer', 'member', 'lead-maintainer'], null, { accounts })).toEqual([
      'bo-at-home 5: member',
      'kofi -2: maintainer',
      'lena 2: lead-maintainer',
      'mira -4: member',
    ]);
    expect(bodyFor({ governance: FILES, accounts: new Map() }, ['core-maintainer'], null)).toEqual([
      { id: -1, login: 'Rosa', also: [], organization: 'Fjord', roles: ['core-maintainer'] },
    ]);
  });

  it('has each person once, with all their accounts, whatever number of logins the files give', () => {
    expect(bodyFor({ governance: FILES, accounts: accountsBut() }, ['core-maintainer'], null)).toEqual([
      { id: 0, login: 'rosa', also: [1], organization: 'Fjord', roles: ['core-maintainer'] },
    ]);
    const renamed = new Map([...accountsBut(), ['mira', { id: 3, login: 'kofi', nodeId: 'U_3', isBot: false }]]);
    expect(body(['maintainer', 'member'], null, { accounts: renamed })).toEqual([
      'bo-at-home 5: member',
      'kofi 3: maintainer',
    ]);
  });
});

/** Whose accounts have to be known where somebody says this. */
function logins(words: string, { rules = PACK, governance = FILES, lines = new Issue().all } = {}): string {
  const said = parseCommands(words).map((command, index): Said => ({
    ...{ ...command, at: '2026-11-02T09:00:00Z', commit: null },
    by: { id: 99, login: 'hugo', nodeId: 'U_99', isBot: false },
    source: { kind: 'comment', id: 'c1', index, url: 'https://x.test/', sha256: 'a'.repeat(64) },
  }));
  return [...bodyLogins(said, lines, governance, rules)].sort().join(' ');
}

const CORE = 'lena rosa rosa-at-work';

describe('Whose accounts have to be known before something opens', () => {
  it.each<[string, string]>([
    ['/nominate @hugo member', `bo-at-home bocarr kofi ${CORE.replace('rosa', 'mira rosa')}`],
    ['/nominate @hugo maintainer', `kofi ${CORE}`],
    ['/nominate @hugo core-maintainer', CORE],
    ['/nominate @ROSA-at-work moderator', CORE],
    ['/nominate @kofi moderator', `kofi ${CORE}`],
    ['/nominate @hugo wg-member kettle-timers', `adabell bo-at-home bocarr cydorn ${CORE}`],
    ['/nominate @hugo wg-member Kettle Timers WG', `adabell bo-at-home bocarr cydorn ${CORE}`],
    ['/nominate @hugo lead kettle-timers', CORE],
    ['/nominate @hugo wg-member cups', ''],
    ['/nominate @hugo king', ''],
    ['/emeritus @mira Has told us.', CORE.replace('rosa', 'mira rosa')],
    ['/inactive @cydorn kettle-timers', `cydorn ${CORE}`],
    ['/inactive @cydorn cups', ''],
    ['/step-down member', ''],
    ['/endorse @kofi', ''],
    ['/nominate @hugo core-maintainer\n\n/emeritus @kofi Gone.', `kofi ${CORE}`],
    ['', ''],
  ])('%s', (words, expected) => {
    expect(logins(words)).toBe(expected);
  });

  it('are those of all who may end a role, whichever it turns out to be', () => {
    const rules = withRule('emeritus', { member: ['maintainer'], maintainer: ['member'] });
    expect(logins('/emeritus @hugo Gone.', { rules })).toBe('bo-at-home bocarr kofi lena mira');
  });

  it('are nobody’s once the matter is open: they were pinned then', () => {
    const issue = new Issue().says('core', '/nominate @nominee member').written();
    expect(logins('/nominate @hugo maintainer', { lines: issue.all })).toBe('');
  });
});
