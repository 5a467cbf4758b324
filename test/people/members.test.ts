import { expect, it } from 'vitest';
import { findPerson, mergePeople, readMaintainers, readRoster, roleOf } from '../../src/people/index.js';

const MAINTAINERS = `## Core Maintainers

- [Bo Carr](https://github.com/bocarr)

## Emeritus

- [Mo Poe](https://github.com/mopoe)
`;
const ROSTER = `version: 1
people:
  - logins: [dieng]
    emeritus: true
`;

const governance = mergePeople({
  groups: [],
  maintainers: readMaintainers(MAINTAINERS, 'MAINTAINERS.md').maintainers,
  roster: readRoster(ROSTER, 'roster.yml').roster,
  members: { source: 'https://github.com/orgs/kettles/people', logins: ['BoCarr', 'nedquay', 'mopoe', 'dieng'] },
  asOf: '2026-11-23',
});

it.each([
  ['nedquay', 'member', 'whom no file names'],
  ['bocarr', 'core-maintainer', 'who is more than that by a file'],
  ['mopoe', 'contributor', 'who is emeritus by MAINTAINERS.md'],
  ['dieng', 'contributor', 'who is emeritus by the roster'],
  ['zed', 'contributor', 'who is not on the list'],
])('The organisation makes @%s a %s, %s', (login, role) => {
  expect(roleOf(governance, login)).toBe(role);
});

it('is named as a source, and takes nothing from who is emeritus', () => {
  expect(findPerson(governance, 'nedquay')?.sources).toEqual([
    { path: 'https://github.com/orgs/kettles/people', line: 1 },
  ]);
  expect(findPerson(governance, 'mopoe')?.emeritus).toBe(true);
});
