import { isTextSettled, stillAsked } from '../ballots.js';
import { organizationsAllow } from '../ballot-organizations.js';
import { certainCountOf, counted, countOf, hasQuorum, tally, type Count } from '../count.js';
import { inShort, inWords, plusDays } from '../instants.js';
import { hasStake } from '../standing.js';
import type { Decision, SubjectState } from '../state.js';
import { groupAgreed } from './agreed.js';
import { confirmation, groupOf } from './consensus.js';
import { end, votesInWords, type Ending, type Form } from './form.js';
import { ballotNodes, concernNodes } from './nodes.js';

/** A formal vote of a group: working-interest-groups.mdx, Decision-Making Process, Formal Vote. */
export const vote: Form = {
  name: 'Vote',
  rule: 'vote',
  good: ['passed'],
  terms({ rules }, { matter }, at) {
    const { days, quorum, routine, scope } = rules.vote;
    return { deadline: plusDays(at, days), quorum, threshold: matter === 'scope' ? scope : routine };
  },
  atDeadline: (state, decision, drift) => endVote(state, decision, { at: decision.deadline, drift }),
  whenCertain(state, decision, { at, rules, drift }) {
    if (decision.isEnding) return endVote(state, decision, { at, drift });
    if (!rules.rules.vote.early) return null;
    const certain = certainCountOf(decision, (elector) => hasStake(state, elector));
    return certain === null ? null : settled(state, decision, { at, drift, outcome: certain });
  },
  headline: (titleOf, open) =>
    `Before the ${wordOf(open)} of ${groupOf(titleOf, open)} until ${inWords(open.deadline)}`,
  next(titleOf, open) {
    const what = `write \`/vote yes\`, \`/vote no\` or \`/vote abstain\` with a reason until ${inWords(open.deadline)}.`;
    return [
      { who: `The members of ${groupOf(titleOf, open)}`, people: stillAsked(open), what },
      ...(isTextSettled(open) || open.ballots.length === 0 ? [] : [confirmation(open)]),
    ];
  },
  whileOpen: (open) => ({
    held: 'open',
    says: [`Open until ${inShort(open.deadline)}.`, counted(open), ...organizationsAllow(open)].join(' '),
    next: 'Members write `/vote yes`, `/vote no` or `/vote abstain`.',
  }),
  afterwards: (state, decision) =>
    decision.id === state.decisions.at(-1)?.id && ['not-passed', 'no-quorum'].includes(decision.closed?.outcome ?? '')
      ? 'brings the matter to the core with `/escalate <what is asked>`, or opens another consensus on a changed text.'
      : null,
  children: (decision) => [...ballotNodes(decision, 'vote'), ...concernNodes(decision, 'vote')],
};

const wordOf = ({ matter }: Decision): string => (matter === 'scope' ? 'vote on scope' : 'vote');

/** The end of a vote, as its ballots stand. */
function endVote(state: SubjectState, decision: Decision, { at, drift }: { at: string; drift: string | null }): Ending {
  const outcome = countOf(decision, (elector) => hasStake(state, elector)) ?? 'undecided';
  return settled(state, decision, { at, drift, outcome });
}

function settled(
  state: SubjectState,
  decision: Decision,
  { at, drift, outcome }: { at: string; drift: string | null; outcome: Count },
): Ending {
  const votes = votesInWords(decision);
  if (outcome === 'accepted') return groupAgreed(state, decision, { at, drift, outcome: 'passed', votes });
  const lacking = decision.quorum && !hasQuorum(tally(decision), decision.quorum);
  if (lacking) return end(decision, 'no-quorum', at, `The vote had no quorum: ${votes}.`, state.status);
  const against = organizationsAllow(decision);
  const also = outcome === 'undecided' && against.length > 0 ? ` ${against.join(' ')}` : '';
  return end(decision, 'not-passed', at, `The vote did not pass: ${votes}.${also}`, state.status);
}
