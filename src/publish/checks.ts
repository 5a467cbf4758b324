import type { Facts } from '../facts/facts.js';
import type { Verdict } from '../judge/verdict.js';
import { sha256 } from '../ledger/chain.js';
import type { Finding } from '../proposal/index.js';
import { checkBody } from './bodies.js';
import { documentBody } from './document.js';
import { unmentioned } from './escape.js';
import type { CheckWrite } from './write.js';

/** GitHub's limit for the texts of a check run, with room for a mark that something was left out. */
const LONGEST = 65_000;

/**
 * The two checks, where they are not yet what they should be.
 * @param offered the findings with a suggestion on their line
 */
export function checkWrites(facts: Facts, verdict: Verdict, offered: ReadonlySet<Finding>): CheckWrite[] {
  const { rules } = facts.governing;
  const { path } = facts.document;
  const { findings } = verdict;
  const remarks = findings.length === 0 ? 'The document is in order' : titleOf(findings.length, verdict.inOrder);
  return [
    wanted(facts, {
      name: rules.checks.proposal,
      conclusion: verdict.inOrder ? 'SUCCESS' : 'FAILURE',
      title: remarks,
      summary: documentBody(facts, verdict, offered),
      path,
      annotations: findings,
    }),
    wanted(facts, {
      name: rules.checks.merge,
      conclusion: verdict.complete ? 'SUCCESS' : 'ACTION_REQUIRED',
      title: unmentioned(verdict.headline),
      summary: checkBody(verdict),
      path,
      annotations: [],
    }),
  ].flatMap((write) => write ?? []);
}

const titleOf = (remarks: number, inOrder: boolean): string =>
  `${remarks} ${remarks === 1 ? 'remark' : 'remarks'} on the document${inOrder ? ', none of which holds it up' : ''}`;

/** A check as a write, or null where the run at the head says the same already. */
function wanted(facts: Facts, check: Omit<CheckWrite, 'kind' | 'head' | 'fingerprint' | 'update'>): CheckWrite | null {
  const summary = check.summary.length > LONGEST ? `${check.summary.slice(0, LONGEST)}\n\n… cut here` : check.summary;
  const { name, conclusion, title, path, annotations } = check;
  const marks = sha256(JSON.stringify(annotations)).slice(0, 16);
  const fingerprint = `${marks}.${sha256(JSON.stringify([conclusion, title, summary])).slice(0, 16)}`;
  const runs = facts.published.checks.filter((run) => run.name === name);
  if (runs.some((run) => run.fingerprint === fingerprint && run.conclusion === conclusion)) return null;
  const update = runs.find((run) => run.fingerprint?.startsWith(`${marks}.`))?.nodeId ?? null;
  const head = facts.pull.head;
  return { kind: 'check', name, head, conclusion, title, summary, path, annotations, fingerprint, update };
}
