import { z } from 'zod';

/** Whether there is such a day and time: there is no 31 February, and no 25 o'clock. */
const isOnTheClock = (at: string): boolean => {
  const second = at.slice(0, 19);
  const read = new Date(`${second}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 19) === second;
};

/** An instant in UTC as ISO 8601, as GitHub gives it: `2026-11-23T04:00:00Z`. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)
  .refine(isOnTheClock, 'There is no such day or time.');
/** A SHA-256, in hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A commit's id. */
export const oid = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);

/** A person at the time of the line: the numeric id is who they are, the login what they were called. */
export const who = z.strictObject({ id: z.int(), login: z.string().min(1) });
/** See {@link who}. */
export type Who = z.infer<typeof who>;

/**
 * A person of a frozen electorate: one vote, whatever number of accounts. `also` are the ids of their other accounts;
 * `organization` is null where nobody knows it. An `id` below zero is nobody's: the files name the person, and no account
 * had that login.
 */
export const elector = z.strictObject({ ...who.shape, also: z.array(z.int()), organization: z.string().nullable() });
/** See {@link elector}. */
export type Elector = z.infer<typeof elector>;

/**
 * What a person was at the time of an act, as the default branch said it. Relations to the proposal are folded, but for
 * `asked`: GitHub showed them as asked for a review, which stands for `/review decline` alone.
 */
export const role = z
  .string()
  .regex(/^(asked|member|maintainer|core-maintainer|lead-maintainer|(lead|wg-member):[^:]+)$/);

/** The act that opened or settled a decision; null where a deadline did. */
export const cause = z.strictObject({ source: z.string(), index: z.int().min(0) }).nullable();
