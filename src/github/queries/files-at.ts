import { BLOB, type RawEntry } from './fragments.js';

/** Several files at the head of a pull request. */
export interface RawFilesAt {
  repository: {
    pullRequest: { commits: { nodes: ({ commit: RawFiles } | null)[] | null } } | null;
  } | null;
}

/** `file0`, `file1`, …: null where the head has no such file. */
type RawFiles = { oid: string } & Record<`file${number}`, RawEntry | null>;

/** The query that reads exactly these files at the head of a pull request, with its variables. */
export function filesQuery(paths: readonly string[]): { text: string; variables: Record<string, string> } {
  const declared = paths.map((_, index) => `, $path${index}: String!`).join('');
  const files = paths
    .map((_, index) => `file${index}: file(path: $path${index}) { oid mode object { ...Content } }`)
    .join('\n');
  const text = `query FilesAt($owner: String!, $name: String!, $number: Int!${declared}) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) { commits(last: 1) { nodes { commit { oid ${files} } } } }
    }
  }
  ${paths.length > 0 ? BLOB : ''}`;
  return { text, variables: Object.fromEntries(paths.map((path, index) => [`path${index}`, path])) };
}
