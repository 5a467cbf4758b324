import { checkRecord } from '../../ledger/verify/record.js';
import type { LedgerCheck } from '../../ledger/verify/index.js';
import type { Rules } from '../../rules/schema.js';
import { EXIT, type ExitCode, type Io } from '../io.js';
import { UnreadableObject } from './git.js';
import { readSource } from './source.js';

/** A ledger of a record that holds by itself, with the rules that it names; or in a sentence why there is none. */
export type LedgerResult =
  | { ok: true; ledger: LedgerCheck; rulebook: ReadonlyMap<string, Rules> }
  | { ok: false; problem: string; exit: ExitCode };

const refusal = (problem: string, exit: ExitCode): LedgerResult => ({ ok: false, problem, exit });

/**
 * Reads the ledger of a pull request from a record, and nothing from one that does not hold.
 * @param place a folder, a clone or an address, as the person wrote it
 * @param written the number, as the person wrote it
 * @param branch null for the one that the default pack names
 */
export async function readLedgerAt(
  place: string,
  written: string,
  branch: string | null,
  io: Io,
): Promise<LedgerResult> {
  const number = /^#?([1-9]\d{0,14})$/.exec(written)?.[1];
  if (number === undefined) return refusal(`"${written}" is no number of a pull request.`, EXIT.wrongUse);
  const source = await readSource(place, { branch, keys: [] }, io).catch((error: unknown) => {
    if (error instanceof UnreadableObject) return { ok: false as const, problem: error.message };
    throw error;
  });
  if (!source.ok) return refusal(source.problem, EXIT.wrongUse);
  source.close();
  const { ledgers, rulebook, findings } = checkRecord(source.record.files);
  const ledger = ledgers.find((one) => one.number === Number(number));
  if (!ledger) {
    const known = ledgers.map((one) => `#${one.number}`).join(', ');
    return refusal(`The record has no ledger of #${number}. It has: ${known || 'none'}.`, EXIT.wrongUse);
  }
  if (ledger.issue) {
    return refusal(
      `#${number} is an issue about the ladder, and this tells of proposals. See: convenor verify ${place}`,
      EXIT.wrongUse,
    );
  }
  // The index is made from the ledger, and nothing is read from it here; broken rules are found where a line names them.
  const broken = findings.find(({ ledger: about, code }) => about === ledger.number && !code.startsWith('index/'));
  if (broken || !ledger.replay) {
    const where = broken?.path == null ? '' : ` (${broken.path}${broken.line === null ? '' : `:${broken.line}`})`;
    const why = broken?.message ?? 'It cannot be played.';
    const problem = `The ledger of #${number} does not hold, and nothing is read from it: ${why}${where} See: convenor verify ${place}`;
    return refusal(problem, EXIT.findings);
  }
  return { ok: true, ledger, rulebook };
}

/** The option that names the record's branch. */
export const BRANCH_OPTION = {
  type: 'string',
  value: 'NAME',
  says: 'The branch of the record, where it is not convenor/record.',
} as const;
