import type { Rules } from '../../rules/schema.js';
import { AWAY_FILE, PEOPLE_FILE, TOLD_FILE } from '../layout.js';

/** The files of a record at one commit, by path with `/`. */
export type RecordFiles = ReadonlyMap<string, Uint8Array>;

/**
 * What a path of the record branch holds. `ledger`: a file in the folder of a ledger; `rules`: a file of the rulebook;
 * `people`: the pins; `index`: what the index says of a proposal, or of a nomination; `made`: pages and lists that are made from the ledgers
 * and that nothing is counted from; `unknown`: nothing of Convenor's.
 */
export type Place =
  | { kind: 'ledger'; number: number; name: string }
  | { kind: 'rules'; name: string }
  | { kind: 'people' }
  | { kind: 'index'; number: number }
  | { kind: 'nomination'; number: number }
  | { kind: 'made' }
  | { kind: 'unknown' };

/** Where a path of the record branch lies. @param dashboards folders in which rules of the record have pages made */
export function placeOf(path: string, dashboards: ReadonlySet<string>): Place {
  const ledger = /^ledgers\/([1-9]\d*)\/([^/]+)$/.exec(path);
  if (ledger) return { kind: 'ledger', number: Number(ledger[1]), name: ledger[2] ?? '' };
  const rules = /^rules\/([^/]+)$/.exec(path);
  if (rules) return { kind: 'rules', name: rules[1] ?? '' };
  if (path === PEOPLE_FILE) return { kind: 'people' };
  const index = /^index\/([1-9]\d*)\.json$/.exec(path);
  if (index) return { kind: 'index', number: Number(index[1]) };
  const nomination = /^nominations\/([1-9]\d*)\.json$/.exec(path);
  if (nomination) return { kind: 'nomination', number: Number(nomination[1]) };
  const made =
    ['README.md', AWAY_FILE, TOLD_FILE].includes(path) ||
    [...dashboards].some((folder) => path.startsWith(`${folder}/`));
  return { kind: made ? 'made' : 'unknown' };
}

/** The folders in which any rules of a record have their pages made. */
export const dashboardsOf = (rulebook: ReadonlyMap<string, Rules>): Set<string> =>
  new Set([...rulebook.values()].map(({ record }) => record.dashboard));

/** A file as text; null where its bytes are no UTF-8. Nothing is mended in it: hashes are over its bytes. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
