import { DECISION, type RawDecision } from '../github/queries/decision.js';
import { query } from '../github/read.js';
import { ledgerFolder } from '../ledger/layout.js';
import type { Line } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import type { Account } from './facts.js';
import type { LookRequest } from './gather.js';
import { BrokenRecord, readRecord } from './record.js';

/** The decision that a pull request of Convenor's own says it carries out: the ledger of its issue, as it stands. */
export interface CarriedDecision {
  issue: number;
  /** Empty where the record does not hold it. */
  lines: readonly Line[];
  rulebook: ReadonlyMap<string, Rules>;
  /** Accounts by lower-cased login, as they were pinned. */
  pins: ReadonlyMap<string, Account>;
}

/** Reads the ledger of an issue, for the pull request that carries out what was decided there: one request. */
export async function carriedDecision(
  { client, repository, memory, now }: LookRequest,
  issue: number,
  branch: string,
): Promise<CarriedDecision> {
  const raw = await query<RawDecision>(client, DECISION, {
    ...repository,
    recordRef: `refs/heads/${branch}`,
    ledgerFolder: ledgerFolder(issue),
  });
  const record = readRecord(raw, { branch, number: issue, begun: false, seen: memory.record, now });
  if (record instanceof BrokenRecord) return { issue, lines: [], rulebook: new Map(), pins: new Map() };
  return { issue, lines: record.lines, rulebook: record.rulebook, pins: record.pins };
}
