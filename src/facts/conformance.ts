import { GraphqlResponseError } from '@octokit/graphql';
import type { GitHubClient } from '../github/clients.js';
import { BLOB, type RawEntry } from '../github/queries/fragments.js';
import { secondsToWait } from '../github/limits.js';
import { query } from '../github/read.js';
import { refusal } from '../github/refused.js';
import type { Line } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import type { DocumentFacts, PullFacts, Said } from './facts.js';
import type { RepositoryMemory } from './memory.js';

/** What a look found of a proposal's conformance scenario, in the repository of scenarios. */
export type ScenarioFacts =
  /** Nobody had to know, or the rules name no such repository. */
  | { kind: 'unasked' }
  /** The repository cannot be read, for the reason in a sentence: the file is neither there nor missing. */
  | { kind: 'unreadable'; why: string }
  /** It is at none of these paths. */
  | { kind: 'missing'; paths: string[] }
  /** There is something at the path that is no text, or too long to be had whole. */
  | { kind: 'unusable'; path: string; url: string; why: string }
  | { kind: 'file'; path: string; url: string; text: string };

/** A repository that fails so often in a row cannot be read. */
const MOST_FAILURES = 3;
const SYMLINK = 0o120000;
/** Bytes; a traceability file of more is none. */
const LONGEST = 256_000;

interface Request {
  client: GitHubClient;
  memory: RepositoryMemory;
  number: number;
  now: string;
}

interface Need {
  lines: readonly Line[];
  said: readonly Said[];
  pull: PullFacts;
  document: DocumentFacts;
  rules: Rules;
}

/**
 * The scenario's traceability file, in one request, and none where nobody asks for it: only of an accepted proposal, once
 * for each head and day, and whenever somebody says that it is final. A request that fails fails the look, since a hiccup
 * must not make a scenario missing; where it fails time after time, the repository cannot be read.
 */
export async function scenarioNow(request: Request, need: Need): Promise<ScenarioFacts> {
  const { memory, number, now } = request;
  const { rules, pull, document } = need;
  const { repository } = rules.rules.conformance;
  const saysFinal = need.said.some(({ command, args }) => command === 'sep status' && args[0] === 'final');
  if (repository === null || !isAsked(need, saysFinal)) return { kind: 'unasked' };
  const paths = pathsOf(rules, document.proposal.number ?? pull.number);
  const subject = memory.subject(number);
  const key = [repository, ...paths, pull.head, now.slice(0, 10)].join(' ');
  if (!saysFinal && subject.scenario?.key === key) return subject.scenario.found;
  const found = await look(request, repository, paths, new URL(pull.url).origin);
  subject.scenario = { key, found };
  return found;
}

/** Where the file may be, by the rules. */
function pathsOf({ rules: { conformance } }: Rules, number: number): string[] {
  const name = conformance.file.replaceAll('{number}', String(number));
  return conformance.folders.map((folder) => (folder === '.' ? name : `${folder}/${name}`));
}

function isAsked({ lines, pull, document, rules }: Need, saysFinal: boolean): boolean {
  const { conformance, transitions } = rules.rules;
  const { type } = document.proposal;
  if (document.isGone || pull.state === 'closed' || (type !== null && !conformance.tracks.includes(type))) return false;
  const needs = transitions.table.some(({ to, needs: asked }) => to === 'final' && asked.includes('conformance'));
  return needs && conformance.mode !== 'observe' && (saysFinal || (pull.state === 'open' && wasAccepted(lines)));
}

/** Whether the proposal has been accepted, by a decision of the ledger or as it was taken over, whatever came later. */
function wasAccepted(lines: readonly Line[]): boolean {
  const decide = new Set(
    lines.flatMap((line) => (line.kind === 'opens' && line.authority === 'decide' ? [line.decision] : [])),
  );
  return lines.some((line) => {
    switch (line.kind) {
      case 'closes':
        return line.outcome === 'accepted' || (line.outcome === 'agreed' && decide.has(line.decision));
      case 'taken-over':
        return line.status === 'accepted';
      case 'act':
        return line.command === 'sep status' && line.args[0] === 'accepted';
      default:
        return false;
    }
  });
}

interface RawScenario {
  repository: { defaultBranchRef: { name: string; target: Record<string, RawEntry | null> } | null } | null;
}

async function look(
  { client, memory, now }: Request,
  repository: string,
  paths: readonly string[],
  server: string,
): Promise<ScenarioFacts> {
  let raw: RawScenario;
  try {
    raw = await ask(client, repository, paths);
  } catch (error) {
    if (isUnknown(error)) return { kind: 'unreadable', why: 'There is no such repository, or the app may not see it.' };
    const refused = refusal(error);
    if (refused) return { kind: 'unreadable', why: refused.message };
    // A limit says when to come back, and tells nothing of the repository.
    if (secondsToWait(error, Date.parse(now)) > 0) throw error;
    memory.scenarioFailures += 1;
    if (memory.scenarioFailures < MOST_FAILURES) throw error;
    return { kind: 'unreadable', why: 'GitHub fails to give it, time after time.' };
  }
  memory.scenarioFailures = 0;
  const branch = raw.repository?.defaultBranchRef;
  if (!branch) return { kind: 'unreadable', why: 'It has no default branch.' };
  for (const [index, path] of paths.entries()) {
    const entry = branch.target[`file${index}`];
    if (!entry) continue;
    const url = `${server}/${repository}/blob/${encodeURI(branch.name)}/${encodeURI(path)}`;
    const why = unusable(entry);
    return why === null
      ? { kind: 'file', path, url, text: entry.object?.text ?? '' }
      : { kind: 'unusable', path, url, why };
  }
  return { kind: 'missing', paths: [...paths] };
}

function unusable({ mode = 0, object }: RawEntry): string | null {
  if (mode === SYMLINK) return 'It is a symbolic link.';
  if (typeof object?.text !== 'string' || object.isBinary === true) return 'It is no text.';
  return object.isTruncated === true || (object.byteSize ?? 0) > LONGEST ? `It has more than ${LONGEST} bytes.` : null;
}

/** GitHub has no repository of that name for this app, and has said so of nothing else. */
const isUnknown = (error: unknown): boolean =>
  error instanceof GraphqlResponseError && (error.errors ?? []).every(({ type }) => type === 'NOT_FOUND');

function ask(client: GitHubClient, repository: string, paths: readonly string[]): Promise<RawScenario> {
  const [owner = '', name = ''] = repository.split('/');
  const parameters = paths.map((_, index) => `, $path${index}: String!`).join('');
  const fields = paths.map((_, index) => `file${index}: file(path: $path${index}) { mode object { ...Content } }`);
  const text = `query Scenario($owner: String!, $name: String!${parameters}) {
    repository(owner: $owner, name: $name) {
      defaultBranchRef { name target { ... on Commit { ${fields.join(' ')} } } }
    }
  }
  ${BLOB}`;
  const variables = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
  return query<RawScenario>(client, text, { owner, name, ...variables });
}
