import type { RecordFiles } from './files.js';
import type { Finding } from './finding.js';
import { checkHistory, type History, type HistoryCheck, type Known } from './history.js';
import type { LedgerCheck } from './ledger.js';
import { checkRecord } from './record.js';

export type { RecordFiles } from './files.js';
export { finding, type Finding } from './finding.js';
export type { Change, Commit, History, Known, Signature } from './history.js';
export type { LedgerCheck } from './ledger.js';

/** What came of verifying a record. */
export interface Report {
  ledgers: LedgerCheck[];
  /** Null where no history could be looked at. */
  history: HistoryCheck | null;
  /** Everything that does not follow: first commit by commit, then the files beside the ledgers, then ledger by ledger. */
  findings: Finding[];
  /** What could not be checked, each in a sentence. */
  unchecked: string[];
}

/** A record to verify. */
export interface Verifiable {
  /** As it stands. */
  files: RecordFiles;
  /** Its history, or in a sentence why there is none to look at. */
  history: History | string;
}

/** Rebuilds every decision of a record from its ledgers and rules, and checks who wrote it. */
export async function verify({ files, history }: Verifiable, known: Known): Promise<Report> {
  const { ledgers, rulebook, findings } = checkRecord(files);
  if (typeof history === 'string') return { ledgers, history: null, findings, unchecked: [history] };
  const checked = await checkHistory(history, files, rulebook, known);
  const { unchecked } = checked;
  return {
    ledgers,
    history: checked,
    findings: [...checked.findings, ...findings],
    unchecked: unchecked === 0 ? [] : [unsaid(unchecked)],
  };
}

const unsaid = (commits: number): string =>
  `${commits} ${commits === 1 ? 'commit is' : 'commits are'} signed, and whether by GitHub cannot be checked here: that ` +
  "takes GitHub's own answer, or its public key.";
