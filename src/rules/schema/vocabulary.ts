import { z } from 'zod';
import { PROPOSAL_TYPES, STATUSES } from '../../proposal/types.js';

/**
 * Who may do a thing: a place on the ladder, each in itself, a place in the responsible group, or a relation to the
 * proposal.
 */
export const standing = z.enum([
  'anyone',
  'author',
  'sponsor',
  'lead',
  'wg-member',
  'member',
  'maintainer',
  'core-maintainer',
  'lead-maintainer',
]);
/** See {@link standing}. */
export type Standing = z.infer<typeof standing>;

/** The places on the ladder, lowest first. Who holds one holds those below it, too. */
export const ladderRole = z.enum(['contributor', 'member', 'maintainer', 'core-maintainer', 'lead-maintainer']);
/** See {@link ladderRole}. */
export type LadderRole = z.infer<typeof ladderRole>;

/** How somebody belongs to a group. A facilitator of an Interest Group is its `lead`. */
export const groupLevel = z.enum(['lead', 'wg-member', 'participant', 'observer']);
/** See {@link groupLevel}. */
export type RulesGroupLevel = z.infer<typeof groupLevel>;

/** The states of a proposal, as the lifecycle knows them. `proposal` is the state before a sponsor. */
export const proposalState = z.enum(STATUSES);
/** See {@link proposalState}. */
export type ProposalState = z.infer<typeof proposalState>;

/** A proposal's kind, as its preamble says it. */
export const track = z.enum(PROPOSAL_TYPES);
/** See {@link track}. */
export type Track = z.infer<typeof track>;

/** `observe`: only ledger and dashboard. `warn`: says it. `enforce`: holds the check and refuses. */
export const mode = z.enum(['observe', 'warn', 'enforce']);
/** See {@link mode}. */
export type Mode = z.infer<typeof mode>;

/** How far a group's word reaches (DESIGN.md, "Authority of a group"). Lowest first. */
export const authority = z.enum(['advise', 'veto-window', 'decide']);
/** See {@link authority}. */
export type Authority = z.infer<typeof authority>;

/** What a step of a proposal can need, each of which is looked for as evidence. */
export const evidence = z.enum([
  'sponsor',
  'group',
  'document',
  'prototype',
  'reference-implementation',
  'specification-changes',
  'changelog',
  'rendered-page',
  'conformance',
]);
/** See {@link evidence}. */
export type Evidence = z.infer<typeof evidence>;

/**
 * A share, compared on integers and never as a floating-point number: `num/den` of the ballots cast or of the whole
 * quorum body. With `strict`, more than the share is needed; without, the share itself is enough.
 */
export const fraction = z
  .strictObject({
    num: z.int().min(0).describe('The upper number of the fraction.'),
    den: z.int().min(1).describe('The lower number.'),
    strict: z.boolean().default(false).describe('Whether more than the share is needed, and not the share itself.'),
    of: z.enum(['cast', 'electorate']).describe('Of the ballots cast (yes and no), or of all who are counted.'),
  })
  .refine((share) => share.num <= share.den, 'A share is at most one: num must not be greater than den.')
  .describe('A share, compared on integers.');
/** See {@link fraction}. */
export type Fraction = z.infer<typeof fraction>;
