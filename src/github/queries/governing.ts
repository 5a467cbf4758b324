import { BLOB, type RawBlob } from './fragments.js';

/** Rules, charters, maintainers and roster at one commit. */
export interface RawGoverning {
  repository: {
    object: {
      rules: RawFile;
      groups: RawFile;
      interest: RawFile;
      maintainers: RawFile;
      roster: RawFile;
    } | null;
  } | null;
}

type RawFile = { object: RawBlob | null } | null;

export const GOVERNING = /* GraphQL */ `
  query Governing(
    $owner: String!
    $name: String!
    $commit: GitObjectID!
    $rulesFile: String!
    $workingGroups: String!
    $interestGroups: String!
    $maintainers: String!
    $roster: String!
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
          }
          interest: file(path: $interestGroups) {
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
        }
      }
    }
  }
  ${BLOB}
`;
