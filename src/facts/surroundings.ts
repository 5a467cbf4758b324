import type { RawPull } from '../github/queries/snapshot.js';
import { existenceQuery, type RawExistence } from '../github/queries/existence.js';
import { present, query } from '../github/read.js';
import { outsideNeeds } from '../proposal/index.js';
import { Moved } from './document.js';
import type { DocumentFacts, Library, Surroundings } from './facts.js';
import type { ChangedFile } from './files.js';
import type { LookRequest } from './gather.js';
import type { SubjectMemory } from './memory.js';

interface Around {
  request: LookRequest;
  raw: RawPull;
  subject: SubjectMemory;
  document: DocumentFacts;
  changed: readonly ChangedFile[];
  library: Library;
}

/**
 * What a document refers to, as far as the repository has it. What the default branch's proposals and the pull request's
 * own files answer is not asked for; the rest is one request, once for each head.
 */
export async function surroundingsOf({
  request,
  raw,
  subject,
  document,
  changed,
  library,
}: Around): Promise<Surroundings> {
  const { path, source, proposal, unreadable } = document;
  const nothing = { paths: [], numbers: [] };
  const needs = unreadable ? nothing : outsideNeeds(proposal, { path, source, pullRequest: request.number });
  const removed = new Set(changed.flatMap((file) => (file.status === 'removed' ? [file.path] : [])));
  const brought = new Set(changed.flatMap((file) => (file.status === 'removed' ? [] : [file.path])));
  const isThere = (each: string): boolean => brought.has(each) || (library.texts.has(each) && !removed.has(each));
  const paths = needs.paths.filter((each) => !isThere(each));
  const found = await findOut({ request, raw, subject, library }, { path, paths, numbers: needs.numbers });
  return { library, ...found };
}

/** What a subject's documents need to know of the repository, beyond what is known of it. */
export interface Questions {
  /** What the questions are about, beside the head: for the memory alone. */
  path: string;
  paths: readonly string[];
  numbers: readonly number[];
}

/** Answers them with one request at most, once for each head. */
export async function findOut(
  { request, raw, subject, library }: Pick<Around, 'request' | 'raw' | 'subject' | 'library'>,
  { path, paths, numbers: asked }: Questions,
): Promise<Pick<Surroundings, 'missingPaths' | 'knownNumbers'>> {
  const numbers = asked.filter((each) => !library.relations.has(each) && each > request.number);
  const key = JSON.stringify([path, raw.headRefOid, paths, numbers]);
  if (subject.surroundings?.key !== key) {
    subject.surroundings = { key, found: await ask(request, raw.headRefOid, paths, numbers.length > 0) };
  }
  const { missing, newest } = subject.surroundings.found;
  return {
    missingPaths: new Set(missing),
    // A lower number than the newest one belongs to something, or did: who knows it may call it a proposal.
    knownNumbers: new Set(asked.filter((each) => !numbers.includes(each) || each <= newest)),
  };
}

/** What one request found out: which paths are not at the head, and the newest number that GitHub has given here. */
export interface Found {
  missing: string[];
  newest: number;
}

async function ask(
  { client, repository, number }: LookRequest,
  head: string,
  paths: readonly string[],
  newest: boolean,
): Promise<Found> {
  if (paths.length === 0 && !newest) return { missing: [], newest: 0 };
  const { text, variables } = existenceQuery(paths, newest);
  const raw = await query<RawExistence>(client, text, { ...repository, number, ...variables });
  const commit = present(raw.repository?.pullRequest?.commits.nodes)[0]?.commit;
  if (commit?.oid !== head) throw new Moved(`The head of #${number} moved while it was read.`);
  const last = [...present(raw.repository?.issues?.nodes), ...present(raw.repository?.pullRequests?.nodes)];
  return {
    missing: paths.filter((_, index) => commit[`path${index}`] == null),
    newest: Math.max(number, ...last.map((one) => one.number)),
  };
}
