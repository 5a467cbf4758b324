import { isTextSettled } from '../ballots.js';
import { inShort, inWords, plusDays } from '../instants.js';
import { standingBlocks, type Decision, type SubjectState } from '../state.js';
import { groupAgreed } from './agreed.js';
import { end, type Ending, type Form } from './form.js';
import { blockNodes, concernNodes } from './nodes.js';
import type { TitleOf } from '../verdict.js';

/** Lazy consensus: silence is consent, and a block that stands at the deadline is no silence. */
export const consensus: Form = {
  name: 'Consensus',
  rule: 'consensus',
  good: ['agreed'],
  terms: ({ rules }, { weight }, at) => ({
    deadline: plusDays(at, rules.consensus[weight ?? 'significant']),
    quorum: null,
    threshold: null,
  }),
  atDeadline: endConsensus,
  headline(titleOf, open) {
    const blocks = standingBlocks(open).length;
    const blocked = blocks === 0 ? '' : `, blocked by ${blocks} ${blocks === 1 ? 'objection' : 'objections'}`;
    return `In lazy consensus of ${groupOf(titleOf, open)} until ${inWords(open.deadline)}${blocked}`;
  },
  next(titleOf, open) {
    const until = inWords(open.deadline);
    const standing = standingBlocks(open);
    if (standing.length > 0) {
      return standing.map((block) => ({
        who: block.by.login,
        people: [block.by, ...block.delegates],
        what: `clears the block with \`/unblock ${block.slug}\` once the objection is met, before ${until}; what stands then is voted on.`,
      }));
    }
    if (!isTextSettled(open)) return [confirmation(open)];
    const who = open.group === null ? 'The members' : `The members of the ${titleOf(open.group)}`;
    return [{ who, people: [], what: `object with \`/block <name>\` until ${until}; silence is consent.` }];
  },
  whileOpen(open) {
    const people = open.electorate.length;
    const silence = `Silence of its ${people === 1 ? 'one member' : `${people} members`} is consent.`;
    return {
      held: standingBlocks(open).length > 0 ? 'failed' : 'open',
      says: `Open until ${inShort(open.deadline)}. ${silence}`,
      next: 'A member who objects writes `/block <name>` with an objection and an alternative.',
    };
  },
  afterwards: (state, { closed }) =>
    state.status === 'draft' && closed?.outcome === 'undecided' ? 'opens another one with `/consensus start`.' : null,
  children: (decision) => [...blockNodes(decision), ...concernNodes(decision, 'consensus')],
};

/** Who may say that a changed text is still what was put to the group. */
export const confirmation = ({ deadline }: Decision): ReturnType<Form['next']>[number] => ({
  who: 'One of those who are counted, and no author,',
  people: [],
  what: `confirms the changed text with \`/sep confirm\` before ${inWords(deadline)}; what was said on the earlier one counts only then.`,
});

/** The group of a decision, as it stands in a sentence. */
export const groupOf = (titleOf: TitleOf, { group }: Decision): string =>
  group === null ? 'the group' : `the ${titleOf(group)}`;

/** "Formal Vote (when lazy consensus is blocked)": working-interest-groups.mdx, Decision-Making Process. */
function endConsensus(state: SubjectState, decision: Decision, drift: string | null): Ending {
  const at = decision.deadline;
  if (decision.electorate.length === 0) {
    return end(decision, 'undecided', at, 'Nobody was there whose silence could be consent.', state.status);
  }
  const standing = standingBlocks(decision);
  if (standing.length > 0) return blocked(state, decision, { at, matter: 'routine' });
  if (!isTextSettled(decision)) {
    const why =
      'The text changed meanwhile, and nobody who is counted confirmed it: silence about another text is no consent.';
    return end(decision, 'undecided', at, why, state.status);
  }
  return groupAgreed(state, decision, { at, drift, outcome: 'agreed' });
}

/** The end of a consensus by objections that stand: the group votes. */
export function blocked(
  state: SubjectState,
  decision: Decision,
  { at, matter }: { at: string; matter: 'routine' | 'scope' },
): Ending {
  const { group, breaking } = decision;
  const names = standingBlocks(decision)
    .map((block) => `${block.slug} (@${block.by.login})`)
    .join(', ');
  const opens = { form: 'vote' as const, group, matter, breaking };
  return end(decision, 'blocked', at, `The consensus was blocked: ${names}. The group votes.`, state.status, opens);
}
