import type { Opening } from '../../commands/command.js';
import type { Facts } from '../../facts/facts.js';
import { titleOf } from '../../people/index.js';
import { inShort, inWords } from '../instants.js';
import { hasStake } from '../standing.js';
import { standingBlocks, type Decision, type SubjectState } from '../state.js';
import { leaf, type Requirement } from '../verdict.js';
import { end, toCore, type Ending, type Form } from './form.js';

/** Lazy consensus: silence is consent, and a block that stands at the deadline is no silence. */
export const consensus: Form = {
  name: 'Consensus',
  rule: 'consensus',
  terms: ({ rules }, { weight }) => ({ days: rules.consensus[weight ?? 'significant'], quorum: null, threshold: null }),
  atDeadline: endConsensus,
  headline(facts, open) {
    const blocks = standingBlocks(open).length;
    const blocked = blocks === 0 ? '' : `, blocked by ${blocks} ${blocks === 1 ? 'objection' : 'objections'}`;
    return `In lazy consensus of ${groupOf(facts, open)} until ${inWords(open.deadline)}${blocked}`;
  },
  next(facts, open) {
    const until = inWords(open.deadline);
    const standing = standingBlocks(open);
    if (standing.length > 0) {
      return standing.map((block) => ({
        who: block.by.login,
        people: [block.by],
        what: `clears the block with \`/unblock ${block.slug}\` once the objection is met, before ${until}.`,
      }));
    }
    const who =
      open.group === null ? 'The members' : `The members of the ${titleOf(facts.governing.governance, open.group)}`;
    return [{ who, people: [], what: `object with \`/block <name>\` until ${until}; silence is consent.` }];
  },
  whileOpen(_, open) {
    const people = open.electorate.length;
    const silence = `Silence of its ${people === 1 ? 'one member' : `${people} members`} is consent.`;
    return {
      held: standingBlocks(open).length > 0 ? 'failed' : 'open',
      says: `Open until ${inShort(open.deadline)}. ${silence}`,
      next: 'A member who objects writes `/block <name>` with an objection and an alternative.',
    };
  },
  children: ({ blocks }) => blocks.map(blockNode),
};

/** The group of a decision, as it stands in a sentence. */
export const groupOf = ({ governing }: Facts, { group }: Decision): string =>
  group === null ? 'the group' : `the ${titleOf(governing.governance, group)}`;

/** The group's authority says what follows from its silence. */
function endConsensus(state: SubjectState, decision: Decision, drift: string | null): Ending {
  const at = decision.deadline;
  if (decision.electorate.length === 0) {
    return end(decision, 'undecided', at, 'Nobody was there whose silence could be consent.', state.status);
  }
  const standing = standingBlocks(decision);
  if (standing.length > 0) {
    const names = standing.map((block) => `${block.slug} (@${block.by.login})`).join(', ');
    return end(decision, 'blocked', at, `The consensus ended blocked: ${names}.`, state.status);
  }
  return groupAgreed(state, decision, { at, drift });
}

/** What follows from a group's agreement: by its consensus or by its vote. */
export function groupAgreed(
  state: SubjectState,
  decision: Decision,
  { at, drift }: { at: string; drift: string | null },
): Ending {
  // Authors and sponsor never decide alone on their own matter: then the group's word is advice, whatever its authority.
  const alone = decision.electorate.every((elector) => hasStake(state, elector));
  const changed = decision.authority === 'advise' ? null : drift;
  switch (alone || changed !== null ? 'advise' : decision.authority) {
    case 'advise': {
      const why = alone
        ? 'The group agreed; everybody in it has a stake in the proposal, so the core decides.'
        : changed !== null
          ? `The group agreed. ${changed} So the core decides.`
          : 'The group agreed; its consensus is a recommendation, and the core decides.';
      return end(decision, 'agreed', at, why, 'in-review', toCore(decision.group));
    }
    case 'veto-window': {
      const why = 'The group agreed, which stands unless the core objects within the window.';
      const opens: Opening = { form: 'veto-window', weight: null, group: decision.group, breaking: null };
      return end(decision, 'agreed', at, why, 'in-review', opens);
    }
    case 'decide':
      return end(decision, 'agreed', at, 'The group agreed, and its word accepts: accepted.', 'accepted');
  }
}

const blockNode = (block: Decision['blocks'][number]): Requirement => {
  const raised = `Raised by ${block.by.login}, ${inShort(block.at)}`;
  return leaf({
    rule: 'blocking',
    name: `Block ${block.slug}`,
    held: block.clearedAt === null ? 'failed' : 'held',
    says: block.clearedAt === null ? `${raised}.` : `${raised}, cleared ${inShort(block.clearedAt)}.`,
    next:
      block.clearedAt === null ? `${block.by.login} clears it with \`/unblock ${block.slug}\` once it is met.` : null,
    source: block.source,
  });
};
