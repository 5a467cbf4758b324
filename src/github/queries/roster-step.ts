import { BLOB, type RawBlob } from './fragments.js';

/** What a pull request for the roster begins from: the default branch, and the branch that it is on. */
export interface RawRosterStep {
  repository: {
    id: string;
    defaultBranchRef: { name: string; target: { oid: string; tree: { oid: string }; file: RawFile } } | null;
    branch: { id: string; target: { oid: string; file: RawFile } } | null;
  } | null;
}

type RawFile = { oid: string; object: RawBlob | null } | null;

export const ROSTER_STEP = /* GraphQL */ `
  query RosterStep($owner: String!, $name: String!, $ref: String!, $path: String!) {
    repository(owner: $owner, name: $name) {
      id
      defaultBranchRef {
        name
        target {
          oid
          ... on Commit {
            tree {
              oid
            }
            file(path: $path) {
              oid
              object {
                ...Content
              }
            }
          }
        }
      }
      branch: ref(qualifiedName: $ref) {
        id
        target {
          oid
          ... on Commit {
            file(path: $path) {
              oid
              object {
                ...Content
              }
            }
          }
        }
      }
    }
  }
  ${BLOB}
`;
