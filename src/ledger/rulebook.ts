import { readRecorded } from '../rules/recorded.js';
import type { Rules } from '../rules/schema.js';

/** Rules of the record under the hash by which lines name them, or why a file holds none: the rest of a sentence. */
export type RulesReading = { ok: true; sha256: string; rules: Rules } | { ok: false; why: string };

/**
 * Reads a file of `rules/`. Its name says which rules it holds, so a file whose name says otherwise is not taken.
 * @param name the file's, `<sha256>.json`
 * @param text null where there is none that could be read
 */
export function readRules(name: string, text: string | null): RulesReading {
  const read = readRecorded(text ?? '');
  if (!read.ok) return { ok: false, why: 'are no rules' };
  return name === `${read.sha256}.json` ? read : { ok: false, why: 'are not what their name says' };
}
