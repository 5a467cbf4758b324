import { BLOB, type RawBlob } from './fragments.js';

/** Contents by object id: `blob0`, `blob1`, …; null where there is no such object. */
export interface RawVersions {
  repository: Record<`blob${number}`, RawBlob | null> | null;
}

/** The query that reads exactly these objects, with its variables. */
export function versionsQuery(oids: readonly string[]): { text: string; variables: Record<string, string> } {
  const declared = oids.map((_, index) => `, $oid${index}: GitObjectID!`).join('');
  const blobs = oids.map((_, index) => `blob${index}: object(oid: $oid${index}) { ...Content }`).join('\n');
  const text = `query Versions($owner: String!, $name: String!${declared}) {
    repository(owner: $owner, name: $name) { ${blobs} }
  }
  ${BLOB}`;
  return { text, variables: Object.fromEntries(oids.map((oid, index) => [`oid${index}`, oid])) };
}
