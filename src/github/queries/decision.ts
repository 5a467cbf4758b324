import { BLOB } from './fragments.js';
import { RECORD, type RawRecord } from './snapshot.js';

/** The ledger of an issue, as the record has it. */
export interface RawDecision {
  repository: { record: RawRecord } | null;
  viewer: { login: string };
}

export const DECISION = /* GraphQL */ `
  query Decision($owner: String!, $name: String!, $recordRef: String!, $ledgerFolder: String!) {
    viewer {
      login
    }
    repository(owner: $owner, name: $name) {
      record: ref(qualifiedName: $recordRef) {
        target {
          ... on Commit {
            ...Record
          }
        }
      }
    }
  }
  ${BLOB}
  ${RECORD}
`;
