import { GOVERNED, GOVERNED_VARIABLES, type RawGoverned } from './fragments.js';

/** The default branch of a repository, with the object ids of what governs there. */
export interface RawDefaultBranch {
  repository: { defaultBranchRef: { target: RawGoverned } | null } | null;
}

export const DEFAULT_BRANCH = /* GraphQL */ `
  query DefaultBranch(
    $owner: String!
    $name: String!
    ${GOVERNED_VARIABLES}
  ) {
    repository(owner: $owner, name: $name) {
      defaultBranchRef {
        target {
          ...Governed
        }
      }
    }
  }
  ${GOVERNED}
`;
