import { BLOB, type RawBlob } from './fragments.js';

/** What a pull request that brings a status in step begins from: the default branch, and the branch that it is on. */
export interface RawStep {
  repository: {
    id: string;
    defaultBranchRef: { name: string; target: { oid: string; file: RawFile; page?: RawFile } } | null;
    branch: { id: string; target: { oid: string; file: RawFile } } | null;
  } | null;
}

type RawFile = { object: RawBlob | null } | null;

export const STEP = /* GraphQL */ `
  query Step($owner: String!, $name: String!, $ref: String!, $path: String!, $page: String!, $hasPage: Boolean!) {
    repository(owner: $owner, name: $name) {
      id
      defaultBranchRef {
        name
        target {
          oid
          ... on Commit {
            file(path: $path) {
              object {
                ...Content
              }
            }
            page: file(path: $page) @include(if: $hasPage) {
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
