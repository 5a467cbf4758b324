import { expect, it } from 'vitest';
import { peopleOn, readSources, standingOf, type LadderStanding } from '../../src/people/index.js';
import { charter, WG_PATH } from './writing.js';

const PATHS = {
  workingGroups: 'docs/community/working-groups',
  interestGroups: 'docs/community/interest-groups',
  maintainers: 'MAINTAINERS.md',
  roster: '.github/convenor/roster.yml',
};

const ROSTER = `version: 1
people:
  - logins: [cydorn, cy-at-work]
    ids: [11, 12]
    organization: Kiln
    roles:
      - { role: member, since: 2025-01-10, until: 2026-02-28, decision: '#12' }
      - { role: maintainer, since: 2026-03-01, decision: '#31' }
      - { role: core-maintainer, since: 2027-01-01, decision: '#40' }
    groups: [{ group: kettle-timers, level: member, since: 2026-04-20, decision: '#33' }]
  - logins: [mopoe]
    roles: [{ role: maintainer, until: 2025-05-05 }, { role: member, until: 2024-04-04 }]
    emeritus: true
`;

function standing(login: string, asOf = '2026-06-01', members: string[] = []): LadderStanding {
  const sources = readSources(
    {
      maintainers: '## Lead Maintainers\n\n- [Lou Orr](https://github.com/LouOrr)\n',
      roster: ROSTER,
      charters: [{ path: WG_PATH, text: charter() }],
      members: { source: 'https://github.com/orgs/kettles/people', logins: members },
    },
    PATHS,
  );
  return standingOf(peopleOn(sources, asOf), login, asOf);
}

it('is a role with its first day and its decision, under any login of the person', () => {
  expect(standing('CY-at-work')).toMatchObject({
    ...{ login: 'cydorn', role: 'maintainer', since: '2026-03-01', decision: '#31', organization: 'Kiln' },
    ...{ moderator: false, emeritus: false, earlier: [{ role: 'member', decision: '#12' }] },
    places: [{ group: { slug: 'kettle-timers' }, level: 'member', since: '2026-04-20', decision: '#33' }],
  });
});

it('is what holds on the day, and a role that is over is an earlier one', () => {
  expect(standing('cydorn', '2026-02-28')).toMatchObject({ role: 'member', decision: '#12', earlier: [] });
  expect(standing('cydorn', '2027-01-01')).toMatchObject({ role: 'core-maintainer', decision: '#40' });
  expect(standing('cydorn', '2026-04-19').places).toEqual([]);
});

it('leaves an emeritus the roles that they held, the latest first', () => {
  const { role, emeritus, earlier } = standing('mopoe');
  expect([role, emeritus, earlier.map((one) => one.role)]).toEqual(['contributor', true, ['maintainer', 'member']]);
});

it('has no day and no decision where no roster gives them', () => {
  expect(standing('louorr')).toMatchObject({ role: 'lead-maintainer', since: null, decision: null });
  expect(standing('newcomer', '2026-06-01', ['newcomer'])).toMatchObject({ role: 'member', since: null });
  expect(standing('adabell').places).toMatchObject([{ level: 'lead', decision: null }]);
});

it('is that of a contributor for whom no file names', () => {
  expect(standing('zed')).toMatchObject({ login: 'zed', person: null, role: 'contributor', places: [], earlier: [] });
});
