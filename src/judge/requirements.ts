import type { Facts } from '../facts/facts.js';
import { matchGroup } from '../people/index.js';
import { hasQuorum, tally } from './count.js';
import { inWords } from './instants.js';
import { standingBlocks, type Decision, type SubjectState } from './state.js';
import { titleOf } from './titles.js';
import type { Requirement } from './verdict.js';

/**
 * What the rules ask of a proposal on its way, in the order in which it usually comes. A rule that only observes is no
 * news to people and is left out.
 */
export function requirementsOf(facts: Facts, state: SubjectState, inOrder: boolean): Requirement[] {
  const { rules } = facts.governing.rules;
  const last = state.decisions.at(-1) ?? null;
  return [
    document(facts, inOrder),
    ...(rules.numbering.mode === 'observe' ? [] : [numbering(facts)]),
    ...(rules['working-group'].mode === 'observe' ? [] : [workingGroup(facts, state)]),
    sponsorship(state),
    ...state.decisions.map((decision) => ofDecision(facts, state, decision)),
    ...(['proposal', 'draft'].includes(state.status) ? toCome(state, last) : []),
    finalization(state),
  ];
}

/** The decision that comes next: after an open consensus what its authority says, else the one that is to be opened. */
function toCome(state: SubjectState, last: Decision | null): Requirement[] {
  if (last?.form !== 'consensus' || last.closed !== null) return [decisionToCome(state)];
  const rest = { held: 'open' as const, next: null };
  switch (last.authority) {
    case 'advise':
      return [
        leaf({
          rule: 'core-decision',
          name: 'Core decision',
          says: 'Follows: the group advises, the core decides.',
          ...rest,
        }),
      ];
    case 'veto-window':
      return [
        leaf({ rule: 'veto-window', name: 'Veto window', says: 'Follows: the core may object for a while.', ...rest }),
      ];
    case 'decide':
      return [];
  }
}

const leaf = (requirement: Omit<Requirement, 'children'>): Requirement => ({ ...requirement, children: [] });

function document(facts: Facts, inOrder: boolean): Requirement {
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
        : `changes the base back to \`${defaultBranch}\`; until then no deadline falls.`,
    });
  }
  const errors = facts.document.findings.filter((finding) => finding.severity === 'error').length;
  const remarks = facts.document.findings.length - errors;
  const also = remarks === 0 ? '' : `${remarks} ${remarks === 1 ? 'remark' : 'remarks'}`;
  return leaf({
    rule: 'document',
    name: 'Document',
    held: inOrder ? 'held' : 'failed',
    says: inOrder
      ? `In order${also === '' ? '' : `, with ${also}`}.`
      : `${errors} ${errors === 1 ? 'thing has' : 'things have'} to be mended${also === '' ? '' : `, and ${also}`}.`,
    next: inOrder ? null : 'mends the lines that the check `convenor/proposal` marks.',
  });
}

