/** Which files a head has, and the newest issue and pull request of its repository. */
export interface RawExistence {
  repository: {
    pullRequest: { commits: { nodes: ({ commit: RawPaths } | null)[] | null } } | null;
    issues?: RawNewest;
    pullRequests?: RawNewest;
  } | null;
}

/** `path0`, `path1`, …: null where the head has no such file or folder. */
type RawPaths = { oid: string } & Record<`path${number}`, { oid: string } | null>;

type RawNewest = { nodes: ({ number: number } | null)[] | null };

const NEWEST = 'first: 1, orderBy: { field: CREATED_AT, direction: DESC }';

/**
 * The query that asks for exactly these paths at the head of a pull request, with its variables.
 * @param newest whether to ask for the newest numbers, too
 */
export function existenceQuery(
  paths: readonly string[],
  newest: boolean,
): { text: string; variables: Record<string, string> } {
  const declared = paths.map((_, index) => `, $path${index}: String!`).join('');
  const files = paths.map((_, index) => `path${index}: file(path: $path${index}) { oid }`).join('\n');
  const last = `issues(${NEWEST}) { nodes { number } }\npullRequests(${NEWEST}) { nodes { number } }`;
  const text = `query Existence($owner: String!, $name: String!, $number: Int!${declared}) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) { commits(last: 1) { nodes { commit { oid ${files} } } } }
      ${newest ? last : ''}
    }
  }`;
  return { text, variables: Object.fromEntries(paths.map((path, index) => [`path${index}`, path])) };
}
