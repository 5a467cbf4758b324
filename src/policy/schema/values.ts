import { z } from 'zod';
import { RULE_IDS, type RuleId } from '../../rules/schema.js';

/** A login, or the name by which a story calls a person: both have the form of a login. */
export const name = z.string().regex(/^[a-zA-Z\d][a-zA-Z\d_-]{0,38}$/, 'This is no login.');

/** A group's slug, as a charter's file name gives it. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug is made of small letters, digits and single hyphens.');

/** A text of at least one character. */
export const text = z.string().trim().min(1);

/** People, in no order. */
export const people = z.array(name);

/** One text or several. */
export const texts = z.union([text, z.array(text)], { error: 'This is a text, or a list of texts.' });

/** `none` where a thing is expected not to be there. */
export const NONE = 'none';

/** A thing, or `none`. */
export const orNone = <Schema extends z.ZodType>(schema: Schema, error: string) =>
  z.union([z.literal(NONE), schema], { error });

const UNIT = '(second|minute|hour|day|week|month)s?';
const INSTANT = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?( UTC|Z)?`;

/** A moment in itself. */
export const INSTANT_FORM = new RegExp(`^${INSTANT}$`);
/** A distance: `5 days`. */
export const DISTANCE_FORM = new RegExp(String.raw`^\d+ ${UNIT}$`);
/** A moment as a step may give it. */
export const WHEN_FORM = new RegExp(
  String.raw`^(${INSTANT}|\+\d+ ${UNIT}|\d+ ${UNIT} later|(at|after) the deadline|\d+ ${UNIT} (before|after) the deadline)$`,
);

/** When a step happens. */
export const when = z
  .string()
  .regex(
    WHEN_FORM,
    'A moment is written `2026-11-02 09:00` (UTC), `+5 days`, `1 second later`, `at the deadline`, `after the deadline`, or `1 second before the deadline`.',
  );

/** A moment that is known without the story. */
export const instant = z.string().regex(INSTANT_FORM, 'A moment is written `2026-11-02 09:00`, in UTC.');

/** A distance in time. */
export const distance = z
  .string()
  .regex(DISTANCE_FORM, 'A distance is written `5 days`; units are seconds, minutes, hours, days, weeks and months.');

/** What a refusal names: a rule, or what stands above all rules. */
export type Refusal = RuleId | 'commands' | 'time';

/** See {@link Refusal}. */
export const refusal = z.enum([...RULE_IDS, 'commands', 'time'] satisfies Refusal[]);
