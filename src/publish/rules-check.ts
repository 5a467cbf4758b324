import type { RepositoryRef } from '../facts/facts.js';
import { RULES_FILE } from '../facts/readable.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { rulesChecksQuery, type RawChecked, type RawRulesChecks, type RawRun } from '../github/queries/rules-checks.js';
import { present, query } from '../github/read.js';
import { sha256 } from '../ledger/chain.js';
import type { RulesProblem } from '../rules/index.js';
import { brokenRuns, LONGEST, mendedRun, type RulesRun, type RulesState } from './rules-report.js';

/** The check that says whether what governs can be read. No rules name it: it is there for when they cannot be. */
export const RULES_CHECK = 'convenor/rules';

/** GitHub takes this many annotations with one request, and no more. */
const MOST_ANNOTATIONS = 50;
/**
 * Says on the default branch that something that governs cannot be read: at its head, and at the commit that broke it;
 * and in green at a head that mended it. What stands there already is looked up first and left alone.
 */
export async function sayRules(
  client: GitHubClient,
  repository: RepositoryRef,
  appId: number,
  state: RulesState,
): Promise<void> {
  const broken = brokenRuns(state);
  const { text, variables } = rulesChecksQuery(broken.slice(1).map(({ commit }) => commit));
  const { head } = state;
  const raw = await query<RawRulesChecks>(client, text, {
    ...repository,
    ...variables,
    head,
    appId,
    check: RULES_CHECK,
  });
  if (!raw.repository) throw new Error('The checks of the default branch could not be read.');
  const { id, head: atHead, ...others } = raw.repository;
  const there = new Map(
    [atHead, ...Object.values(others)].flatMap((at) => (at ? [[at.oid, newestRun(at)] as const] : [])),
  );
  const lastSaid = present(atHead.history.nodes).flatMap((at) => newestRun(at) ?? [])[0] ?? null;
  const wanted = broken.length > 0 ? broken : lastSaid?.conclusion === 'FAILURE' ? [mendedRun(head)] : [];
  const mutation = new Mutation();
  for (const run of wanted) {
    const fingerprint = fingerprintOf(run);
    const known = there.get(run.commit);
    if (known?.externalId !== fingerprint || known.conclusion !== run.conclusion) add(mutation, run, fingerprint, id);
  }
  if (mutation.isEmpty) return;
  const { errors } = await mutation.run(client);
  const failure = mutation.failure(errors);
  if (failure) throw failure;
}

const newestRun = (commit: RawChecked): RawRun | null =>
  present(commit.checkSuites?.nodes).flatMap((suite) => present(suite.checkRuns?.nodes))[0] ?? null;

const fingerprintOf = ({ commit, ...run }: RulesRun): string => sha256(JSON.stringify([commit, run])).slice(0, 32);

function add(mutation: Mutation, run: RulesRun, fingerprint: string, repositoryId: string): void {
  const { commit, conclusion, title, summary, problems } = run;
  const annotations = problems.slice(0, MOST_ANNOTATIONS).map(annotationOf);
  mutation.add(run, 'createCheckRun', {
    repositoryId,
    headSha: commit,
    name: RULES_CHECK,
    status: 'COMPLETED',
    conclusion,
    externalId: fingerprint,
    output: { title, summary, ...(annotations.length > 0 ? { annotations } : {}) },
  });
}

/** On the exact place. What a pack says stands in no file of the repository: that goes to the top of its rules. */
function annotationOf({ path, line, column, code, message }: RulesProblem): object {
  const inPack = code.startsWith('rules/') && path.startsWith('rules/');
  const [startLine, startColumn] = inPack ? [1, 1] : [line, column];
  return {
    path: inPack ? RULES_FILE : path,
    location: { startLine, endLine: startLine, startColumn, endColumn: startColumn },
    annotationLevel: 'FAILURE',
    title: code,
    message: (inPack ? `${path}:${line}:${column} ${message}` : message).slice(0, LONGEST),
  };
}
