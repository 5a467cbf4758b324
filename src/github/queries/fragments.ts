/** Who wrote something; null for a ghost. */
export interface RawActor {
  __typename: string;
  login: string;
  id?: string;
  databaseId?: number | null;
}

export const ACTOR = /* GraphQL */ `
  fragment Who on Actor {
    __typename
    login
    ... on User {
      id
      databaseId
    }
    ... on Bot {
      id
      databaseId
    }
  }
`;

/** A text that people wrote, with what is needed to find its first revision. */
export interface RawText {
  id: string;
  url: string;
  body: string;
  createdAt: string;
  lastEditedAt: string | null;
  includesCreatedEdit: boolean;
  viewerDidAuthor: boolean;
  author: RawActor | null;
  userContentEdits: {
    totalCount: number;
    nodes: ({ editedAt: string; deletedAt: string | null; diff: string | null } | null)[] | null;
  } | null;
  reactionGroups: { content: string; viewerHasReacted: boolean }[] | null;
}

/** The oldest edit holds the first revision; a text with more edits than this has lost it for us. */
export const MOST_EDITS = 20;

const TEXT_FIELDS = /* GraphQL */ `
    id
    url
    body
    createdAt
    lastEditedAt
    includesCreatedEdit
    viewerDidAuthor
    author { ...Who }
    userContentEdits(first: ${MOST_EDITS}) { totalCount nodes { editedAt deletedAt diff } }
    reactionGroups { content viewerHasReacted }
`;

export const COMMENT = /* GraphQL */ `fragment Said on IssueComment {${TEXT_FIELDS}}`;
export const REVIEW = /* GraphQL */ `fragment Reviewed on PullRequestReview {${TEXT_FIELDS} submittedAt state commit { oid } }`;

/** A review, as it was submitted. */
export interface RawReview extends RawText {
  submittedAt: string | null;
  state: string;
  commit: { oid: string } | null;
}

/** A page of a connection. */
export interface RawPage<Node> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (Node | null)[] | null;
}

/** A file or folder as a commit has it. */
export interface RawEntry {
  oid: string;
  mode?: number;
  object: RawBlob | null;
}

/** A file's content; `text` is null for a binary one. */
export interface RawBlob {
  text?: string | null;
  isTruncated?: boolean;
  isBinary?: boolean | null;
  byteSize?: number;
  entries?: { name: string; oid: string; object: RawBlob | null }[];
}

/** The files of a folder with their texts, as the fields of an entry of a tree. */
export const FILES = /* GraphQL */ `
  object {
    ... on Tree {
      entries {
        name
        oid
        object {
          ...Content
        }
      }
    }
  }
`;

/** What a look asks of every repository: whether it can be written in, its labels, what governs it, and its record. */
export const PLACE = /* GraphQL */ `
  id
  nameWithOwner
  isArchived
  archivedAt
  isDisabled
  labels(first: 100) {
    nodes {
      id
      name
    }
  }
  defaultBranchRef {
    name
    target {
      ...Governed
    }
  }
  record: ref(qualifiedName: $recordRef) {
    target {
      ... on Commit {
        ...Record
      }
    }
  }
`;

/** Who made a commit, as far as GitHub vouches for it. */
export interface RawMaker {
  oid: string;
  author: { name: string | null; email: string | null } | null;
  signature: { isValid: boolean; wasSignedByGitHub: boolean } | null;
}

/** Fields of a commit; no fragment, so that it can stand in any query. */
export const MAKER = /* GraphQL */ `
  oid
  author {
    name
    email
  }
  signature {
    isValid
    wasSignedByGitHub
  }
`;

export const BLOB = /* GraphQL */ `
  fragment Content on Blob {
    text
    isTruncated
    isBinary
    byteSize
  }
`;

/** Where a repository is archived or disabled, nothing can be written. */
export interface RawOpenness {
  isArchived: boolean;
  /** Null while it is not. */
  archivedAt: string | null;
  isDisabled: boolean;
}

/** What a repository is called now: GitHub answers under every name that it has had. */
export interface RawName {
  nameWithOwner: string;
}

/**
 * Where a repository is now that was asked for under a name; null where that is its name.
 * @param asked its owner and name, as they were asked for
 */
export function movedTo(
  { nameWithOwner }: RawName,
  asked: { owner: string; name: string },
): { owner: string; name: string } | null {
  const [owner = '', name = ''] = nameWithOwner.split('/');
  return nameWithOwner.toLowerCase() === `${asked.owner}/${asked.name}`.toLowerCase() ? null : { owner, name };
}

export const isReadOnly = ({ isArchived, isDisabled }: Omit<RawOpenness, 'archivedAt'>): boolean =>
  isArchived || isDisabled;

/** Object ids of everything that governs a repository, and of what its proposals are held against. */
export interface RawGoverned {
  oid: string;
  rules: RawOid;
  groups: RawOid;
  interest: RawOid;
  maintainers: RawOid;
  roster: RawOid;
  proposals: RawOid;
  template?: RawOid;
  words: RawOid;
  takenOver: RawOid;
}

type RawOid = { oid: string } | null;

/** The variables of {@link GOVERNED}, as a query that spreads it declares them. */
export const GOVERNED_VARIABLES = /* GraphQL */ `
    $rulesFile: String!
    $workingGroups: String!
    $interestGroups: String!
    $maintainers: String!
    $roster: String!
    $proposals: String!
    $template: String!
    $hasTemplate: Boolean!
    $words: String!
    $takenOver: String!
`;

export const GOVERNED = /* GraphQL */ `
  fragment Governed on Commit {
    oid
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
    proposals: file(path: $proposals) {
      oid
    }
    template: file(path: $template) @include(if: $hasTemplate) {
      oid
    }
    words: file(path: $words) {
      oid
    }
    takenOver: file(path: $takenOver) {
      oid
    }
  }
`;
