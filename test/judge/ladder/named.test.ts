import { describe, expect, it } from 'vitest';
import { parseCommands } from '../../../src/commands/parse.js';
import type { Governing, Said } from '../../../src/facts/facts.js';
import { groupNamed, problemOf } from '../../../src/judge/ladder/named.js';
import { peopleOn, readSources } from '../../../src/people/index.js';
import { charter } from '../../people/writing.js';
import { account, Repository } from '../../publish/facts.js';
import { PACK } from './history.js';

const { paths } = PACK;
const group = (folder: 'workingGroups' | 'interestGroups', slug: string, title: string, note = '') => ({
  path: `${paths[folder]}/${slug}.mdx`,
  text: charter({ front: `title: ${title}`, operations: null }).replace('## Group Type', `${note}## Group Type`),
});
/** The Kettle Timers and the Kettle Lids work, the Tea drinkers are an Interest Group, and the Spouts are over. */
const CHARTERS = [
  group('workingGroups', 'kettle-timers', 'Kettle Timers Working Group Charter'),
  group('workingGroups', 'kettle-lids', 'Kettle Lids Working Group Charter'),
  group('interestGroups', 'tea', 'Tea Interest Group Charter'),
  group('workingGroups', 'spouts', 'Spouts Working Group Charter', '<Note>\n  This group is retired.\n</Note>\n\n'),
];
/** Ada Bell and Bo Carr lead them all, to which Cy Dorn belongs. Nobody knows Hugo. */
const ROSTER = `version: 1
people:
  - { logins: [rosa], roles: [{ role: core-maintainer, since: 2026-05-02 }], moderator: true }
  - { logins: [kofi], roles: [{ role: lead-maintainer }] }
  - { logins: [adalin], roles: [{ role: member, since: 2026-05-03 }] }
  - { logins: [bocarr], roles: [{ role: maintainer, since: 2026-05-03 }], groups: [{ group: tea, level: lead, since: 2026-08-03 }] }
  - { logins: [cydorn], groups: [{ group: tea, level: member, since: 2026-08-02 }] }
`;
const read = (charters: typeof CHARTERS) =>
  peopleOn(readSources({ maintainers: null, roster: ROSTER, charters }, paths), '2026-11-02');
const base = new Repository().facts().governing;
const GOVERNING: Governing = { ...base, governance: read(CHARTERS) };
const NO_GROUPS: Governing = { ...base, governance: { ...GOVERNING.governance, groups: [] } };

const said = (login: string, words: string): Said => ({
  ...{ ...parseCommands(words)[0]!, at: '2026-11-02T09:00:00Z', commit: null, by: account(login) },
  source: { kind: 'comment', id: 'c1', index: 0, url: 'https://x.test/', sha256: 'a'.repeat(64) },
});
/** The arguments that a word of somebody's has once a look has read the files, or what these have against it. */
function found(login: string, words: string, governing = GOVERNING): string | null {
  const { args, problem } = problemOf(groupNamed(said(login, words), governing.governance), governing, '2026-11-02');
  return problem ?? args.join(' ');
}

const THERE = 'There are: `kettle-lids`, `kettle-timers`, `tea`.';

describe('A group that a command names', () => {
  it.each<[string, string]>([
    ['kettle-timers', 'kettle-timers'],
    ['Kettle-Timers', 'kettle-timers'],
    ['the Kettle Timers WG', 'kettle-timers'],
    ['Spouts', `\`/nominate\` names a group that is over. ${THERE}`],
    ['Kettle', `\`/nominate\` names what fits several groups. ${THERE}`],
    ['cups', `\`/nominate\` names a group that has no charter here. ${THERE}`],
  ])('%s is %s', (name, expected) => {
    const { problem, args } = groupNamed(said('rosa', `/nominate @hugo wg-member ${name}`), GOVERNING.governance);
    expect(problem ?? args[2]).toBe(expected);
  });

  it('is none where there are no groups', () => {
    expect(found('rosa', '/nominate @hugo lead cups', NO_GROUPS)).toBe(
      '`/nominate` names a group that has no charter here. There are: none yet.',
    );
  });

  it('is looked for where a command names one, and where it could be read', () => {
    for (const words of [
      '/emeritus @cydorn kettle-timers',
      '/nominate @hugo member',
      '/help',
      '/nominate @hugo king cups',
    ]) {
      const word = said('rosa', words);
      expect(groupNamed(word, GOVERNING.governance)).toBe(word);
    }
  });
});

