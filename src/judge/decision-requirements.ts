import { titleOf } from '../people/index.js';
import type { Facts } from '../facts/facts.js';
import { hasQuorum, tally } from './count.js';
import { weightNow } from './grouping.js';
import { inWords } from './instants.js';
import { standingBlocks, type Decision, type SubjectState } from './state.js';
import type { Requirement } from './verdict.js';

/** A requirement with nothing below it. */
export const leaf = (requirement: Omit<Requirement, 'children'>): Requirement => ({ ...requirement, children: [] });

/** The decision that comes next: after an open consensus what its authority says, else the one that is to be opened. */
export function toCome(facts: Facts, state: SubjectState, last: Decision | null): Requirement[] {
  if (last?.form !== 'consensus' || last.closed !== null) return [decisionToCome(facts, state)];
  const rest = { held: 'open' as const, next: null };
  switch (last.authority) {
    case 'advise':
      return [
        leaf({
          rule: 'core-decision',
          name: 'Core decision',
          says: ['Follows: the group advises, the core decides.', ...last.because].join(' '),
          ...rest,
        }),
      ];
    case 'veto-window':
      return [
        leaf({
          rule: 'veto-window',
          name: 'Veto window',
          says: ['Follows: the core may object for a while.', ...last.because].join(' '),
          ...rest,
        }),
      ];
    case 'decide':
      return [];
  }
}

function decisionToCome(facts: Facts, state: SubjectState): Requirement {
  const base = { name: 'Decision', held: 'open' as const };
  if (!state.group) {
    const next = 'brings the proposal to the Core Maintainers with `/sep status in-review`.';
    return leaf({ ...base, rule: 'core-decision', says: 'None is open yet.', next });
  }
  const { authority, because } = weightNow(facts, state, state.group.slug);
  const says = {
    advise: "The group's consensus is a recommendation, and the core decides.",
    'veto-window': "The group's consensus stands unless the core objects.",
    decide: "The group's consensus accepts.",
  }[authority];
  const opens = 'opens a consensus with `/consensus start minor';
  const next =
    authority !== 'advise' && facts.governing.rules.rules['reserved-matters'].breaking
      ? `${opens} compatible\` or \`/consensus start significant compatible\`; \`breaking\` stands in its place where it is that, and undeclared it is the core's.`
      : `${opens}\` or \`/consensus start significant\`.`;
  return leaf({ ...base, rule: 'consensus', says: ['None is open yet.', says, ...because].join(' '), next });
}

/** A decision as people read it: where it stands, and below it each block or ballot. */
export function ofDecision(facts: Facts, state: SubjectState, decision: Decision): Requirement {
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
