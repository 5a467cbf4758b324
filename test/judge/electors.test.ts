import { describe, expect, it } from 'vitest';
import { packRules } from '../../src/facts/governing.js';
import type { Account } from '../../src/facts/facts.js';
import { coreOf, electorFor, electorsOf, onceEach } from '../../src/judge/electors.js';
import { peopleOn, readSources } from '../../src/people/index.js';
import { charter, type Parts } from '../people/writing.js';
import { elector } from './history.js';

const { paths } = packRules();
const account = (login: string, id: number): [string, Account] => [
  login.toLowerCase(),
  { id, login, nodeId: `U_${id}`, isBot: false },
];
/** Ada Bell, Bo Carr and Cy Dorn, whom the charter counts, and two of the core. */
const ACCOUNTS = [
  account('AdaBell', 1),
  account('bocarr', 2),
  account('cydorn', 3),
  account('rosa', 10),
  account('sven', 11),
];

interface World {
  roster?: string;
  charter?: Partial<Parts>;
  accounts?: [string, Account][];
}

function governing({ roster = '', charter: parts = {}, accounts = ACCOUNTS }: World = {}) {
  const sources = readSources(
    {
      maintainers: null,
      roster: `version: 1\npeople:\n${CORE}${roster}`,
      charters: [{ path: `${paths.workingGroups}/kettle-timers.mdx`, text: charter(parts) }],
    },
    paths,
  );
  return { governance: peopleOn(sources, '2026-11-02'), accounts: new Map(accounts) };
}
const CORE = `  - { logins: [rosa], name: Rosa Ek, organization: Amber, roles: [{ role: core-maintainer }] }
  - { logins: [sven], name: Sven Ro, roles: [{ role: lead-maintainer }] }
`;
const without = (...ids: number[]): [string, Account][] => ACCOUNTS.filter(([, { id }]) => !ids.includes(id));

describe('A person of the files', () => {
  const person = (login: string, world: World, logins = [login]) =>
    electorFor({ login, logins, organization: null }, governing(world));

  it('is called as GitHub calls them, by the account that their login was pinned to', () => {
    expect(person('adabell', {})).toEqual({ id: 1, login: 'AdaBell', also: [], organization: null });
  });

  it('is who they are where no file names them', () => {
    const accounts = [...ACCOUNTS, account('zed', 9)];
    expect(person('zed', { accounts })).toEqual({ id: 9, login: 'zed', also: [], organization: null });
  });

  it('is nobody by an account that the roster gives to somebody else', () => {
    const roster = '  - { logins: [cydorn], ids: [2], name: Cy Dorn }\n';
    expect(person('bocarr', { roster })).toBeNull();
  });

  it('is nobody where no account is known', () => {
    expect(person('adabell', { accounts: [] })).toBeNull();
  });

  it('is one elector with all accounts, each of them once', () => {
    const roster = '  - { logins: [adabell, ada2], name: Ada Bell }\n';
    const accounts = [...ACCOUNTS, account('ada2', 5), account('ada3', 5)];
    expect(person('adabell', { roster, accounts }, ['adabell', 'ada2', 'ada3', 'AdaBell'])).toEqual({
      id: 1,
      login: 'AdaBell',
      also: [5],
      organization: null,
    });
  });

  it('is the ids that the roster gives, seen or not, under the name of the files', () => {
    const roster = '  - { logins: [adabell, ada2], ids: [7, 8], name: Ada Bell }\n';
    expect(person('adabell', { roster })).toEqual({ id: 7, login: 'adabell', also: [8], organization: null });
  });
});

describe('Two logins of one account', () => {
  it('are one elector, the first of them', () => {
    const ben = { ...elector('ben'), also: [30] };
    expect(onceEach([elector('rosa'), ben, elector('sven')]).map(({ login }) => login)).toEqual(['rosa', 'sven']);
    expect(onceEach([ben, elector('rosa'), elector('sven')]).map(({ login }) => login)).toEqual(['ben', 'sven']);
  });
});

describe('The body of a group', () => {
  const body = (world: World = {}, slug = 'kettle-timers') => {
    const found = electorsOf(governing(world), slug);
    return found.ok ? [found.electors.map(({ login }) => login), [...found.leads]] : found.why;
  };

  it('is its leads and members, and says which lead it', () => {
    expect(body()).toEqual([
      ['AdaBell', 'bocarr', 'cydorn'],
      [1, 2],
    ]);
  });

  it('is none without a charter, and none where the charter counts nobody', () => {
    expect(body({}, 'cups')).toBe('There is no charter of a group `cups`.');
    expect(body({ charter: { membership: 'Ask in the channel.' } })).toContain('has no whole list of members');
  });

  it('is not known where one of them has no account, since a smaller body passes what the whole one would not', () => {
    expect(body({ accounts: without(3) })).toBe(
      'No account is called @cydorn, whom Kettle Timers counts, so its members are not known whole.',
    );
  });

  it('counts once whom two rows mean', () => {
    expect(body({ accounts: [...without(3), account('cydorn', 2)] })).toEqual([
      ['AdaBell', 'bocarr'],
      [1, 2],
    ]);
  });
});

describe('The core', () => {
  const core = (accounts: [string, Account][], roster = '') => {
    const { electors, why } = coreOf(governing({ accounts, roster }));
    return [electors.map(({ id, login, also, organization }) => [id, login, also, organization]), why];
  };

  it('is its Core and Lead Maintainers', () => {
    expect(core(ACCOUNTS)).toEqual([
      [
        [10, 'rosa', [], 'Amber'],
        [11, 'sven', [], null],
      ],
      null,
    ]);
  });

  it('keeps a place for who has no account, under an id that nobody has', () => {
    const tomoko = '  - { logins: [tomoko], organization: Basalt, roles: [{ role: core-maintainer }] }\n';
    expect(core(without(10), tomoko)).toEqual([
      [
        [-1, 'rosa', [], 'Amber'],
        [11, 'sven', [], null],
        [-2, 'tomoko', [], 'Basalt'],
      ],
      'No account is called @rosa, @tomoko, who are listed as Core or Lead Maintainer, so the core is not known whole.',
    ]);
    expect(core(without(10))[1]).toContain('@rosa, who is listed');
  });

  it('counts a person once, also where somebody is missing', () => {
    const twin = '  - { logins: [rosa2], roles: [{ role: core-maintainer }] }\n';
    const accounts = [...without(11), account('rosa2', 10)];
    expect(core([...accounts, ...ACCOUNTS.filter(([, { id }]) => id === 11)], twin)[0]).toHaveLength(2);
    expect(core(accounts, twin)[0]).toHaveLength(2);
  });

  it('is empty where nobody of it has an account', () => {
    expect(core(without(10, 11))[0]).toEqual([]);
  });
});
