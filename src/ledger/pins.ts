import { z } from 'zod';
import type { Account } from '../facts/facts.js';

const pinned = z.record(z.string(), z.strictObject({ id: z.int(), nodeId: z.string(), login: z.string() }));

/** Reads `people.json` of the record: the account that each login had at first sight, by lower-cased login. */
export function readPins(text: string | null): Map<string, Account> {
  const pins = pinned.parse(text === null ? {} : JSON.parse(text));
  return new Map(Object.entries(pins).map(([login, pin]) => [login, { ...pin, isBot: false }]));
}

/** `people.json` as text: sorted, so that the same pins are the same bytes. */
export function writePins(accounts: ReadonlyMap<string, Account>): string {
  const entries = [...accounts].sort(([a], [b]) => (a < b ? -1 : 1));
  const pins = Object.fromEntries(entries.map(([key, { id, nodeId, login }]) => [key, { id, nodeId, login }]));
  return `${JSON.stringify(pins, null, 1)}\n`;
}
