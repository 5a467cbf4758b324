import { z } from 'zod';
import { count, day, days, flag, hours, list, months, orNone, place, rule, text, who, words } from './values.js';
import { onboarding } from './onboarding.js';
import { ladderRole } from './vocabulary.js';

/** How many people of a role are needed: a number, or more than half of all who hold it. */
const number = z.union([z.int().min(1).max(100), z.literal('majority')], {
  error: 'This is a number of people, or `majority` for more than half of all who hold the role.',
});

const way = z.strictObject({
  number: number.describe('How many people, or `majority`: more than half of all who hold one of the roles.'),
  roles: z.array(ladderRole).min(1).describe('The places on the ladder that count; each of them in itself.'),
  organizations: z
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe('From how many organisations at least. An unknown one never makes the difference.'),
});
/** One way to the support that somebody needs: `number` people of these roles, from so many organisations. */
export type SupportWay = z.infer<typeof way>;

/** The ways to the support that something needs: any one of them is enough. */
export const support = (label: string) =>
  list(way, label, 1, `${label.charAt(0).toUpperCase()}${label.slice(1)}. Any one of these ways is enough.`);

const area = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A key is made of small letters, digits and single hyphens.')
    .describe('A short name, by which pages and output name the area.'),
  title: z.string().min(1).describe('The name for people.'),
  coreMaintainers: z.array(z.string().min(1)).min(1).describe('Logins of the Core Maintainers in charge.'),
  groups: z.array(z.string().min(1)).default([]).describe('Slugs of the groups that work on it.'),
  unchartered: z
    .array(z.string().min(1))
    .default([])
    .describe('Names of groups that work on it and have no charter yet.'),
  proposals: z.array(z.int().min(1)).default([]).describe('Numbers of proposals that belong to it by name.'),
  terms: z
    .array(z.string().min(2))
    .default([])
    .describe(
      'Words of the subject, by which a proposal can be recognised: several words, all of which stand one after the other, or a name with a capital or a digit. A plain word only adds to these, and is never enough.',
    ),
});
/** A priority area of the roadmap: whose it is, and by what a proposal belongs to it. */
export type PriorityArea = z.infer<typeof area>;

const areas = z.array(area).max(50).describe('The areas, in the order of the roadmap.');
words.add(areas, { label: 'priority areas' });

const months12 = list(z.int().min(1).max(12), 'months at whose end an update is due', 0);
const category = (what: string) =>
  orNone(
    text(
      `where ${what} are looked for`,
      `The discussion category in which ${what} are looked for; \`{group}\` in its name stands for the group, so that each has its own. Null for nowhere.`,
    ),
  );

/** Groups: what they may, how people belong to them and lead them; and what the roadmap puts first. */
export const groupRules = {
  'interest-groups': rule('what Interest Groups say', {
    binding: flag('an Interest Group can be responsible for a proposal'),
  }),
  'group-formation': rule('forming a group', {
    support: support('who has to sponsor a group'),
    approves: who('approve a new charter'),
  }),
  'charter-change': rule('changing a charter', {
    proposes: who('propose a change of a charter'),
    approves: who('approve a change of a charter'),
    approvals: count('approvals that a change of a charter needs', 1),
  }),
  'group-retirement': rule('retiring a group', {
    proposes: who('propose to retire a group'),
    approves: who('retire a group'),
  }),
  'group-membership': rule('becoming a WG member', {
    months: months('time of taking part before somebody can become a WG member'),
    nominates: who('nominate a WG member'),
    days: days('window for objections to a WG member'),
    objects: who('object to a new WG member'),
    onboarding: onboarding(),
  }),
  'group-inactivity': rule('inactive WG members', {
    months: months('time without taking part until a WG member may be inactive').min(1),
    asks: who('ask a WG member whether they are still there'),
  }),
  'group-leads': rule('becoming a lead', {
    least: place('lowest place on the ladder of a lead or facilitator'),
    support: support('who has to sponsor a lead'),
    days: days('window for objections to a lead'),
    onboarding: onboarding(),
  }),
  terms: rule('terms of leads', {
    before: days("how long before a term's end it is said"),
    after: days("how long after a term's end it is said"),
  }),
  'group-meetings': rule('meetings of a group', {
    ahead: days('how long ahead a meeting is announced'),
    notes: hours('time until the notes are published'),
    category: category('agendas and notes'),
  }),
  'group-updates': rule("a group's updates", {
    months: months12,
    category: category('updates'),
    titled: orNone(
      text(
        "what an update's title holds",
        'Words that the title of an update holds, in any case; null where every discussion of the category is one.',
      ),
    ),
  }),
  'priority-areas': rule('the priority areas of the roadmap', {
    updated: orNone(day('day of the roadmap that these were taken from')),
    areas,
  }),
  'governance-change': rule('changing rules and roster', {
    approves: who('approve a change of the rules or of the roster'),
    approvals: count('approvals that it needs', 1),
  }),
};