function numbering(facts: Facts): Requirement {
  const { number } = facts.document.proposal;
  const { path, added } = facts.document;
  const held = number === facts.pull.number || !added;
  // The name is the author's, and this sentence is ours: what could end its code or mention somebody is left out.
  const slug = path
    .replace(/^.*\//s, '')
    .replace(/^(sep-)?\d*-*/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^-+|-+(?=\.mdx?$)/g, '');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return leaf({
    rule: 'numbering',
    name: 'Number',
    held: held ? 'held' : 'open',
    says: held ? `SEP-${number ?? '?'}.` : number === null ? 'The file has no number yet.' : `The file says ${number}.`,
    next: held
      ? null
      : `renames the file to \`${folder}${facts.pull.number}-${slug}\` and puts ${facts.pull.number} into its heading.`,
  });
}

function workingGroup(facts: Facts, state: SubjectState): Requirement {
  const { governance } = facts.governing;
  const base = { rule: 'working-group' as const, name: 'Group' };
  if (state.group) {
    const title = titleOf(governance, state.group.slug);
    const says = `${title}; adopted by ${state.group.by.login} on ${inWords(state.group.at)}.`;
    return leaf({ ...base, held: 'held', says, next: null });
  }
  const wanted = facts.document.proposal.workingGroup;
  const match = wanted === null ? null : matchGroup(governance, wanted);
  if (match?.kind === 'one') {
    const says = `The preamble names the ${titleOf(governance, match.group.slug)}; no lead of it has adopted the proposal yet.`;
    return leaf({ ...base, held: 'open', says, next: 'takes it into the care of the group with `/sep adopt`.' });
  }
  const known = governance.groups.filter((group) => group.kind === 'working-group').map((group) => group.title);
  const next = `names a group in the preamble, \`- **Working Group**: …\`. There are: ${known.join(', ') || 'none yet'}.`;
  if (wanted === null) return leaf({ ...base, held: 'open', says: 'The preamble names none.', next });
  return leaf({
    ...base,
    held: 'failed',
    says:
      match?.kind === 'several'
        ? `The preamble's words fit several groups: ${match.candidates.map((group) => group.title).join(', ')}.`
        : 'The preamble names a group that has no charter here.',
    next,
  });
}

function sponsorship(state: SubjectState): Requirement {
  const base = { rule: 'sponsorship' as const, name: 'Sponsor' };
  if (state.sponsor) {
    return leaf({
      ...base,
      held: 'held',
      says: `${state.sponsor.by.login}, since ${inWords(state.sponsor.at)}.`,
      next: null,
    });
  }
  const named = state.head?.claims.sponsor ?? null;
  return leaf({
    ...base,
    held: 'open',
    says: named === null ? 'Nobody yet.' : `The preamble names ${named}, who has not confirmed it.`,
    next: 'who champions the proposal writes `/sep sponsor`.',
  });
}

const decisionToCome = (state: SubjectState): Requirement =>
  leaf({
    rule: state.group ? 'consensus' : 'core-decision',
    name: 'Decision',
    held: 'open',
    says: 'None is open yet.',
    next: state.group
      ? 'opens a consensus with `/consensus start minor` or `/consensus start significant`.'
      : 'brings the proposal to the Core Maintainers with `/sep status in-review`.',
  });

function ofDecision(facts: Facts, state: SubjectState, decision: Decision): Requirement {
  const name = { consensus: 'Consensus', 'veto-window': 'Veto window', core: 'Core decision' }[decision.form];
  const rule = ({ consensus: 'consensus', 'veto-window': 'veto-window', core: 'core-decision' } as const)[
    decision.form
  ];
  const children = decision.form === 'consensus' ? blocks(decision) : decision.form === 'core' ? ballots(decision) : [];
  const { closed } = decision;
  if (closed) {
    const good = ['agreed', 'accepted'].includes(closed.outcome);
    const says = `${closed.why.replaceAll('@', '')} Ended ${inWords(closed.at)}.`;
    return {
      rule,
      name,
      held: good ? 'held' : 'failed',
      says,
      next: good ? null : afterFailure(state, decision),
      children,
    };
  }
  const until = inWords(decision.deadline);
  switch (decision.form) {
    case 'consensus': {
      const who = decision.group === null ? 'the group' : `the ${titleOf(facts.governing.governance, decision.group)}`;
      const people = `${decision.electorate.length} ${decision.electorate.length === 1 ? 'member' : 'members'}`;
      const says = `Open until ${until}. Silence of ${who} (${people}) is consent.`;
      const next = 'A member who objects writes `/block <name>` with an objection and an alternative.';
      return { rule, name, held: standingBlocks(decision).length > 0 ? 'failed' : 'open', says, next, children };
    }
    case 'veto-window':
      return {
        rule,
        name,
        held: 'open',
        says: `Open until ${until}.`,
        next: 'A Core Maintainer who objects writes `/veto <reason>`.',
        children,
      };
    case 'core':
      return {
        rule,
        name,
        held: 'open',
        says: `Open until ${until}. ${counted(decision)}`,
        next: 'Core Maintainers write `/core accept`, `/core reject` or `/core abstain`.',
        children,
      };
  }
}

/** How many have spoken, and how many more are needed: the sentence that an overloaded maintainer looks for. */
export function counted(decision: Decision): string {
  const { yes, no, abstain, electorate } = tally(decision);
  const spoken = yes + no + abstain;
  const votes = `${yes} yes, ${no} no, ${abstain} abstained, of ${electorate}.`;
  if (!decision.quorum || hasQuorum(tally(decision), decision.quorum)) return `${votes} The quorum is reached.`;
  let needed = spoken;
  while (needed <= electorate && !hasQuorum({ yes: needed, no: 0, abstain: 0, electorate }, decision.quorum)) needed++;
  const more = needed - spoken;
  return `${votes} ${more} more ${more === 1 ? 'ballot is' : 'ballots are'} needed for the quorum.`;
}

const blocks = (decision: Decision): Requirement[] =>
  decision.blocks.map((block) =>
    leaf({
      rule: 'blocking',
      name: `Block ${block.slug}`,
      held: block.clearedAt === null ? 'failed' : 'held',
      says:
        block.clearedAt === null
          ? `Raised by ${block.by.login} on ${inWords(block.at)}.`
          : `Raised by ${block.by.login} on ${inWords(block.at)}, cleared on ${inWords(block.clearedAt)}.`,
      next:
        block.clearedAt === null ? `${block.by.login} clears it with \`/unblock ${block.slug}\` once it is met.` : null,
    }),
  );

const ballots = (decision: Decision): Requirement[] =>
  decision.ballots.map((ballot) =>
    leaf({
      rule: 'core-decision',
      name: ballot.by.login,
      held: ballot.choice === 'no' ? 'failed' : 'held',
      says: `${ballot.choice === 'abstain' ? 'Abstains' : `Votes ${ballot.choice}`}, on ${inWords(ballot.at)}.`,
      next: null,
    }),
  );

/** What the sponsor does after the core came to no decision; a blocked consensus leads back to the draft and says it there. */
const afterFailure = (state: SubjectState, decision: Decision): string | null =>
  decision === state.decisions.at(-1) && decision.closed?.outcome === 'undecided' && state.status === 'in-review'
    ? 'returns it with `/sep status draft <reason>`, and brings it to the core again when it is ready.'
    : null;

function finalization(state: SubjectState): Requirement {
  const final = state.status === 'final';
  return leaf({
    rule: 'finalization',
    name: 'Final',
    held: final ? 'held' : 'open',
    says: final ? 'The sponsor declared it final.' : 'Not yet.',
    next: state.status === 'accepted' ? 'writes `/sep status final` when the work is complete.' : null,
  });
}
