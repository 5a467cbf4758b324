import type { RawOpenness } from './fragments.js';

/** Everything open in a repository, with when it last changed. */
export interface RawSweep {
  repository:
    | (RawOpenness & {
        defaultBranchRef: {
          target: { rules: RawOid; groups: RawOid; interest: RawOid; maintainers: RawOid; roster: RawOid };
        } | null;
        pullRequests: {
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
          nodes: ({ number: number; updatedAt: string } | null)[] | null;
        };
      })
    | null;
}

type RawOid = { oid: string } | null;

export const SWEEP = /* GraphQL */ `
  query Sweep(
    $owner: String!
    $name: String!
    $after: String
    $rulesFile: String!
    $workingGroups: String!
    $interestGroups: String!
    $maintainers: String!
    $roster: String!
  ) {
    repository(owner: $owner, name: $name) {
      isArchived
      isDisabled
      defaultBranchRef {
        target {
          ... on Commit {
            rules: file(path: $rulesFile) {
              oid
            }
            groups: file(path: $workingGroups) {
              oid
            }
            interest: file(path: $interestGroups) {
              oid
            }
            maintainers: file(path: $maintainers) {
              oid
            }
            roster: file(path: $roster) {
              oid
            }
          }
        }
      }
      pullRequests(states: OPEN, first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          number
          updatedAt
        }
      }
    }
  }
`;
