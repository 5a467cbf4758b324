import {
  GOVERNED,
  GOVERNED_VARIABLES,
  MAKER,
  type RawGoverned,
  type RawMaker,
  type RawName,
  type RawOpenness,
} from './fragments.js';

/** Everything open in a repository, with when it last changed. */
export interface RawSweep {
  viewer: { login: string };
  repository:
    | (RawOpenness &
        RawName & {
          defaultBranchRef: { name: string; target: RawGoverned } | null;
          record: { target: RawMaker & { ledgers: { object: { entries?: { name: string }[] } | null } | null } } | null;
          recent: { nodes: ({ number: number; updatedAt: string } | null)[] | null } | null;
          issues: { nodes: (RawSweptIssue | null)[] | null } | null;
          nominations: { nodes: (RawSweptIssue | null)[] | null } | null;
          pullRequests: {
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
            nodes: ({ number: number; updatedAt: string } | null)[] | null;
          };
        })
    | null;
}

export interface RawSweptIssue {
  number: number;
  updatedAt: string;
}

export const SWEEP = /* GraphQL */ `
  query Sweep(
    $owner: String!
    $name: String!
    $after: String
    $recordRef: String!
    $isFirst: Boolean!
    $nomination: String!
    ${GOVERNED_VARIABLES}
  ) {
    viewer {
      login
    }
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
      record: ref(qualifiedName: $recordRef) @include(if: $isFirst) {
        target {
          ... on Commit {
            ${MAKER}
            ledgers: file(path: "ledgers") {
              object {
                ... on Tree {
                  entries {
                    name
                  }
                }
              }
            }
          }
        }
      }
      recent: pullRequests(states: [CLOSED, MERGED], first: 20, orderBy: { field: UPDATED_AT, direction: DESC })
        @include(if: $isFirst) {
        nodes {
          number
          updatedAt
        }
      }
      issues(first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) @include(if: $isFirst) {
        nodes {
          number
          updatedAt
        }
      }
      nominations: issues(states: OPEN, labels: [$nomination], first: 100) @include(if: $isFirst) {
        nodes {
          number
          updatedAt
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
