/** A page of a commit's history, with what is needed to follow first parents and to know what a pull request brought. */
export interface RawMainline {
  repository: {
    defaultBranchRef: { name: string } | null;
    object: {
      history: {
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        nodes: (RawStep | null)[] | null;
      };
    } | null;
  } | null;
}

/** One commit; `file0`, `file1`, … are null where it has no such file. */
export type RawStep = {
  oid: string;
  parents: { nodes: ({ oid: string } | null)[] | null };
  associatedPullRequests: { nodes: (RawMerged | null)[] | null } | null;
} & Record<`file${number}`, { oid: string } | null>;

/** A pull request that a commit belongs to. */
export interface RawMerged {
  merged: boolean;
  baseRefName: string;
  mergeCommit: { oid: string } | null;
}

/**
 * The query for a hundred commits of a history, newest first, with the objects at these paths. It asks for whole
 * histories on purpose: with `path:` GitHub follows the side of a merge that the content came from, past what the
 * default branch itself had.
 */
export function mainlineQuery(paths: readonly string[]): { text: string; variables: Record<string, string> } {
  const declared = paths.map((_, index) => `, $path${index}: String!`).join('');
  const files = paths.map((_, index) => `file${index}: file(path: $path${index}) { oid }`).join('\n');
  const text = `query Mainline($owner: String!, $name: String!, $commit: GitObjectID!, $after: String${declared}) {
    repository(owner: $owner, name: $name) {
      defaultBranchRef { name }
      object(oid: $commit) {
        ... on Commit {
          history(first: 100, after: $after) {
            pageInfo { hasNextPage endCursor }
            nodes {
              oid
              parents(first: 1) { nodes { oid } }
              associatedPullRequests(first: 5) { nodes { merged baseRefName mergeCommit { oid } } }
              ${files}
            }
          }
        }
      }
    }
  }`;
  return { text, variables: Object.fromEntries(paths.map((path, index) => [`path${index}`, path])) };
}
