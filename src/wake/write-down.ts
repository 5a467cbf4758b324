import { indexEntry } from '../dashboard/entry.js';
import type { Look, LookRequest } from '../facts/gather.js';
import type { Verdict } from '../judge/verdict.js';
import { append, lastLineOf, linesToAdd } from '../ledger/append.js';
import { sha256 as hashOf } from '../ledger/chain.js';
import type { Line, LineBody } from '../ledger/lines.js';
import { sealOf, type Seal } from '../ledger/seal.js';

/**
 * Appends what a look at a proposal found to its ledger, with what the index keeps of it, and the rules and people that
 * the lines name.
 */
export async function writeDown(
  { client, repository, number, memory }: Pick<LookRequest, 'client' | 'repository' | 'number' | 'memory'>,
  { facts, record, pins }: Pick<Extract<Look, { kind: 'proposal' }>, 'facts' | 'record' | 'pins'>,
  verdict: Verdict,
  lines: readonly LineBody[],
): Promise<void> {
  const { rules, sha256 } = facts.governing;
  const { branch } = rules.record;
  const text = await append({
    client,
    repository,
    branch,
    number,
    lines,
    record,
    pins,
    away: verdict.away,
    today: facts.now.slice(0, 10),
    rules: { sha256, text: `${JSON.stringify(rules)}\n` },
    index: indexEntry(facts, verdict, sealWith(record, lines)),
  });
  memory.record.wrote(branch, number, text);
}

/** The seal of a ledger with the lines that come to it. */
function sealWith(record: Parameters<typeof linesToAdd>[0]['record'], lines: readonly LineBody[]): Seal {
  const added = linesToAdd({ record, lines }).map((line) => line.trimEnd());
  const last = added.at(-1) ?? lastLineOf(record);
  const all = [...record.lines, ...added.map((line) => JSON.parse(line) as Line)];
  return sealOf(all, last === null ? null : hashOf(last));
}