describe('What the files have against', () => {
  const not = (login: string, what: string): string =>
    `\`/step-down\` names what @${login} is not by the files here: ${what}.`;

  it.each<[string, string, string]>([
    ['rosa', '/step-down core-maintainer', 'core-maintainer'],
    ['rosa', '/step-down moderator', 'moderator'],
    ['rosa', '/step-down maintainer', not('rosa', 'a maintainer')],
    ['kofi', '/step-down moderator', not('kofi', 'a community moderator')],
    ['adabell', '/step-down lead kettle-timers', 'lead kettle-timers'],
    ['adabell', '/step-down wg-member kettle-timers', not('adabell', 'a WG member of the Kettle Timers Working Group')],
    ['cydorn', '/step-down wg-member kettle-timers', 'wg-member kettle-timers'],
    ['cydorn', '/step-down lead kettle-timers', not('cydorn', 'a lead of the Kettle Timers Working Group')],
    ['rosa', '/step-down wg-member kettle-timers', not('rosa', 'a WG member of the Kettle Timers Working Group')],
  ])('%s, who says %s', (login, words, expected) => {
    expect(found(login, words)).toBe(expected);
  });

  const already = (login: string, what: string): string => `\`/nominate\` names @${login}, who is ${what} already.`;

  it.each<[string, string]>([
    ['/nominate @rosa moderator', already('rosa', 'a community moderator')],
    ['/nominate @kofi moderator', 'kofi moderator'],
    // That somebody is so high on the ladder, the roles of the act say.
    ['/nominate @rosa member', 'rosa member'],
    ['/nominate @cydorn wg-member tea', already('cydorn', 'a WG member of the Tea Interest Group')],
    ['/nominate @bocarr wg-member tea', already('bocarr', 'a WG member of the Tea Interest Group')],
    ['/nominate @bocarr lead tea', already('bocarr', 'a lead of the Tea Interest Group')],
    ['/nominate @cydorn lead tea', 'cydorn lead tea'],
    ['/nominate @rosa lead tea', 'rosa lead tea'],
    ['/nominate @nobody-there lead tea', 'nobody-there lead tea'],
    ['/emeritus @rosa moderator', 'rosa moderator'],
    ['/emeritus @cydorn Gone.', 'cydorn Gone.'],
    ['/emeritus @hugo Gone.', '`/emeritus` names @hugo, who holds no role and no place by the files here.'],
    ['/endorse @hugo', 'hugo'],
    ['/help nominate', 'nominate'],
  ])('%s', (words, expected) => {
    expect(found('kofi', words)).toBe(expected);
  });

  const asked = (login: string, why: string): string => `\`/inactive\` names @${login}, ${why}`;

  it.each<[string, string]>([
    ['/inactive @rosa', 'rosa everything'],
    ['/inactive @adalin', 'adalin everything'],
    ['/inactive @bocarr', asked('bocarr', 'who holds it since 2026-05-03: the rule speaks of 6 months.')],
    ['/inactive @bocarr tea', asked('bocarr', 'who holds it since 2026-08-03: the rule speaks of 3 months.')],
    ['/inactive @bocarr kettle-timers', 'bocarr lead kettle-timers'],
    ['/inactive @cydorn tea', 'cydorn wg-member tea'],
    [
      '/inactive @cydorn',
      asked('cydorn', 'who holds no place on the ladder. Name the group, where it is about their place in one.'),
    ],
    ['/inactive @kofi', asked('kofi', 'who is a Lead Maintainer: no rule on inactivity speaks of that.')],
    ['/inactive @rosa tea', asked('rosa', 'who is no WG member and no lead of the Tea Interest Group.')],
    ['/inactive @nobody-there tea', 'nobody-there tea'],
  ])('%s', (words, expected) => {
    expect(found('kofi', words)).toBe(expected);
  });

  it('what could not be read is left as it is', () => {
    const word = said('hugo', '/step-down');
    expect(word.problem).not.toBeNull();
    expect(problemOf(word, GOVERNING, '2026-11-02')).toBe(word);
  });
});
