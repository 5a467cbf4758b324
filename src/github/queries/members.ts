/** A page of an organisation's members; nothing of it where a person owns the repository. */
export interface RawMembers {
  repositoryOwner: {
    membersWithRole?: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: ({ login: string } | null)[] | null;
    };
  } | null;
}

export const MEMBERS = /* GraphQL */ `
  query Members($owner: String!, $after: String) {
    repositoryOwner(login: $owner) {
      ... on Organization {
        membersWithRole(first: 100, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            login
          }
        }
      }
    }
  }
`;
