/** Runs of one check at the head of the default branch, at commits before it, and at others that are named. */
export interface RawRulesChecks {
  repository:
    | ({ id: string; head: RawChecked & { history: { nodes: (RawChecked | null)[] | null } } } & Record<
        `commit${number}`,
        RawChecked | null
      >)
    | null;
}

/** A commit with its newest run of the check. */
export interface RawChecked {
  oid: string;
  checkSuites: { nodes: ({ checkRuns: { nodes: (RawRun | null)[] | null } | null } | null)[] | null } | null;
}

/** See {@link RawChecked}. */
export interface RawRun {
  conclusion: string | null;
  externalId: string | null;
}

/** The query for these runs, with its variables. */
export function rulesChecksQuery(commits: readonly string[]): { text: string; variables: Record<string, string> } {
  const declared = commits.map((_, index) => `, $commit${index}: GitObjectID!`).join('');
  const others = commits.map((_, index) => `commit${index}: object(oid: $commit${index}) { ...Checked }`).join('\n');
  const text = `query RulesChecks($owner: String!, $name: String!, $head: GitObjectID!, $appId: Int!, $check: String!${declared}) {
    repository(owner: $owner, name: $name) {
      id
      head: object(oid: $head) { ...Checked ... on Commit { history(first: 50) { nodes { ...Checked } } } }
      ${others}
    }
  }
  fragment Checked on Commit {
    oid
    checkSuites(first: 10, filterBy: { appId: $appId, checkName: $check }) {
      nodes {
        checkRuns(first: 10, filterBy: { checkName: $check, checkType: LATEST }) { nodes { conclusion externalId } }
      }
    }
  }`;
  return { text, variables: Object.fromEntries(commits.map((oid, index) => [`commit${index}`, oid])) };
}
