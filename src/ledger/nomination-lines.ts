import { z } from 'zod';
import { ladderRole } from '../rules/schema.js';
import { cause, elector, instant, oid, role, sha256 } from './line-parts.js';

/** What can be asked of the ladder in an issue. */
export const matter = z
  .enum(['advance', 'return', 'step-down', 'emeritus', 'inactive'])
  .describe(
    'A step up, one to what the nominee has held before, laying a role down, another person made emeritus, or the question whether somebody is still there.',
  );

/** What it leads to; for `step-down`, `emeritus` and `inactive` what is laid down. `everything` is every role and place. */
export const place = z.enum([
  'member',
  'maintainer',
  'core-maintainer',
  'lead-maintainer',
  'moderator',
  'wg-member',
  'lead',
  'everything',
]);
/** See {@link place}. */
export type Place = z.infer<typeof place>;

/** Somebody who may sponsor, object or approve, with what they were when the nomination opened. */
export const bodyMember = z.strictObject({ ...elector.shape, roles: z.array(role) });
/** See {@link bodyMember}. */
export type BodyMember = z.infer<typeof bodyMember>;

const day = z.iso.date();

/** What the default branch said of the nominee's place. */
export const standingThen = z.strictObject({
  role: ladderRole,
  since: day.nullable().describe('The first day in the role; null where the roster did not say it.'),
  decision: z.string().nullable().describe('What gave the role, as the roster had it.'),
  moderator: z.boolean(),
  emeritus: z.boolean(),
  held: z.array(ladderRole).describe('Roles that were over.'),
});
/** See {@link standingThen}. */
export type StandingThen = z.infer<typeof standingThen>;

/**
 * A nomination opens, or a word that lays a role down: the nominee, everybody who may have a say in it and their
 * organisations are pinned here and never looked up again.
 */
export const nominationLine = z.strictObject({
  kind: z.literal('nomination'),
  at: instant,
  matter,
  nominee: elector,
  standing: standingThen,
  to: place,
  group: z.string().nullable().describe("Slug of the group, where it is a group's place."),
  body: z.array(bodyMember).describe('Who may sponsor, object or approve.'),
  deadline: instant.nullable().describe('Until when everybody may speak; null where nobody is waited for.'),
  cause: cause.unwrap(),
  rules: z.strictObject({ commit: oid, sha256 }),
});

/** What GitHub showed of what somebody did lately, each in issues and pull requests; null where it did not say. */
const lately = z.strictObject({
  since: day,
  opened: z.int().nullable().describe('Opened by them since that day.'),
  reviewed: z.int().nullable().describe("Others' pull requests with a review of theirs that have changed since."),
  spoken: z.int().nullable().describe('With words of theirs, old or new, that have changed since.'),
});

/** What GitHub showed of the nominee's work in the repository when the nomination opened. It decides nothing. */
export const contributionsLine = z.strictObject({
  kind: z.literal('contributions'),
  at: instant,
  login: z.string().min(1),
  merged: z.int().nullable().describe('Pull requests of theirs that were merged; null where GitHub did not say.'),
  reviewed: z.int().nullable().describe("Pull requests of others' that they reviewed."),
  commented: z.int().nullable().describe('Issues and pull requests in which they wrote.'),
  proposals: z.int().describe('Merged proposals that name them as an author.'),
  first: day.nullable().describe('The day of the oldest of their pull requests that was seen.'),
  months: z.int().nullable().describe('Months of the calendar in which one of those that were seen was opened.'),
  seen: z.int().describe('How many of their pull requests were seen for that.'),
  lately: lately.optional().describe('Of who is asked whether they are still there.'),
});

/** What became of it, dated at the deadline or at the act that settled it. */
export const settledLine = z.strictObject({
  kind: z.literal('settled'),
  at: instant,
  outcome: z.enum(['approved', 'rejected']),
  why: z.string(),
  sponsors: z.array(elector).describe('Whose support was counted.'),
  cause,
});
