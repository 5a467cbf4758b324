import { z } from 'zod';
import { CHANNEL_NAME } from '../../telling/channel-name.js';
import { list, orNone, text, words } from './values.js';

/** Something that a channel can be told of, in the order of a proposal's way. */
export const TELL_EVENTS = ['opened', 'deadline', 'closed', 'escalated', 'accepted', 'rejected', 'final'] as const;

/** See {@link TELL_EVENTS}. */
export type TellEvent = (typeof TELL_EVENTS)[number];

/** Of whom a channel is: the group that is responsible, or the core. */
const body = z.enum(['group', 'core']);

/** Whose channels news goes to; `deciders` are the one of both that decides in a decision of this form. */
const audience = z.enum(['group', 'core', 'deciders']);
/** See {@link audience}. */
export type Audience = z.infer<typeof audience>;

// What is wrong with a name is said without it: an address in its place is a secret.
const channel = (label: string, more: string) => {
  const schema = z
    .string()
    .refine(
      (name) => CHANNEL_NAME.test(name),
      'A channel is named by small letters, digits and hyphens, 50 at most. Its address stands in the configuration of the app alone (`CHANNELS`); whoever reads one here can write into the channel, so have the service make a new one.',
    )
    .meta({ description: more, pattern: CHANNEL_NAME.source });
  words.add(schema, { label });
  return schema;
};

const groups = z
  .record(
    z.string().regex(/^[\w-]{1,100}$/, 'A group is named by its slug.'),
    channel('channel', 'The name of a channel.'),
  )
  .describe("The channel of each group, by the group's slug; a group that is not named has none.");
words.add(groups, { label: 'channel of' });

const EVENTS: Readonly<Record<TellEvent, string>> = {
  opened: 'a decision is opened',
  deadline: 'a decision ends within a day',
  closed: 'a decision is closed',
  escalated: 'a decision is escalated',
  accepted: 'a proposal is accepted',
  rejected: 'a proposal is rejected',
  final: 'a proposal is final',
};

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const day = z.enum(WEEKDAYS).describe('The day of the digest.');
words.add(day, { label: 'day of the digest' });
const hour = z.int().min(0).max(23).describe('The hour of the digest, in UTC.');
words.add(hour, { label: 'hour of the digest' });

/** Whom channels are told what. */
export const telling = z
  .strictObject({
    core: orNone(channel("the core's channel", 'The channel of the core; null where it has none.')),
    groups,
    events: z
      .strictObject(
        Object.fromEntries(
          TELL_EVENTS.map((event) => [
            event,
            list(audience, `who is told that ${EVENTS[event]}`, 0, `Whose channels are told that ${EVENTS[event]}.`),
          ]),
        ) as Record<TellEvent, z.ZodArray<typeof audience>>,
      )
      .describe(
        'Which event goes to which channels: those of the `group` that is responsible, of the `core`, or of the `deciders`: whichever of both decides.',
      ),
    digest: z
      .strictObject({
        to: list(body, 'who gets the digest', 0, 'Whose channels get the weekly digest: what waits, what closes.'),
        day,
        hour,
        issue: orNone(
          text(
            'issue of the digest',
            "Title of the issue of the app's own that holds the same digest, edited in place; null for no such issue.",
          ),
        ),
      })
      .describe('The weekly digest.'),
  })
  .describe('Whom channels of other services are told what; off where no channel is named and no issue is wanted.');
/** See {@link telling}. */
export type Telling = z.infer<typeof telling>;

/** The number of a weekday, from 1 for Monday. */
export const weekdayNumber = (name: Telling['digest']['day']): number => WEEKDAYS.indexOf(name) + 1;
