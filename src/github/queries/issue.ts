import {
  ACTOR,
  BLOB,
  COMMENT,
  GOVERNED,
  GOVERNED_VARIABLES,
  PLACE,
  type RawGoverned,
  type RawName,
  type RawOpenness,
  type RawPage,
  type RawText,
} from './fragments.js';
import { RECORD, type RawRecord, type RawStatusPull } from './snapshot.js';

/** An issue with everything around it that a look needs, as GitHub gives it. */
export interface RawIssueSnapshot {
  repository:
    | (RawOpenness &
        RawName & {
          id: string;
          labels: { nodes: ({ id: string; name: string } | null)[] | null } | null;
          defaultBranchRef: { name: string; target: RawGoverned } | null;
          record: RawRecord;
          rosterPulls: { nodes: (RawRosterPull | null)[] | null } | null;
          issue: RawIssue | null;
        })
    | null;
  viewer: { login: string };
}

/** A pull request from the branch on which Convenor brings a decision into the roster; `headRef` is null without its branch. */
export interface RawRosterPull extends RawStatusPull {
  headRef: { target: { file?: { oid: string } | null } } | null;
}

export interface RawIssue extends RawText {
  number: number;
  title: string;
  state: 'OPEN' | 'CLOSED';
  locked: boolean;
  updatedAt: string;
  closedAt: string | null;
  labels: { nodes: ({ id: string; name: string } | null)[] | null } | null;
  reopened: { nodes: ({ createdAt: string } | null)[] | null };
  /** The last times that the conversation was locked and unlocked. */
  locks: { nodes: ({ __typename: 'LockedEvent' | 'UnlockedEvent'; createdAt: string } | null)[] | null };
  comments: RawPage<RawText>;
}

export const ISSUE = /* GraphQL */ `
  query Issue(
    $owner: String!
    $name: String!
    $number: Int!
    $recordRef: String!
    $ledgerFolder: String!
    ${GOVERNED_VARIABLES}
    $commentsAfter: String
    $rosterBranch: String!
  ) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      ${PLACE}
      rosterPulls: pullRequests(
        headRefName: $rosterBranch
        first: 20
        orderBy: { field: CREATED_AT, direction: DESC }
      ) {
        nodes {
          id
          number
          url
          state
          body
          isCrossRepository
          viewerDidAuthor
          headRefOid
          headRef {
            target {
              ... on Commit {
                file(path: $roster) {
                  oid
                }
              }
            }
          }
        }
      }
      issue(number: $number) {
        id
        number
        url
        title
        body
        state
        locked
        createdAt
        updatedAt
        closedAt
        lastEditedAt
        includesCreatedEdit
        viewerDidAuthor
        author {
          ...Who
        }
        userContentEdits(first: 20) {
          totalCount
          nodes {
            editedAt
            deletedAt
            diff
          }
        }
        reactionGroups {
          content
          viewerHasReacted
        }
        labels(first: 100) {
          nodes {
            id
            name
          }
        }
        reopened: timelineItems(last: 1, itemTypes: [REOPENED_EVENT]) {
          nodes {
            ... on ReopenedEvent {
              createdAt
            }
          }
        }
        locks: timelineItems(last: 20, itemTypes: [LOCKED_EVENT, UNLOCKED_EVENT]) {
          nodes {
            __typename
            ... on LockedEvent {
              createdAt
            }
            ... on UnlockedEvent {
              createdAt
            }
          }
        }
        comments(first: 100, after: $commentsAfter) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...Said
          }
        }
      }
    }
  }
  ${ACTOR}
  ${COMMENT}
  ${BLOB}
  ${GOVERNED}
  ${RECORD}
`;

/** Further comments of a long discussion. */
export interface RawIssuePage {
  repository: { issue: { comments: RawPage<RawText> } | null } | null;
}

export const ISSUE_PAGE = /* GraphQL */ `
  query IssuePage($owner: String!, $name: String!, $number: Int!, $commentsAfter: String) {
    repository(owner: $owner, name: $name) {
      issue(number: $number) {
        comments(first: 100, after: $commentsAfter) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...Said
          }
        }
      }
    }
  }
  ${ACTOR}
  ${COMMENT}
`;
