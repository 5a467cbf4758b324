import type { RawBlob, RawEntry } from '../github/queries/fragments.js';
import { CONTENT, type RawContent } from '../github/queries/pages.js';
import type { RawHead, RawPull } from '../github/queries/snapshot.js';
import { present, query } from '../github/read.js';
import { readProposal, type Finding } from '../proposal/index.js';
import type { Line } from '../ledger/lines.js';
import type { DocumentFacts, PullFacts } from './facts.js';
import { linesOfPatch, type ChangedFile } from './files.js';
import type { LookRequest } from './gather.js';
import type { SubjectMemory } from './memory.js';

/** Somebody pushed while we read: the look is begun again. */
export class Moved extends Error {
  override readonly name = 'Moved';
}

/** Git's mode of a symbolic link: its content is a path, and nothing that a proposal could say. */
const SYMLINK = 0o120000;

/**
 * The document at the head: from the snapshot where its path was known, else by one more request. What cannot be read
 * as a document is one with a finding that says so. The same blob is read once.
 */
export async function documentOf(
  request: LookRequest,
  raw: RawPull,
  subject: SubjectMemory,
  file: ChangedFile,
): Promise<DocumentFacts> {
  const { path } = file;
  let head: Pick<RawHead, 'oid' | 'file'> | undefined = present(raw.commits.nodes)[0]?.commit;
  if (subject.path !== path || !head?.file) {
    const { client, repository, number } = request;
    const content = await query<RawContent>(client, CONTENT, { ...repository, number, path });
    head = present(content.repository?.pullRequest?.commits.nodes)[0]?.commit;
  }
  if (head?.oid !== raw.headRefOid || !head.file) {
    throw new Moved(`The head of #${request.number} moved while it was read.`);
  }
  const { oid, mode } = head.file;
  const key = `${path} ${oid} ${mode ?? 0} ${head.oid}`;
  if (subject.document?.key === key) return subject.document.facts;
  const facts = documentFrom(head.file, file);
  subject.document = { key, facts };
  return facts;
}

/** A document from its file at the head, whether it can be read or not. */
export function documentFrom({ object, mode = 0 }: RawEntry, { path, patch, status }: ChangedFile): DocumentFacts {
  const unreadable = unreadableBecause(object, mode);
  const source = unreadable ? '' : (object?.text ?? '');
  const proposal = readProposal(source, { path });
  const added = status === 'added';
  return { path, source, proposal, unreadable, diffLines: linesOfPatch(patch), added, isGone: false };
}

/** What stands for the document of a proposal whose pull request does not add it any more: nothing but that. */
export function goneDocument(lines: readonly Line[], pull: PullFacts, defaultBranch: string): DocumentFacts {
  const path = lines.findLast((line) => line.kind === 'head-seen')?.path ?? '';
  const [message, help] = pull.intoDefault
    ? [`${path} is not in this pull request any more.`, 'Push the file again: until then no deadline falls.']
    : [
        `This pull request is not into ${defaultBranch} any more.`,
        `Change its base back to ${defaultBranch}: until then no deadline falls.`,
      ];
  const unreadable: Finding = { code: 'file/gone', severity: 'error', line: 1, column: 1, message, help };
  const proposal = readProposal('', { path });
  return { path, source: '', proposal, unreadable, diffLines: new Set(), added: true, isGone: true };
}

function unreadableBecause(blob: RawBlob | null, mode: number): Finding | null {
  const finding = (code: string, message: string, help: string): Finding => {
    return { code, severity: 'error', line: 1, column: 1, message, help };
  };
  if (mode === SYMLINK) {
    return finding('file/symlink', 'The file is a symbolic link.', 'Put the text itself in its place.');
  }
  if (blob?.isBinary === true || typeof blob?.text !== 'string') {
    return finding('file/binary', 'The file is no text.', 'Save the proposal as a text file in UTF-8.');
  }
  if (blob.isTruncated) {
    return finding(
      'file/too-large',
      'The file is too long to be read whole.',
      'Move long examples into files beside it.',
    );
  }
  return null;
}
