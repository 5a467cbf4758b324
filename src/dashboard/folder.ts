import { BrokenRecord } from '../facts/record.js';
import { notOurs } from '../facts/record-maker.js';
import type { RawHead, RawPages } from '../github/queries/dashboard.js';
import { indexFrom, type Index } from './read-index.js';

/**
 * What the index of the record says.
 * @param viewer login of who asks
 * @throws {BrokenRecord} where the head of the record is not the app's own
 */
export function indexOf(raw: RawHead, viewer: string): Index {
  const foreign = notOurs(raw, viewer);
  if (foreign !== null) throw new BrokenRecord(foreign);
  return indexFrom(raw);
}

/** What stands in the dashboard's folder: Git's names of the files, by their paths in it. */
export function standing(pages: RawPages): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, oid, object } of pages?.object?.entries ?? []) {
    found.set(name, oid);
    for (const inside of object?.entries ?? []) found.set(`${name}/${inside.name}`, inside.oid);
  }
  return found;
}
