import {
  ACTOR,
  BLOB,
  COMMENT,
  REVIEW,
  type RawEntry,
  type RawPage,
  type RawReview,
  type RawText,
} from './fragments.js';

/** Further comments and reviews of a long discussion. */
export interface RawPages {
  repository: { pullRequest: { comments?: RawPage<RawText>; reviews?: RawPage<RawReview> | null } | null } | null;
}

export const PAGES = /* GraphQL */ `
  query Pages(
    $owner: String!
    $name: String!
    $number: Int!
    $moreComments: Boolean!
    $commentsAfter: String
    $moreReviews: Boolean!
    $reviewsAfter: String
  ) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        comments(first: 100, after: $commentsAfter) @include(if: $moreComments) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...Said
          }
        }
        reviews(first: 100, after: $reviewsAfter) @include(if: $moreReviews) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...Reviewed
          }
        }
      }
    }
  }
  ${ACTOR}
  ${COMMENT}
  ${REVIEW}
`;

/** The SEP file at the head. */
export interface RawContent {
  repository: {
    pullRequest: { commits: { nodes: ({ commit: { oid: string; file: RawEntry | null } } | null)[] | null } } | null;
  } | null;
}

export const CONTENT = /* GraphQL */ `
  query Content($owner: String!, $name: String!, $number: Int!, $path: String!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        commits(last: 1) {
          nodes {
            commit {
              oid
              file(path: $path) {
                oid
                mode
                object {
                  ...Content
                }
              }
            }
          }
        }
      }
    }
  }
  ${BLOB}
`;
