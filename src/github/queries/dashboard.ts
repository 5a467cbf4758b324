import { BLOB, MAKER, type RawMaker, type RawName, type RawOpenness } from './fragments.js';
import { INDEX, type RawIndex } from './record-index.js';

/** The names of what stands there, as Git gives them: that alone says whether a page differs. Folders have entries. */
export type RawPages = {
  object: {
    entries?: { name: string; oid: string; object: { entries?: { name: string; oid: string }[] } | null }[];
  } | null;
} | null;

/** What stands in a folder and in the folders in it. */
const PAGES = /* GraphQL */ `
  object {
    ... on Tree {
      entries {
        name
        oid
        object {
          ... on Tree {
            entries {
              name
              oid
            }
          }
        }
      }
    }
  }
`;

/** The head of the record, with its index. */
export type RawHead = RawMaker & RawIndex;

const HEAD = `
  ${MAKER}
  ${INDEX}
`;

/** What the pages are made from, and what stands in their folder on the branch of the record. */
export interface RawDashboard {
  viewer: { login: string };
  repository:
    (Omit<RawOpenness, 'archivedAt'> & RawName & { ref: { target: RawHead & { pages: RawPages } } | null }) | null;
}

export const DASHBOARD = /* GraphQL */ `
  query Dashboard($owner: String!, $name: String!, $ref: String!, $folder: String!) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      nameWithOwner
      isArchived
      isDisabled
      ref(qualifiedName: $ref) {
        target {
          ... on Commit {
            ${HEAD}
            pages: file(path: $folder) {
              ${PAGES}
            }
          }
        }
      }
    }
  }
  ${BLOB}
`;

/** The same, where the pages come by a pull request: their folder on the default branch and on the one of the pull request. */
export interface RawDashboardPull {
  viewer: { login: string };
  repository:
    | (Omit<RawOpenness, 'archivedAt'> &
        RawName & {
          id: string;
          url: string;
          record: { target: RawHead } | null;
          defaultBranchRef: { name: string; target: { oid: string; pages: RawPages } } | null;
          branch: { id: string; target: RawMaker & { committedDate: string; pages: RawPages } } | null;
          pullRequests: { nodes: (RawPull | null)[] };
        })
    | null;
}

/** A pull request of a branch of that name, which may be in a fork. */
export interface RawPull {
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  headRefOid: string;
  createdAt: string;
  viewerDidAuthor: boolean;
  isCrossRepository: boolean;
}

export const DASHBOARD_PULL = /* GraphQL */ `
  query DashboardPull($owner: String!, $name: String!, $record: String!, $ref: String!, $branch: String!, $folder: String!) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      id
      url
      nameWithOwner
      isArchived
      isDisabled
      record: ref(qualifiedName: $record) {
        target {
          ... on Commit {
            ${HEAD}
          }
        }
      }
      defaultBranchRef {
        name
        target {
          oid
          ... on Commit {
            pages: file(path: $folder) {
              ${PAGES}
            }
          }
        }
      }
      branch: ref(qualifiedName: $ref) {
        id
        target {
          ... on Commit {
            ${MAKER}
            committedDate
            pages: file(path: $folder) {
              ${PAGES}
            }
          }
        }
      }
      pullRequests(headRefName: $branch, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes {
          state
          headRefOid
          createdAt
          viewerDidAuthor
          isCrossRepository
        }
      }
    }
  }
  ${BLOB}
`;
