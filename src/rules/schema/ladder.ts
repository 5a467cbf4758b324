import { z } from 'zod';
import { support } from './groups.js';
import { count, days, list, months, rule, text, words } from './values.js';
import { ladderRole } from './vocabulary.js';

const from = () => ladderRole.describe('The lowest place on the ladder that a nominee already holds.');
const roles = (what: string) => {
  const schema = z.array(ladderRole).describe(`${what} Each role in itself.`);
  words.add(schema, { label: what.replace(/\.$/, '').replace(/^W/, 'w') });
  return schema;
};

/** A step up: what it needs, how long people may object, who approves, and what no program can see. */
const step = (label: string) =>
  rule(label, {
    from: from(),
    months: months('time in that place before the step'),
    support: support('who has to sponsor it'),
    days: days('window for objections'),
    objects: roles('Who may object.'),
    approves: roles('Who approves. Empty where the sponsors do by their word.'),
    approvals: count('approvals that it needs', 0),
    attested: list(
      z.string().min(1),
      'what a person has to attest',
      0,
      'What cannot be seen from here and has to be attested by who approves.',
    ),
  });

/** How people get a role on the ladder, and lose it. */
export const ladderRules = {
  nomination: rule('nominations', { label: text('the label of a nomination') }),
  'ladder-member': step('becoming a member'),
  'ladder-maintainer': step('becoming a maintainer'),
  'ladder-core-maintainer': step('becoming a Core Maintainer'),
  'ladder-moderator': step('becoming a community moderator'),
  'ladder-inactivity': rule('inactivity on the ladder', {
    member: months('time until a member may be inactive').min(1),
    maintainer: months('time until a maintainer may be inactive').min(1),
    core: months('time until a Core Maintainer may be inactive').min(1),
  }),
  emeritus: rule('stepping down, and return', {}),
};
