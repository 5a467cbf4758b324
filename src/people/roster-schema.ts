import { z } from 'zod';
import { readLogin } from './logins.js';
import { GROUP_LEVELS, ROLES } from './types.js';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write a day as `YYYY-MM-DD`.')
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text), {
    error: 'There is no such day.',
  });
const since = day.optional().describe('The first day.');
const until = day.optional().describe('The last day; left out while it holds.');
const words = z.string().trim().min(1, 'This must not be empty.');
const login = z.string().refine((text) => readLogin(text) === text, { error: 'This is no GitHub login.' });
const id = z.number().int().positive().describe('The numeric id of a GitHub account, as its API gives it.');
const decision = words.optional().describe('What gave it: a link, or the number of an issue or pull request.');
const inOrder = (span: { since?: string | undefined; until?: string | undefined }): boolean =>
  span.since === undefined || span.until === undefined || span.since <= span.until;
const wrongOrder = { path: ['until'], error: 'This is over before it begins.' };

const role = z
  .strictObject({ role: z.enum(ROLES).exclude(['contributor']), since, until, decision })
  .refine(inOrder, wrongOrder);
const membership = z
  .strictObject({ group: words.describe("The group's slug."), level: z.enum(GROUP_LEVELS), since, until, decision })
  .refine(inOrder, wrongOrder);

const person = z
  .strictObject({
    ids: z.array(id).default([]).describe('One for each account, where they are known.'),
    logins: z.array(login).min(1, 'A person needs at least one login.').describe('The first is the one to show.'),
    name: words.optional(),
    organization: words.optional().describe('`Independent` for none.'),
    roles: z.array(role).default([]).describe('Places on the ladder; where there are any, other sources do not count.'),
    moderator: z.boolean().default(false),
    groups: z.array(membership).default([]),
    emeritus: z.boolean().default(false),
  })
  .refine((each) => !each.emeritus || each.roles.every((held) => held.until !== undefined), {
    path: ['emeritus'],
    error: 'Who is emeritus holds no role: give each role its last day.',
  });

/** `.github/convenor/roster.yml`: strict, so that a misspelt key is an error and never a person without a role. */
export const rosterSchema = z.strictObject({
  version: z.literal(1),
  organizations: z.record(words, z.array(words)).default({}).describe("An organisation's name to its other names."),
  people: z.array(person).default([]),
});

export type RosterFile = z.infer<typeof rosterSchema>;

/** The keys that the map at a place may have, for near matches; none where no map belongs there. */
export function rosterKeysAt(place: readonly (string | number)[]): string[] {
  const [list, , below, , deeper] = place;
  if (place.length === 0) return Object.keys(rosterSchema.shape);
  if (list !== 'people' || deeper !== undefined) return [];
  if (place.length === 2) return Object.keys(person.shape);
  if (place.length !== 4) return [];
  return below === 'roles' ? Object.keys(role.shape) : below === 'groups' ? Object.keys(membership.shape) : [];
}
