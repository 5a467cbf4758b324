import type { RawBlob } from './fragments.js';

/** A folder of the record with its files; null where there is none. */
type RawFolder = { object: { entries?: { name: string; object: RawBlob | null }[] } | null } | null;

/** What the index of the record holds. */
export interface RawIndex {
  index: RawFolder;
  nominations: RawFolder;
}

const FILES = `{
  object {
    ... on Tree {
      entries {
        name
        object {
          ...Content
        }
      }
    }
  }
}`;

/** The files of the index, as fields of a commit of the record. */
export const INDEX = `
  index: file(path: "index") ${FILES}
  nominations: file(path: "nominations") ${FILES}
`;
