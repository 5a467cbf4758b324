import { ACTOR, BLOB, FILES, MAKER, type RawActor, type RawBlob, type RawMaker } from './fragments.js';

/** A pull request that another one names as the one that it goes on with, and its ledger. */
export interface RawEarlier {
  viewer: { login: string };
  repository: {
    record: { target: RawMaker & Record<'ledger' | 'index', { object: RawBlob | null } | null> } | null;
    /** Null where there is no such number; an issue has none of these. */
    earlier: {
      state?: 'OPEN' | 'CLOSED' | 'MERGED';
      author?: RawActor | null;
      files?: { nodes: ({ path: string; changeType: string } | null)[] | null } | null;
    } | null;
  } | null;
}

export const EARLIER = /* GraphQL */ `
  query Earlier(
    $owner: String!
    $name: String!
    $number: Int!
    $recordRef: String!
    $ledgerFolder: String!
    $indexFile: String!
  ) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      record: ref(qualifiedName: $recordRef) {
        target {
          ... on Commit {
            ${MAKER}
            ledger: file(path: $ledgerFolder) {
              ${FILES}
            }
            index: file(path: $indexFile) {
              object {
                ...Content
              }
            }
          }
        }
      }
      earlier: issueOrPullRequest(number: $number) {
        ... on PullRequest {
          state
          author {
            ...Who
          }
          files(first: 100) {
            nodes {
              path
              changeType
            }
          }
        }
      }
    }
  }
  ${ACTOR}
  ${BLOB}
`;
