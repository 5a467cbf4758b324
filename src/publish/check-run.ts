import type { OwnCheck } from '../facts/facts.js';
import type { Mutation } from '../github/mutation.js';
import { sha256 } from '../ledger/chain.js';
import type { CheckWrite, Mark } from './write.js';

/** What one kind of subject has in a check; a subject of two kinds has both in one. */
export interface Report {
  title: string;
  summary: string;
  annotations: readonly Mark[];
  inOrder: boolean;
}

/** GitHub's limit for the texts of a check run, with room for a mark that something was left out. */
const LONGEST = 65_000;
/** GitHub takes this many annotations with one request, and no more. */
const MOST_ANNOTATIONS = 50;
const LEVELS = { error: 'FAILURE', warning: 'WARNING', info: 'NOTICE' } as const;

/** A check as a write, or null where a run at the head says the same already. */
export function wantedCheck(
  check: Omit<CheckWrite, 'kind' | 'fingerprint' | 'update'>,
  there: readonly OwnCheck[],
): CheckWrite | null {
  const summary = check.summary.length > LONGEST ? `${check.summary.slice(0, LONGEST)}\n\n… cut here` : check.summary;
  const { name, conclusion, title, annotations } = check;
  const marks = sha256(JSON.stringify(annotations)).slice(0, 16);
  const fingerprint = `${marks}.${sha256(JSON.stringify([conclusion, title, summary])).slice(0, 16)}`;
  const runs = there.filter((run) => run.name === name);
  if (runs.some((run) => run.fingerprint === fingerprint && run.conclusion === conclusion)) return null;
  const update = runs.find((run) => run.fingerprint?.startsWith(`${marks}.`))?.nodeId ?? null;
  return { ...check, kind: 'check', summary, fingerprint, update };
}

/** Adds a check to a mutation: as a new run, or as an update of one whose annotations are the same. */
export function addCheck(mutation: Mutation, write: CheckWrite, repositoryId: string): void {
  const { name, head, conclusion, title, summary, fingerprint, update, page } = write;
  const details = page === undefined ? {} : { detailsUrl: page };
  const common = { repositoryId, name, status: 'COMPLETED', conclusion, externalId: fingerprint, ...details };
  if (update !== null) {
    mutation.add(write, 'updateCheckRun', { ...common, checkRunId: update, output: { title, summary } });
    return;
  }
  const annotations = foremost(write.annotations).map(({ path, finding }) => ({
    path,
    location: { startLine: finding.line, endLine: finding.endLine ?? finding.line },
    annotationLevel: LEVELS[finding.severity],
    title: finding.code,
    message: finding.help === undefined ? finding.message : `${finding.message} ${finding.help}`,
  }));
  const output = { title, summary, ...(annotations.length > 0 ? { annotations } : {}) };
  mutation.add(write, 'createCheckRun', { ...common, headSha: head, output });
}

/** The findings that matter most, in the order of the document. */
function foremost(marks: readonly Mark[]): Mark[] {
  const most = (['error', 'warning', 'info'] as const)
    .flatMap((severity) => marks.filter(({ finding }) => finding.severity === severity))
    .slice(0, MOST_ANNOTATIONS);
  return marks.filter((mark) => most.includes(mark));
}
