import type { Proposal, Severity, Status } from '../types.js';
import type { Level, ReviewContext, Stage } from './types.js';

const DECIDED: ReadonlySet<Status | null> = new Set(['final', 'rejected', 'withdrawn', 'superseded']);
const REVIEW: ReadonlySet<Status | null> = new Set(['in-review', 'accepted']);

/** Whether nobody will rewrite a proposal of this status any more. */
export function isDecided(status: Status | null): boolean {
  return DECIDED.has(status);
}

/** How far the proposal is. In a pull request a file's own "Final" is a claim, and earns no gentler look. */
export function stageOf(proposal: Proposal, { state, pullRequest }: ReviewContext): Stage {
  if (state !== undefined && state !== null) return stage(state);
  const claimed = stage(proposal.status);
  return claimed === 'decided' && pullRequest !== null ? 'review' : claimed;
}

function stage(status: Status | null): Stage {
  if (isDecided(status)) return 'decided';
  return REVIEW.has(status) ? 'review' : 'draft';
}

/** The severity of a finding; `own` is what the check or the reading said of this one. */
export function severityAt(stage: Stage, level: Level, own?: Severity): Severity {
  if (typeof level !== 'string') return stage === 'decided' ? level.decided : (own ?? level[stage]);
  return stage === 'decided' ? 'info' : (own ?? level);
}

/** Whether the document's text is known at all; where it is not, reading has said why, and there is nothing else to say. */
export function couldBeRead({ diagnostics }: Proposal): boolean {
  return !diagnostics.some(({ code }) => code.startsWith('file/'));
}
