import { GOVERNED, GOVERNED_VARIABLES, type RawGoverned, type RawName, type RawOpenness } from './fragments.js';

/** Everything open in a repository, with when it last changed. */
export interface RawSweep {
  repository:
    | (RawOpenness &
        RawName & {
          defaultBranchRef: { name: string; target: RawGoverned } | null;
          pullRequests: {
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
            nodes: ({ number: number; updatedAt: string } | null)[] | null;
          };
        })
    | null;
}

export const SWEEP = /* GraphQL */ `
  query Sweep(
    $owner: String!
    $name: String!
    $after: String
    ${GOVERNED_VARIABLES}
  ) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      isArchived
      archivedAt
      isDisabled
      defaultBranchRef {
        name
        target {
          ...Governed
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
  ${GOVERNED}
`;
