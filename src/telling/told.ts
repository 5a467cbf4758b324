import { z } from 'zod';

const claim = z.strictObject({
  channel: z.string().describe('As the rules name it.'),
  key: z.string().describe('Which message.'),
  at: z.string().describe('When a process took it on itself to tell it.'),
  by: z.string().describe('That process, by a random name of its own.'),
});
/** That a process tells a channel something, and no other does. Written before it is told. */
export type Claim = z.infer<typeof claim>;

const told = z.strictObject({
  v: z.literal(1),
  issue: z.int().nullable().describe('Number of the issue of the digest; null while there is none.'),
  told: z.array(claim),
});
/** What `told.json` of the record holds. */
export type Told = Omit<z.infer<typeof told>, 'v'>;

/** Nothing is told that was due so long ago, so that its claim need not be kept either. */
const KEPT = 14 * 24 * 60 * 60 * 1000;

/** Reads `told.json`; null where there is none yet. Throws where it is not of its form: whatever is said twice then. */
export function readTold(text: string | null): Told {
  if (text === null) return { issue: null, told: [] };
  return told.parse(JSON.parse(text));
}

/** `told.json` as text, without what is too old to be told again; the same claims are the same bytes. */
export function writeTold({ issue, told: claims }: Told, now: string): string {
  const kept = claims.filter(({ at }) => Date.parse(now) - Date.parse(at) < KEPT);
  const order = ({ at, channel, key }: Claim): string => `${at} ${channel} ${key}`;
  const sorted = [...kept].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return `${JSON.stringify({ v: 1, issue, told: sorted }, null, 1)}\n`;
}

/** The claim on a message, where there is one. */
export const claimOn = ({ told: claims }: Told, message: Pick<Claim, 'channel' | 'key'>): Claim | null =>
  claims.find(({ channel, key }) => channel === message.channel && key === message.key) ?? null;
