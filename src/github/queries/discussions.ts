/** Names of a repository's categories of discussions. */
export interface RawCategories {
  repository: {
    hasDiscussionsEnabled: boolean;
    discussionCategories: { nodes: ({ id: string; name: string } | null)[] | null };
  } | null;
}

export const CATEGORIES = /* GraphQL */ `
  query DiscussionCategories($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      hasDiscussionsEnabled
      discussionCategories(first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
`;

/** A page of moments; `totalCount` says whether there are more. */
interface RawMoments<Moment> {
  totalCount: number;
  nodes: (Moment | null)[] | null;
}

/** A discussion with when something was written in it. */
export interface RawDiscussion {
  title: string;
  url: string;
  createdAt: string;
  userContentEdits: RawMoments<{ editedAt: string }> | null;
  comments: RawMoments<{ createdAt: string }>;
}

/** The newest discussions of some categories, by `c0`, `c1`, …. */
export interface RawDiscussions {
  repository: Record<string, { totalCount: number; nodes: (RawDiscussion | null)[] | null }> | null;
}

/** Asks for the newest discussions of so many categories at once; their ids are the variables `c0`, `c1`, …. */
export function discussionsQuery(categories: number): string {
  const keys = Array.from({ length: categories }, (_, index) => `c${index}`);
  return /* GraphQL */ `
    query Discussions($owner: String!, $name: String!, ${keys.map((key) => `$${key}: ID!`).join(', ')}) {
      repository(owner: $owner, name: $name) {
        ${keys
          .map(
            (key) => `${key}: discussions(
              first: 100
              categoryId: $${key}
              orderBy: { field: CREATED_AT, direction: DESC }
            ) { totalCount nodes { ...Discussed } }`,
          )
          .join('\n')}
      }
    }
    fragment Discussed on Discussion {
      title
      url
      createdAt
      userContentEdits(first: 20) {
        totalCount
        nodes {
          editedAt
        }
      }
      comments(first: 20) {
        totalCount
        nodes {
          createdAt
        }
      }
    }
  `;
}
