import { z } from 'zod';
import { count, list, text, tracks, words } from './values.js';
import { authority } from './vocabulary.js';

/**
 * What a grant covers. Each part that is given has to hold, and any one entry of a part is enough; a part that is left
 * out says nothing. So `{ tracks: [Extensions Track], paths: [docs/auth/**] }` is: an extension, which touches no other
 * files of the specification than those.
 */
const scope = z
  .strictObject({
    tracks: tracks('kinds of proposals that the grant covers').optional(),
    paths: list(
      z
        .string()
        .min(1)
        .max(500)
        .regex(/^[^\0\r\n]*$/, 'A path is one line.'),
      'paths that the grant covers',
      1,
      'Paths in the form of .gitignore. The grant covers a proposal whose changes beside its own file all match; what stands behind a ! is never covered.',
    ).optional(),
    items: list(
      z.string().min(1).max(200),
      'items of the charter that the grant covers',
      1,
      "Items of the charter's scope, or active work items, by their words at the beginning. An item of the scope covers a proposal that has its words once a work item names its number or a lead has adopted it.",
    ).optional(),
  })
  .refine(
    (each) => Object.keys(each).length > 0,
    'A scope names tracks, paths or items; leave it out for the whole charter.',
  );
/** See {@link scope}: at least one part is there. */
export type GrantScope = z.infer<typeof scope>;

/** The record that a group must have for the grant to hold. Everything is counted over the group's whole time. */
const trackRecord = z.strictObject({
  decided: count('proposals that the group has decided', 0),
  overturned: count('decisions of it that were overturned or recalled at most', 0).default(0),
  members: count('active members that it has', 0),
  organizations: count('known organisations that its active members are from', 0),
});
/** See {@link trackRecord}. Falls one part short, the next lower authority holds. */
export type TrackRecord = z.infer<typeof trackRecord>;

/** The day is a date of UTC; both ends are inclusive. */
const day = (what: string) => z.iso.date().describe(what);

/**
 * What a group may decide in place of the core: how far its word reaches, over what, from whom it has this, for how
 * long, and what the group must have shown. Without `scope` it covers all that the group's charter does; without
 * `until` it has no end; without `needs` it asks for nothing. Where one of them does not hold, the next lower authority
 * does, down to {@link delegation}'s `default`; and no grant reaches reserved matters (rule `reserved-matters`).
 */
export const grant = z.strictObject({
  authority: authority.describe("What the group's consensus is worth."),
  scope: scope.describe('What it covers; all of the charter where this is left out.').optional(),
  grantedBy: text('who granted it', 'Who granted it, and where that stands.'),
  since: day('The first day.'),
  until: day('The last day; without end where this is left out.').optional(),
  needs: trackRecord.describe('The track record that it needs; none where this is left out.').optional(),
});
/** See {@link grant}. */
export type Grant = z.infer<typeof grant>;

/**
 * A delegation names its scope, who granted it and until when (DESIGN.md, Authority of a group). More than advice for
 * every group would be one that names nothing of it.
 */
const fallback = z
  .literal('advise')
  .describe(
    'What the consensus of a group without a grant is worth: advice. More than that is granted to each group, under `grants`.',
  );
words.add(fallback, { label: 'authority of a group without a grant' });

/** Who decides in place of the core. */
export const delegation = z.strictObject({
  default: fallback,
  grants: z.record(z.string().min(1), grant).describe('Groups with another authority, by the slug of their charter.'),
});
