import type { Facts } from '../facts/facts.js';
import { pathWithNumber, type Finding } from '../proposal/index.js';
import { acceptanceText } from './acceptance-text.js';
import { besideRequirements } from './beside.js';
import { acceptanceRows, finalRows } from './evidence-requirements.js';
import { conditionRows } from './conditions.js';
import { areaNow } from './grouping.js';
import { ofDecision, toCome } from './decision-requirements.js';
import { statusInStep } from './merged-status.js';
import { standingHolds } from './holding.js';
import { inShort } from './instants.js';
import { recallRow } from './recall-window.js';
import type { SubjectState } from './state.js';
import { isUnconfirmed, neverBrought, takenOverRequirement } from './taken-over.js';
import { leaf, type Requirement } from './verdict.js';
import { workingGroup } from './working-group.js';

/**
 * What the rules ask of a proposal on its way, in the order in which it usually comes. A rule that only observes is no
 * news to people and is left out.
 */
export function requirementsOf(facts: Facts, state: SubjectState, findings: readonly Finding[]): Requirement[] {
  const { rules } = facts.governing.rules;
  const last = state.decisions.at(-1) ?? null;
  return [
    ...takenOverRequirement(facts, state),
    document(facts, findings),
    ...besideRequirements(facts),
    ...(rules.numbering.mode === 'observe' ? [] : [numbering(facts)]),
    ...(rules['working-group'].mode === 'observe' ? [] : workingGroup(facts, state)),
    ...(rules['priority-areas'].mode === 'observe' ? [] : priorityArea(facts, state)),
    sponsorship(state),
    ...acceptanceRows(facts, state),
    ...state.decisions.map((decision) => ofDecision(state, decision)),
    ...neverBrought(state),
    ...conditionRows(state),
    ...recallRow(state, facts.now),
    ...(['proposal', 'draft'].includes(state.status) ? toCome(facts, state, last) : []),
    ...acceptanceText(facts.governing.rules, state),
    finalization(facts, state),
    ...statusInStep(facts, state),
    ...standingHolds(facts.governing.rules, state),
  ];
}

function document(facts: Facts, findings: readonly Finding[]): Requirement {
  if (facts.document.isGone) {
    const { intoDefault } = facts.pull;
    const { defaultBranch } = facts.repository;
    return leaf({
      rule: 'document',
      name: 'Document',
      held: 'failed',
      says: intoDefault ? 'The file is gone from this pull request.' : `The base is not \`${defaultBranch}\` any more.`,
      next: intoDefault
        ? 'pushes the file again; until then no deadline falls.'
        : `changes the base to \`${defaultBranch}\`; until then no deadline falls.`,
    });
  }
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const remarks = findings.length - errors;
  const inOrder = errors === 0;
  const also = remarks === 0 ? '' : `${remarks} ${remarks === 1 ? 'remark' : 'remarks'}`;
  return leaf({
    rule: 'document',
    name: 'Document',
    held: inOrder ? 'held' : 'failed',
    says: inOrder
      ? `In order${also === '' ? '' : `, with ${also}`}.`
      : `${errors} ${errors === 1 ? 'thing has' : 'things have'} to be mended${also === '' ? '' : `, and ${also}`}.`,
    next: inOrder ? null : `mends the lines that the check \`${facts.governing.rules.checks.proposal}\` marks.`,
  });
}

function numbering(facts: Facts): Requirement {
  const { number } = facts.document.proposal;
  const { path, added } = facts.document;
  const held = number === facts.pull.number || !added;
  const wanted = pathWithNumber(path, facts.pull.number);
  return leaf({
    rule: 'numbering',
    name: 'Number',
    held: held ? 'held' : 'open',
    says: held ? `SEP-${number ?? '?'}.` : number === null ? 'The file has no number yet.' : `The file says ${number}.`,
    next: held ? null : `renames the file to \`${wanted}\` and puts ${facts.pull.number} into its heading.`,
  });
}

/** What goes before others in the review queue. Its place there is no fact of this proposal alone, and not said here. */
function priorityArea(facts: Facts, state: SubjectState): Requirement[] {
  const area = areaNow(facts, state);
  if (!area || ['final', 'rejected', 'withdrawn', 'superseded'].includes(state.status)) return [];
  const says = `${area.says} Such a proposal is reviewed before others.`;
  return [leaf({ rule: 'priority-areas', name: 'Priority area', held: 'held', says, next: null })];
}

/** Who champions it, as they said it or as the file claims it. */
export function sponsorship(state: SubjectState): Requirement {
  const base = { rule: 'sponsorship' as const, name: 'Sponsor' };
  if (state.sponsor) {
    return leaf({ ...base, held: 'held', says: `${state.sponsor.by.login}.`, next: null });
  }
  const taken = state.takenOver?.sponsor?.login;
  const claimed = taken === undefined ? null : `By what stood here, ${taken}, who has not confirmed it.`;
  const named = state.head?.claims.sponsor ?? null;
  const who = claimed ?? (named === null ? 'Nobody yet.' : `The preamble names ${named}, who has not confirmed it.`);
  const lapses = state.lapsesAt === null ? '' : ` Without one it is dormant on ${inShort(state.lapsesAt)}.`;
  return leaf({
    ...base,
    held: 'open',
    says: `${who}${lapses}`,
    next: 'who champions the proposal writes `/sep sponsor`.',
  });
}

function finalization(facts: Facts, state: SubjectState): Requirement {
  const isClaim = isUnconfirmed(state);
  const final = state.status === 'final' && !isClaim;
  const isNear = final || (state.status === 'accepted' && !isClaim);
  const children = isNear ? finalRows(facts, state) : [];
  const lacks = children.filter(({ held }) => held !== 'held').map(({ name }) => name.toLowerCase());
  const parts = lacks.length === 0 ? '' : ` Still missing: ${lacks.join(', ')}.`;
  return {
    rule: 'finalization',
    name: 'Final',
    held: final ? 'held' : 'open',
    says: `${final ? 'The sponsor declared it final.' : 'Not yet.'}${parts}`,
    next: state.status === 'accepted' && !isClaim ? 'writes `/sep status final` when the work is complete.' : null,
    children,
  };
}
