import type { Facts } from '../facts/facts.js';
import type { Verdict } from '../judge/verdict.js';
import { wantedCheck, type Report } from './check-run.js';
import { documentBody } from './document.js';
import { unmentioned } from './escape.js';
import { checkBody, pageOf } from './status.js';
import type { Suggestions } from './suggestions.js';
import type { CheckWrite } from './write.js';

/**
 * The two checks, where they are not yet what they should be.
 * @param governance what the pull request would change of the governance beside its proposal; null for nothing
 */
export function checkWrites(
  facts: Facts,
  verdict: Verdict,
  offers: Suggestions,
  governance: Report | null = null,
): CheckWrite[] {
  const { checks } = facts.governing.rules;
  const { path } = facts.document;
  const { head } = facts.pull;
  const { findings } = verdict;
  const inOrder = verdict.inOrder && governance?.inOrder !== false;
  const remarks = remarksInWords(findings.length, verdict.inOrder);
  const body = documentBody(facts, verdict, offers);
  const wanted = [
    {
      name: checks.proposal,
      head,
      conclusion: inOrder ? ('SUCCESS' as const) : ('FAILURE' as const),
      title: governance ? `${remarks}. ${governance.title}` : remarks,
      summary: governance ? `${body}\n---\n\n${governance.summary}` : body,
      annotations: [...findings.map((finding) => ({ path, finding })), ...(governance?.annotations ?? [])],
    },
    {
      name: checks.merge,
      head,
      conclusion: verdict.complete ? ('SUCCESS' as const) : ('ACTION_REQUIRED' as const),
      title: unmentioned(verdict.headline),
      summary: checkBody(facts, verdict),
      annotations: [],
    },
  ];
  const page = pageOf(facts);
  return wanted.flatMap((check) => wantedCheck({ ...check, page }, facts.published.checks) ?? []);
}

/** The title of the document's check. */
export function remarksInWords(remarks: number, inOrder: boolean): string {
  if (remarks === 0) return 'The document is in order';
  if (remarks === 1) return `1 remark on the document${inOrder ? ', which does not hold it up' : ''}`;
  return `${remarks} remarks on the document${inOrder ? ', none of which holds it up' : ''}`;
}
