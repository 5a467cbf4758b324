import { z } from 'zod';
import { support } from './groups.js';
import { count, days, list, months, place, roles, rule, text } from './values.js';

/** A step up: what it needs, how long people may object, who approves, and what no program can see. */
const step = (label: string, role: string) =>
  rule(label, {
    from: place('lowest place on the ladder that a nominee already holds'),
    months: months('time in that place before the step'),
    support: support(`who has to sponsor ${role}`),
    days: days('window for objections'),
    objects: roles(`object to ${role}`),
    approves: roles(`approve ${role}`, ' Empty where the sponsors do by their word.'),
    approvals: count('approvals that it needs', 0),
    attested: list(
      z.string().min(1),
      'what has to be attested',
      0,
      'What cannot be seen from here and has to be attested by who approves.',
    ),
  });

/** How people get a role on the ladder, and lose it. */
export const ladderRules = {
  nomination: rule('nominations', { label: text('the label of a nomination') }),
  'ladder-member': step('becoming a member', 'a new member'),
  'ladder-maintainer': step('becoming a maintainer', 'a new maintainer'),
  'ladder-core-maintainer': step('becoming a Core Maintainer', 'a new Core Maintainer'),
  'ladder-moderator': step('becoming a community moderator', 'a new community moderator'),
  'ladder-inactivity': rule('inactivity on the ladder', {
    member: months('time until a member may be inactive').min(1),
    maintainer: months('time until a maintainer may be inactive').min(1),
    core: months('time until a Core Maintainer may be inactive').min(1),
  }),
  emeritus: rule('stepping down, and return', {}),
};
