import { indexEntry } from '../dashboard/entry.js';
import type { Look, LookRequest } from '../facts/gather.js';
import type { Verdict } from '../judge/verdict.js';
import { append, sealWith } from '../ledger/append.js';
import { indexFile } from '../ledger/layout.js';
import type { LineBody } from '../ledger/lines.js';

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
    about: 'pull request',
    index: { path: indexFile(number), text: indexEntry(facts, verdict, sealWith({ record, lines })) },
  });
  memory.record.wrote(branch, number, text);
}
