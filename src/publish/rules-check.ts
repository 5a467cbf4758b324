import type { RepositoryRef } from '../facts/facts.js';
import type { Held } from '../facts/last-good.js';
import { RULES_FILE } from '../facts/readable.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { rulesChecksQuery, type RawChecked, type RawRulesChecks, type RawRun } from '../github/queries/rules-checks.js';
import { present, query } from '../github/read.js';
import { sha256 } from '../ledger/chain.js';
import type { RulesProblem } from '../rules/index.js';
import { plain } from './escape.js';
import { asCode, shortCommit } from './held.js';
import { words } from './words.js';

/** The check that says whether what governs can be read. No rules name it: it is there for when they cannot be. */
export const RULES_CHECK = 'convenor/rules';

/** GitHub takes this many annotations with one request, and no more. */
const MOST_ANNOTATIONS = 50;
/** Problems that a summary names; a file with more is best looked at from its beginning. */
const MOST_PROBLEMS = 100;
/** Characters of one problem's sentence. */
const LONGEST = 500;

/** What governs a repository, as far as it can be read. */
export interface RulesState {
  /** Head of the default branch. */
  head: string;
  held: readonly Held[];
  /** What is wrong at the head. With nothing held, no earlier version could be read either. */
  problems: readonly RulesProblem[];
}

/** A run as it should stand at a commit. */
export interface RulesRun {
  commit: string;
  conclusion: 'SUCCESS' | 'FAILURE';
  title: string;
  summary: string;
  problems: readonly RulesProblem[];
}

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

/** The runs that say what is broken, that of the head first; none where all can be read. */
export function brokenRuns({ head, held, problems }: RulesState): RulesRun[] {
  if (problems.length === 0 && held.length === 0) return [];
  const commits = [...new Set(held.map(({ brokenBy }) => brokenBy))].filter((commit) => commit !== head);
  return [
    brokenRun(head, held, problems),
    ...commits.map((commit) => {
      const own = held.filter(({ brokenBy }) => brokenBy === commit);
      return brokenRun(
        commit,
        own,
        own.flatMap(({ broke }) => broke),
      );
    }),
  ];
}

function brokenRun(commit: string, held: readonly Held[], problems: readonly RulesProblem[]): RulesRun {
  const paths = [...new Set([...held, ...problems].map(({ path }) => path))];
  const named = paths.length === 1 ? paths.join() : `${paths.length} files that govern`;
  const summary = words('rules', {
    held: held.map((one) => ({
      path: asCode(one.path),
      commit: shortCommit(one.commit),
      absent: one.text === null,
      brokenBy: shortCommit(one.brokenBy),
      effect: effectOf(one),
    })),
    problems: problems.slice(0, MOST_PROBLEMS).map(({ path, line, column, message }) => ({
      place: `${path.replaceAll('`', '')}:${line}:${column}`,
      message: sentence(message.slice(0, LONGEST)),
    })),
    more: Math.max(0, problems.length - MOST_PROBLEMS),
  });
  const title =
    held.length === 0
      ? `${named} cannot be read, so nothing is decided`
      : `${named} cannot be read; what could be read before counts`;
  return { commit, conclusion: 'FAILURE', title, summary, problems };
}

/**
 * A problem's sentence as Markdown. What stands between backticks is code; everything else is plain. Where a value has a
 * backtick of its own, the wrong words look like code, and still nothing is linked and nobody mentioned.
 */
const sentence = (message: string): string =>
  message
    .replace(/\s+/g, ' ')
    .split('`')
    .map((part, index, parts) => {
      if (index % 2 === 1 && index < parts.length - 1) return part.trim() === '' ? '' : asCode(part);
      const [, before = '', said = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(part) ?? [];
      return before + plain(said) + after;
    })
    .join('');

const mendedRun = (head: string): RulesRun => ({
  commit: head,
  conclusion: 'SUCCESS',
  title: 'Everything that governs can be read',
  summary: 'Rules, roster and charters count again as they stand on the default branch.',
  problems: [],
});

/** What a file that is held keeps from taking effect: above all whom it would have given a role, or taken it from. */
function effectOf({ kind, path, commit }: Held): string {
  const since = `since ${shortCommit(commit)}`;
  switch (kind) {
    case 'rules':
      return `No change of the rules ${since}; and, since the rules say where everything else lies, none of the roster, the charters and the list of maintainers ${since} either. Whoever was given a role in the meantime does not have it yet, and **whoever was stripped of one still has it**.`;
    case 'roster':
      return `No change of the roster ${since}. Whoever was given a role there does not have it yet, and **whoever was stripped of one still has it**.`;
    case 'maintainers':
      return `No change of ${asCode(path)} ${since}. Whoever was added is not a maintainer yet, and **whoever was taken off still is one**.`;
    case 'charter':
      return `No change of ${asCode(path)} ${since}. Its leads, members and scope are those of before; **whoever was taken off still is one of them**.`;
  }
}

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
