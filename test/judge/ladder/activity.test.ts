import { expect, it } from 'vitest';
import { packRules } from '../../../src/facts/governing.js';
import { endorsedBy, maybeInactive, recordedActivity, type MaybeInactive } from '../../../src/judge/ladder/activity.js';
import type { LadderStanding, PersonRecord, Role } from '../../../src/people/index.js';
import { CAST, Issue, START, type Name } from './history.js';

/** Somebody whom the roster knows by the id of their account. */
function standing(name: Name, role: Role, since: string | null = null, byId = true): LadderStanding {
  const login = name.replace(/ /g, '-');
  const person: PersonRecord = {
    ...{ login, logins: [login], ids: byId ? [CAST[name].id] : [], name: null, role, since, moderator: false },
    ...{ emeritus: false, organization: null, areas: [], sources: [] },
  };
  return {
    ...{ login, person, role, since, decision: null, moderator: false, emeritus: false, organization: null },
    ...{ earlier: [], places: [] },
  };
}

/** A record in which a maintainer nominates somebody on 2 November 2026, and a member endorses them. */
const issue = new Issue().says('maintainer', '/nominate @nominee member').says('member', '/endorse @nominee').written();
const activity = recordedActivity([{ number: 20, lines: issue.all, issue: { state: issue.seen().state } }], new Map());

const inactive = (one: LadderStanding, today: string): MaybeInactive[] =>
  maybeInactive([one], activity, packRules(), today);

it.each<[string, LadderStanding, string, number]>([
  ['a member of three months without a word', standing('member', 'member'), '2027-02-02', 1],
  ['one day less', standing('member', 'member'), '2027-02-01', 0],
  ['by login, where the roster gives no id', standing('member', 'member', null, false), '2027-02-02', 1],
  ['a maintainer of six', standing('maintainer', 'maintainer'), '2027-05-02', 1],
  ['a maintainer of five', standing('maintainer', 'maintainer'), '2027-04-02', 0],
  ['who never said anything', standing('core', 'core-maintainer'), '2027-05-02', 1],
  ['who has the role for a shorter time', standing('core', 'core-maintainer', '2027-01-01'), '2027-05-02', 0],
  // The record began in November: of a time before that it cannot tell.
  ['in a record that is too young', standing('core', 'core-maintainer'), '2027-05-01', 0],
  ['a contributor', standing('outsider', 'contributor'), '2030-01-01', 0],
  ['a Lead Maintainer', standing('lead maintainer', 'lead-maintainer'), '2030-01-01', 0],
])('%s', (_, one, today, count) => {
  expect(inactive(one, today)).toHaveLength(count);
});

it('is said with the last word, and where there is none with that', () => {
  expect(inactive(standing('member', 'member'), '2028-01-01')).toEqual([
    {
      ...{ login: 'member', rule: 'ladder-inactivity', holds: 'member', months: 3 },
      last: { at: START.replace('09:00', '09:02'), number: 20 },
    },
  ]);
  expect(inactive(standing('core', 'core-maintainer'), '2028-01-01')[0]?.last).toBeNull();
});

it('keeps whom somebody has sponsored', () => {
  expect(endorsedBy(standing('member', 'member'), activity)).toEqual([{ number: 20, nominee: 'nominee' }]);
  expect(endorsedBy(standing('maintainer', 'maintainer'), activity)).toEqual([{ number: 20, nominee: 'nominee' }]);
  expect(endorsedBy(standing('core', 'core-maintainer'), activity)).toEqual([]);
});
