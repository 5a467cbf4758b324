import { BLOB, MAKER, type RawBlob, type RawEntry, type RawMaker } from './fragments.js';

/** What governs a repository as a pull request would leave it, and the index of its open proposals. */
export interface RawGovernanceChange {
  viewer: { login: string };
  repository: {
    base: { target: RawGoverningFiles } | null;
    index: { target: RawMaker & { index?: { object: RawBlob | null } | null } } | null;
    pullRequest: {
      potentialMergeCommit: (RawGoverningFiles & { parents: { nodes: ({ oid: string } | null)[] | null } }) | null;
      commits: { nodes: ({ commit: RawHeadFiles } | null)[] | null };
    } | null;
  } | null;
}

type RawFile = { object: RawBlob | null } | null;

/** The governing files of one commit. */
export interface RawGoverningFiles {
  oid: string;
  rules: RawFile;
  groups: RawFile;
  interest: RawFile;
  maintainers: RawFile;
  roster: RawFile;
  takenOver: RawFile;
}

/** `file0`, `file1`, …: null where the head has no such file. */
type RawHeadFiles = { oid: string } & Record<`file${number}`, RawEntry | null>;

const PATHS =
  '$rulesFile: String!, $workingGroups: String!, $interestGroups: String!, $maintainers: String!, $roster: String!, $takenOver: String!';

const FILES = /* GraphQL */ `
  fragment GoverningFiles on Commit {
    oid
    rules: file(path: $rulesFile) {
      object {
        ...Content
      }
    }
    groups: file(path: $workingGroups) {
      object {
        ...Charters
      }
    }
    interest: file(path: $interestGroups) {
      object {
        ...Charters
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
    takenOver: file(path: $takenOver) {
      object {
        ...Content
      }
    }
  }
  fragment Charters on Tree {
    entries {
      name
      oid
      object {
        ...Content
      }
    }
  }
`;

/**
 * The query for all of it at once: the default branch, the commit with which GitHub tried the merge (none where it
 * cannot be merged, or nobody has asked yet), exactly these paths at the head, and the index on the record branch.
 */
export function governanceChangeQuery(paths: readonly string[]): { text: string; variables: Record<string, string> } {
  const declared = paths.map((_, index) => `, $path${index}: String!`).join('');
  const files = paths.map((_, index) => `file${index}: file(path: $path${index}) { oid mode object { ...Content } }`);
  const text = `query GovernanceChange(
    $owner: String!, $name: String!, $number: Int!, $recordRef: String!, ${PATHS}${declared}
  ) {
    viewer { login }
    repository(owner: $owner, name: $name) {
      base: defaultBranchRef { target { ...GoverningFiles } }
      index: ref(qualifiedName: $recordRef) {
        target { ... on Commit { ${MAKER} index: file(path: "index") { object { ...Charters } } } }
      }
      pullRequest(number: $number) {
        potentialMergeCommit { parents(first: 2) { nodes { oid } } ...GoverningFiles }
        commits(last: 1) { nodes { commit { oid ${files.join('\n')} } } }
      }
    }
  }
  ${FILES}
  ${BLOB}`;
  return { text, variables: Object.fromEntries(paths.map((path, index) => [`path${index}`, path])) };
}
