import { chain } from '../../src/ledger/chain.js';
import type { Line, LineBody, LineOf } from '../../src/ledger/lines.js';
import type { Commit, History, Verifiable } from '../../src/ledger/verify/index.js';
import { recordIn } from '../../src/sandbox/record.js';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import type { Play } from '../../src/sandbox/demo/stage.js';
import { stageFor, tidewire } from '../story/stage.js';

/** The demo's story told to its end, and its record. */
export async function toldStory(
  group: 'wire-format' | 'discovery',
  more: Partial<Play> = {},
): Promise<{ told: Told; record: Verifiable }> {
  const told = await begin(await stageFor(tidewire(group, more)));
  for (const chapter of chaptersFor(group === 'discovery' ? 'veto-window' : 'advise')) {
    if (chapter.applies?.(told) !== false) await chapter.act(told);
  }
  await told.bench.awaitsDashboard();
  return { told, record: recordIn(told.sandbox.state, told.repo, told.rules.record.branch) };
}

export const LEDGER = 'ledgers/12/0001.jsonl';

export const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** The ledger's lines, each as it is written. */
export const rawLines = ({ files }: Verifiable, path = LEDGER): string[] => text(files.get(path)).trimEnd().split('\n');

/** A record with some files otherwise; null takes one away. */
export function withFiles(record: Verifiable, files: Record<string, string | Uint8Array | null>): Verifiable {
  const changed = new Map(record.files);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) changed.delete(path);
    else changed.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  }
  return { ...record, files: changed };
}

/** A record with other lines in its ledger, all hashes made right: the work of somebody who knows the format. */
export function withLines(record: Verifiable, change: (lines: LineBody[]) => LineBody[], path = LEDGER): Verifiable {
  const bodies = rawLines(record, path).map((raw) => {
    const line = JSON.parse(raw) as Line;
    const place = new Set(['v', 'seq', 'prev']);
    return Object.fromEntries(Object.entries(line).filter(([key]) => !place.has(key))) as LineBody;
  });
  return withFiles(record, { [path]: `${chain(change(bodies), null).join('\n')}\n` });
}

/** Changes the lines of a kind that fit. */
export const changing =
  <Kind extends LineBody['kind']>(kind: Kind, fits: (line: LineOf<Kind>) => boolean, change: object) =>
  (lines: LineBody[]): LineBody[] =>
    lines.map((line) => (line.kind === kind && fits(line as LineOf<Kind>) ? { ...line, ...change } : line));

/** The history of a record whose test story has one. */
export function historyOf({ history }: Verifiable): History {
  if (typeof history === 'string') throw new Error(history);
  return history;
}

/** A record with other commits. */
export const withCommits = (record: Verifiable, change: (commits: Commit[]) => Commit[]): Verifiable => {
  const history = historyOf(record);
  return { ...record, history: { ...history, commits: change([...history.commits]) } };
};
