import { z } from 'zod';
import { support } from './groups.js';
import { onboarding } from './onboarding.js';
import { count, days, list, months, place, roles, rule, text, words } from './values.js';

const waived = z.enum(['place', 'time']);
const waives = z
  .array(waived)
  .max(2)
  .describe('What a return to a role that somebody held before does not ask again: their place now, or time in it.');
words.add(waives, { label: 'what a return does not ask again' });

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
    onboarding: onboarding(),
  });

/** How people get a role on the ladder, and lose it. */
export const ladderRules = {
  nomination: rule('nominations', {
    label: text('the label of a nomination'),
    settles: roles(
      'decide over an objection, or over something that a nominee lacks, where a step names nobody who approves',
    ),
  }),
  'ladder-member': step('becoming a member', 'a new member'),
  'ladder-maintainer': step('becoming a maintainer', 'a new maintainer'),
  'ladder-core-maintainer': step('becoming a Core Maintainer', 'a new Core Maintainer'),
  'ladder-moderator': step('becoming a community moderator', 'a new community moderator'),
  'ladder-inactivity': rule('inactivity on the ladder', {
    member: months('time until a member may be inactive').min(1),
    maintainer: months('time until a maintainer may be inactive').min(1),
    core: months('time until a Core Maintainer may be inactive').min(1),
  }),
  emeritus: rule('stepping down, and return', {
    proposes: roles('propose somebody else as emeritus'),
    days: days('time that somebody has to answer before they are made emeritus'),
    member: roles('make a member, a moderator or somebody in a group emeritus'),
    maintainer: roles('make a maintainer emeritus'),
    core: roles('make a Core Maintainer emeritus'),
    waives,
  }),
};
