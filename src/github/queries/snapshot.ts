import {
  ACTOR,
  BLOB,
  COMMENT,
  FILES,
  GOVERNED,
  GOVERNED_VARIABLES,
  MAKER,
  PLACE,
  REVIEW,
  type RawActor,
  type RawEntry,
  type RawGoverned,
  type RawMaker,
  type RawName,
  type RawOpenness,
  type RawPage,
  type RawReview,
  type RawText,
} from './fragments.js';

/** One pull request with everything around it that a look needs, as GitHub gives it. */
export interface RawSnapshot {
  repository:
    | (RawOpenness &
        RawName & {
          id: string;
          labels: { nodes: ({ id: string; name: string } | null)[] | null } | null;
          defaultBranchRef: { name: string; target: RawGoverned } | null;
          record: RawRecord;
          statusPulls: { nodes: (RawStatusPull | null)[] | null } | null;
          /** The pull request that this one was last found to travel with; left out where there was none. */
          other?: { state: 'OPEN' | 'CLOSED' | 'MERGED' } | null;
          pullRequest: RawPull | null;
        })
    | null;
  viewer: { login: string };
}

export type RawRecord = {
  target: RawMaker & {
    ledger: RawEntry | null;
    people: RawEntry | null;
    away: RawEntry | null;
    rulebook: RawEntry | null;
    index: { oid: string } | null;
  };
} | null;

export interface RawPull extends RawText {
  number: number;
  title: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  locked: boolean;
  updatedAt: string;
  closedAt: string | null;
  headRefOid: string;
  headRef: { name: string } | null;
  baseRefName: string;
  labels: { nodes: ({ id: string; name: string } | null)[] | null } | null;
  assignees: { nodes: (RawActor | null)[] | null };
  /** How many reviews there are, whatever has been read of them. */
  submitted: { totalCount: number } | null;
  reviewRequests: { nodes: ({ requestedReviewer: RawActor | null } | null)[] | null } | null;
  timelineItems: { nodes: ({ createdAt: string; requestedReviewer: RawActor | null } | null)[] | null };
  assignments: { nodes: (RawAssignment | null)[] | null };
  dismissals: { nodes: (RawDismissal | null)[] | null };
  reopened: { nodes: ({ createdAt: string } | null)[] | null };
  /** The last times that the conversation was locked and unlocked. */
  locks: { nodes: ({ __typename: 'LockedEvent' | 'UnlockedEvent'; createdAt: string } | null)[] | null };
  commits: { nodes: ({ commit: RawHead } | null)[] | null };
  comments: RawPage<RawText>;
  reviews: RawPage<RawReview> | null;
  reviewThreads: { nodes: (RawThread | null)[] | null };
}

/** A pull request from the branch on which Convenor brings a status in step, whoever opened it. */
export interface RawStatusPull {
  id: string;
  number: number;
  url: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  body: string;
  isCrossRepository: boolean;
  viewerDidAuthor: boolean;
  headRefOid: string;
}

/** Somebody was assigned, by themselves or by somebody else; null for a ghost. */
export interface RawAssignment {
  id: string;
  createdAt: string;
  actor: RawActor | null;
  assignee: RawActor | null;
}

/** A review was dismissed; null for what is gone. */
export interface RawDismissal {
  id: string;
  createdAt: string;
  actor: RawActor | null;
  review: { id: string; url: string } | null;
}

export interface RawHead {
  oid: string;
  committedDate: string;
  author: { name: string | null; user: { login: string; databaseId: number | null } | null } | null;
  file?: RawEntry | null;
  checkSuites: { nodes: ({ checkRuns: { nodes: (RawCheck | null)[] | null } | null } | null)[] | null } | null;
}

export interface RawCheck {
  id: string;
  name: string;
  conclusion: string | null;
  externalId: string | null;
}

export interface RawThread {
  id: string;
  isResolved: boolean;
  isOutdated: boolean;
  comments: { nodes: ({ id: string; url: string; body: string; viewerDidAuthor: boolean } | null)[] | null };
}

export const RECORD = /* GraphQL */ `
  fragment Record on Commit {
    ${MAKER}
    ledger: file(path: $ledgerFolder) {
      oid
      ${FILES}
    }
    index: file(path: "index") {
      oid
    }
    people: file(path: "people.json") {
      oid
      object {
        ...Content
      }
    }
    away: file(path: "away.json") {
      oid
      object {
        ...Content
      }
    }
    rulebook: file(path: "rules") {
      oid
      ${FILES}
    }
  }
`;

export const SNAPSHOT = /* GraphQL */ `
  query Snapshot(
    $owner: String!
    $name: String!
    $number: Int!
    $appId: Int!
    $recordRef: String!
    $ledgerFolder: String!
    ${GOVERNED_VARIABLES}
    $path: String!
    $hasPath: Boolean!
    $other: Int!
    $hasOther: Boolean!
    $commentsAfter: String
    $reviewsAfter: String
    $statusBranch: String!
  ) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      ${PLACE}
      other: pullRequest(number: $other) @include(if: $hasOther) {
        state
      }
      statusPulls: pullRequests(
        headRefName: $statusBranch
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
        }
      }
      pullRequest(number: $number) {
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
        headRefOid
        headRef {
          name
        }
        baseRefName
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
        assignees(first: 10) {
          nodes {
            __typename
            login
            id
            databaseId
          }
        }
        submitted: reviews {
          totalCount
        }
        reviewRequests(first: 100) {
          nodes {
            requestedReviewer {
              ... on User {
                __typename
                login
                id
                databaseId
              }
            }
          }
        }
        timelineItems(last: 100, itemTypes: [REVIEW_REQUESTED_EVENT]) {
          nodes {
            ... on ReviewRequestedEvent {
              createdAt
              requestedReviewer {
                ... on User {
                  __typename
                  login
                  id
                  databaseId
                }
              }
            }
          }
        }
        assignments: timelineItems(last: 100, itemTypes: [ASSIGNED_EVENT]) {
          nodes {
            ... on AssignedEvent {
              id
              createdAt
              actor {
                ...Who
              }
              assignee {
                ... on User {
                  __typename
                  login
                  id
                  databaseId
                }
              }
            }
          }
        }
        dismissals: timelineItems(last: 100, itemTypes: [REVIEW_DISMISSED_EVENT]) {
          nodes {
            ... on ReviewDismissedEvent {
              id
              createdAt
              actor {
                ...Who
              }
              review {
                id
                url
              }
            }
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
        commits(last: 1) {
          nodes {
            commit {
              oid
              committedDate
              author {
                name
                user {
                  login
                  databaseId
                }
              }
              file(path: $path) @include(if: $hasPath) {
                oid
                mode
                object {
                  ...Content
                }
              }
              checkSuites(first: 10, filterBy: { appId: $appId }) {
                nodes {
                  checkRuns(first: 50, filterBy: { checkType: LATEST }) {
                    nodes {
                      id
                      name
                      conclusion
                      externalId
                    }
                  }
                }
              }
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
        reviews(first: 100, after: $reviewsAfter) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...Reviewed
          }
        }
        reviewThreads(last: 100) {
          nodes {
            id
            isResolved
            isOutdated
            comments(first: 1) {
              nodes {
                id
                url
                body
                viewerDidAuthor
              }
            }
          }
        }
      }
    }
  }
  ${ACTOR}
  ${COMMENT}
  ${REVIEW}
  ${BLOB}
  ${GOVERNED}
  ${RECORD}
`;
