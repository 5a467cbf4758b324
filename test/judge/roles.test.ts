import { describe, expect, it } from 'vitest';
import { packRules } from '../../src/facts/governing.js';
import type { Account, Governing } from '../../src/facts/facts.js';
import {
  leadAccounts,
  loginsOf,
  mentionedAs,
  organizationOf,
  otherAccountsOf,
  rolesOf,
} from '../../src/judge/roles.js';
import { peopleOn, readSources } from '../../src/people/index.js';
import { charter } from '../people/writing.js';
import { Repository } from '../publish/facts.js';

const { paths } = packRules();
const ROSTER = `version: 1
people:
  - { logins: [zoe, adabell], name: Ada Bell, organization: Amber, roles: [{ role: maintainer }] }
  - { logins: [rosa, rosa2, rosa3], name: Rosa Ek, roles: [{ role: core-maintainer }] }
  - { logins: [twin], name: Twin One, organization: Basalt, roles: [{ role: member }] }
  - { logins: [twin2], name: Twin Two, organization: Amber }
`;
const account = (login: string, id: number): [string, Account] => [
  login.toLowerCase(),
  { id, login, nodeId: `U_${id}`, isBot: false },
];

/** The Kettle Timers of Ada Bell, Bo Carr and Cy Dorn; who has which account is given. */
function governing(...accounts: [string, Account][]): Governing {
  const charters = [{ path: `${paths.workingGroups}/kettle-timers.mdx`, text: charter() }];
  const sources = readSources({ maintainers: null, roster: ROSTER, charters }, paths);
  const now = new Repository().facts().governing;
  return { ...now, governance: peopleOn(sources, '2026-11-02'), accounts: new Map(accounts) };
}

describe('What an account is by the files', () => {
  it('is all that its person is, in the order of the alphabet', () => {
    expect(rolesOf({ id: 1, login: 'AdaBell', nodeId: '', isBot: false }, governing(account('AdaBell', 1)))).toEqual([
      ...['lead:kettle-timers', 'maintainer', 'wg-member:kettle-timers'],
    ]);
    expect(rolesOf({ id: 3, login: 'cydorn', nodeId: '', isBot: false }, governing(account('cydorn', 3)))).toEqual([
      'wg-member:kettle-timers',
    ]);
    expect(rolesOf({ id: 9, login: 'nobody', nodeId: '', isBot: false }, governing(account('cydorn', 3)))).toEqual([]);
  });

  it('comes with the other accounts of its person, the lowest id first and each once', () => {
    const all = governing(account('rosa', 30), account('rosa2', 9), account('rosa3', 12));
    expect(otherAccountsOf({ id: 30 }, all)).toEqual([9, 12]);
    expect(otherAccountsOf({ id: 12 }, all)).toEqual([9, 30]);
    expect(otherAccountsOf({ id: 5 }, all)).toEqual([]);
    expect(loginsOf({ id: 9 }, all)).toEqual(['rosa', 'rosa2', 'rosa3']);
  });

  it('is of an organisation where one alone is said of all that it is', () => {
    expect(organizationOf({ id: 1 }, governing(account('adabell', 1)))).toBe('Amber');
    expect(organizationOf({ id: 30 }, governing(account('rosa', 30)))).toBeNull();
    expect(organizationOf({ id: 7 }, governing(account('twin', 7)))).toBe('Basalt');
    expect(organizationOf({ id: 7 }, governing(account('twin', 7), account('twin2', 7)))).toBeNull();
    expect(organizationOf({ id: 5 }, governing())).toBeNull();
  });

  it('is told of whom a command names, as far as anybody is called that', () => {
    expect(mentionedAs('TWIN', governing(account('twin', 7)))).toEqual({
      ...{ login: 'TWIN', account: { id: 7, login: 'twin' }, roles: ['member'], organization: 'Basalt' },
    });
    expect(mentionedAs('twin', governing())).toEqual({ login: 'twin', account: null, roles: [], organization: null });
  });
});

describe('The accounts of those who lead a group', () => {
  it('are those of its charter that are known, under the names that GitHub has', () => {
    expect(leadAccounts('kettle-timers', governing(account('AdaBell', 1), account('bocarr', 2)))).toEqual([
      { id: 1, login: 'AdaBell' },
      { id: 2, login: 'bocarr' },
    ]);
    expect(leadAccounts('kettle-timers', governing(account('bocarr', 2)))).toEqual([{ id: 2, login: 'bocarr' }]);
    expect(leadAccounts('teapots', governing(account('bocarr', 2)))).toEqual([]);
  });

  it('are none of a lead without an account in the charter, whoever is called nothing', () => {
    const now = governing(account('', 8));
    const [group] = now.governance.groups;
    const leads = group?.leads.map((lead) => ({ ...lead, login: null })) ?? [];
    const groups = group ? [{ ...group, leads }] : [];
    expect(leads).not.toEqual([]);
    expect(leadAccounts('kettle-timers', { ...now, governance: { ...now.governance, groups } })).toEqual([]);
  });
});
