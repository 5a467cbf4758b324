import { chain } from '../../ledger/chain.js';
import { ledgerFolder, segmentName } from '../../ledger/layout.js';
import type { Line, LineBody } from '../../ledger/lines.js';
import type { Change, History, Verifiable } from '../../ledger/verify/index.js';
import { blobName } from '../../ledger/verify/blobs.js';

/** A record as somebody has forged it. */
export interface Forgery {
  /** What the forger did, in a sentence. */
  says: string;
  record: Verifiable;
}

/** Forgeries of a story's record, from the clumsiest on; the record itself stays as it is. */
export function forgeries(record: Verifiable, number: number): Forgery[] {
  const path = `${ledgerFolder(number)}/${segmentName(1)}`;
  const text = Buffer.from(record.files.get(path) ?? []).toString('utf8');
  const bodies = text
    .trimEnd()
    .split('\n')
    .map((raw) => bodyOf(JSON.parse(raw) as Line));
  const block = bodies.findIndex((line) => line.kind === 'act' && line.command === 'block' && line.problem === null);
  const softer = bodies.map((line, index) => (index === block ? { ...line, text: 'I see no problem.' } : line));
  const uncleared = bodies.filter((line) => line.kind !== 'act' || line.command !== 'unblock');
  return [
    {
      says: 'Somebody changes the words of the objection, where they stand in the ledger.',
      record: withFile(record, path, text.replace(...changedWords(text, softer, block))),
    },
    {
      says: 'Somebody takes out the word that cleared the objection, and makes every hash right again.',
      record: withFile(record, path, written(uncleared)),
    },
    {
      says: 'Somebody changes the words of the objection, makes every hash right, and pushes it to the branch.',
      record: pushed(record, path, written(softer)),
    },
  ];
}

/** A line without its place in the chain. */
const bodyOf = (line: Line): LineBody =>
  Object.fromEntries(Object.entries(line).filter(([key]) => !['v', 'seq', 'prev'].includes(key))) as LineBody;

const written = (bodies: readonly LineBody[]): string => `${chain(bodies, null).join('\n')}\n`;

/** A line as it stands, and with other words in it. @throws where the story has no such line */
function changedWords(text: string, softer: readonly LineBody[], index: number): [string, string] {
  const raw = text.split('\n')[index];
  const body = softer[index];
  if (raw === undefined || body === undefined) throw new Error('The story has no objection to forge.');
  return [raw, JSON.stringify({ ...(JSON.parse(raw) as Line), ...body })];
}

function withFile(record: Verifiable, path: string, text: string): Verifiable {
  const files = new Map(record.files).set(path, Buffer.from(text));
  return { files, history: 'The files are looked at by themselves.' };
}

/** The record with one more commit, which the app did not make. */
function pushed(record: Verifiable, path: string, text: string): Verifiable {
  const { files } = withFile(record, path, text);
  const { history } = record;
  if (typeof history === 'string') throw new Error(history);
  const last = history.commits.at(-1)?.oid ?? '';
  const bytes = Buffer.from(text);
  const blob = blobName(bytes, last);
  const change: Change = { path, blob, mode: '100644' };
  const commit: History['commits'][number] = {
    oid: blobName(Buffer.from(`forged ${blob}`), last),
    parents: [last],
    author: { name: 'Mallory', email: 'mallory@example.org' },
    signature: 'none',
    changes: [change],
  };
  const read = (name: string): Promise<Uint8Array> => (name === blob ? Promise.resolve(bytes) : history.read(name));
  return { files, history: { commits: [...history.commits, commit], read } };
}
