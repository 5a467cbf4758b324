import { z } from 'zod';
import type { AwayList } from '../judge/time/absence.js';

const list = z.record(
  z.string().regex(/^\d+$/),
  z.strictObject({ login: z.string(), at: z.iso.datetime(), until: z.iso.date().nullable() }),
);

/** Reads `away.json` of the record: who is away until when, by id of account. Throws where it is not of its form. */
export function readAway(text: string | null): AwayList {
  const entries = list.parse(text === null ? {} : JSON.parse(text));
  return new Map(Object.entries(entries).map(([id, away]) => [Number(id), away]));
}

/** `away.json` as text: sorted, so that the same list is the same bytes. */
export function writeAway(away: AwayList): string {
  const entries = [...away].sort(([a], [b]) => a - b);
  const written = entries.map(([id, { login, at, until }]) => [String(id), { login, at, until }]);
  return `${JSON.stringify(Object.fromEntries(written), null, 1)}\n`;
}
