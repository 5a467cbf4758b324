import { textOf } from '../facts/governing.js';
import type { RawIndex } from '../github/queries/record-index.js';
import { readEntry, type Entry } from './entry.js';
import { readNomination, type NominationEntry } from './nominated.js';

/** All that the index of a record says. */
export interface Index {
  entries: readonly Entry[];
  nominations: readonly NominationEntry[];
}

/** The index of a record of which nothing is known, or in which nothing stands. */
export const NO_INDEX: Index = { entries: [], nominations: [] };

/**
 * The index as GitHub gives it.
 * @throws where a file is not of its form: what is made from half an index says less than there is
 */
export const indexFrom = ({ index, nominations }: RawIndex): Index => ({
  entries: readAll('index', index, readEntry),
  nominations: readAll('nominations', nominations, readNomination),
});

function readAll<Read>(folder: string, raw: RawIndex['index'], read: (text: string) => Read | null): Read[] {
  return (raw?.object?.entries ?? []).map(({ name, object }) => {
    const text = textOf(object, name);
    const entry = text === null ? null : read(text);
    if (entry === null) throw new Error(`${folder}/${name} of the record is not of its form.`);
    return entry;
  });
}

/** A file of a record, by its path from the record's root with `/`; its text is null where it cannot be read. */
export interface RecordText {
  path: string;
  text: string | null;
}

/** The index in files of a record, others aside; or the path of the first that is not of its form. */
export function indexIn(files: readonly RecordText[]): { ok: true; index: Index } | { ok: false; path: string } {
  const entries: Entry[] = [];
  const nominations: NominationEntry[] = [];
  for (const { path, text } of files) {
    const [, folder] = /^(index|nominations)\/[1-9]\d*\.json$/.exec(path) ?? [];
    if (folder === undefined) continue;
    const entry = text !== null && folder === 'index' ? readEntry(text) : null;
    const nomination = text !== null && folder === 'nominations' ? readNomination(text) : null;
    if (entry) entries.push(entry);
    else if (nomination) nominations.push(nomination);
    else return { ok: false, path };
  }
  return { ok: true, index: { entries, nominations } };
}
