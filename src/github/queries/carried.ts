/** Where the numbers that a pull request's files carry lead: `issue0`, `issue1`, …; null where there is no such number. */
export interface RawCarried {
  repository:
    | ({
        record: { target: Record<`ledger${number}`, { oid: string } | null> } | null;
        pullRequest: { commits: { nodes: ({ commit: RawShared } | null)[] | null } } | null;
      } & Record<`issue${number}`, RawOther | null>)
    | null;
}

/** A head with the pull requests that it belongs to. */
export interface RawShared {
  oid: string;
  associatedPullRequests: {
    nodes: ({ number: number; state: string; baseRefName: string; headRefOid: string } | null)[] | null;
  } | null;
}

/** An issue (which has none of these), or a pull request with the first of its files. */
export interface RawOther {
  state?: 'OPEN' | 'CLOSED' | 'MERGED';
  baseRefName?: string;
  files?: {
    pageInfo: { hasNextPage: boolean };
    nodes: ({ path: string; changeType: string } | null)[] | null;
  } | null;
}

/** The query for these numbers, and for whom the head belongs to; with its variables but for the ledgers' folders. */
export function carriedQuery(numbers: readonly number[]): { text: string; variables: Record<string, number> } {
  const declared = numbers.map((_, index) => `, $number${index}: Int!, $ledger${index}: String!`).join('');
  const issues = numbers.map((_, index) => `issue${index}: issueOrPullRequest(number: $number${index}) { ...Other }`);
  const ledgers = numbers.map((_, index) => `ledger${index}: file(path: $ledger${index}) { oid }`);
  const text = `query Carried($owner: String!, $name: String!, $number: Int!, $recordRef: String!${declared}) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        commits(last: 1) {
          nodes {
            commit {
              oid
              associatedPullRequests(first: 50) { nodes { number state baseRefName headRefOid } }
            }
          }
        }
      }
      record: ref(qualifiedName: $recordRef) { target { ... on Commit { oid ${ledgers.join('\n')} } } }
      ${issues.join('\n')}
    }
  }
  ${numbers.length > 0 ? OTHER : ''}`;
  return { text, variables: Object.fromEntries(numbers.map((number, index) => [`number${index}`, number])) };
}

const OTHER = /* GraphQL */ `
  fragment Other on IssueOrPullRequest {
    ... on PullRequest {
      state
      baseRefName
      files(first: 100) {
        pageInfo {
          hasNextPage
        }
        nodes {
          path
          changeType
        }
      }
    }
  }
`;
