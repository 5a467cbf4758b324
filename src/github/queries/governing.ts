import { BLOB, GOVERNED_VARIABLES, type RawBlob } from './fragments.js';

/** Rules, charters, maintainers and roster at one commit, and the merged proposals with their template. */
export interface RawGoverning {
  repository: {
    object: {
      rules: RawFile;
      groups: RawFile;
      interest: RawFile;
      maintainers: RawFile;
      roster: RawFile;
      proposals: RawFile;
      template?: RawFile;
      words: RawFile;
      takenOver: RawFile;
    } | null;
  } | null;
}

type RawFile = { object: RawBlob | null } | null;

export const GOVERNING = /* GraphQL */ `
  query Governing(
    $owner: String!
    $name: String!
    $commit: GitObjectID!
    ${GOVERNED_VARIABLES}
  ) {
    repository(owner: $owner, name: $name) {
      object(oid: $commit) {
        ... on Commit {
          rules: file(path: $rulesFile) {
            object {
              ...Content
            }
          }
          groups: file(path: $workingGroups) {
            object {
              ...Folder
            }
          }
          interest: file(path: $interestGroups) {
            object {
              ...Folder
            }
          }
          maintainers: file(path: $maintainers) {
            object {
              ...Content
            }
          }
          roster: file(path: $roster) {
            object {
              ...Content
            }
          }
          proposals: file(path: $proposals) {
            object {
              ...Folder
            }
          }
          template: file(path: $template) @include(if: $hasTemplate) {
            object {
              ...Content
            }
          }
          takenOver: file(path: $takenOver) {
            object {
              ...Content
            }
          }
          words: file(path: $words) {
            object {
              ...Folder
            }
          }
        }
      }
    }
  }
  fragment Folder on Tree {
    entries {
      name
      oid
      object {
        ...Content
      }
    }
  }
  ${BLOB}
`;
