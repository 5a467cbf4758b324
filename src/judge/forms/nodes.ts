import type { RuleId } from '../../rules/schema.js';
import { sorted } from '../ballots.js';
import { inShort } from '../instants.js';
import type { Ballot, Decision, Place } from '../state.js';
import { leaf, type Requirement, type Seen } from '../verdict.js';

/** Where something was said, for the verdict. */
export const seenAt = ({ by, at, url, commit, certain }: Pick<Ballot, 'by' | 'at'> & Place): Seen => ({
  who: by,
  at,
  url,
  commit,
  certain,
});

const voteWords = ({ choice }: Ballot): string => (choice === 'abstain' ? 'Abstains' : `Votes ${choice}`);

/** The ballots of a decision, one node each: those that count, those that do not and why, and who recused themselves. */
export function ballotNodes(decision: Decision, rule: RuleId): Requirement[] {
  const { counted, uncounted } = sorted(decision);
  const body = new Set(decision.electorate.map(({ id }) => id));
  return [
    ...counted.map((ballot) => {
      const beside = body.has(ballot.by.id) ? '' : ' Not counted for the quorum.';
      return leaf({
        rule,
        name: ballot.by.login,
        held: ballot.choice === 'no' ? 'failed' : 'held',
        says: `${voteWords(ballot)}, on ${inShort(ballot.at)}.${beside}`,
        next: null,
        seen: [seenAt(ballot)],
      });
    }),
    ...uncounted.map(({ ballot, why }) =>
      leaf({
        rule: 'pushes',
        name: ballot.by.login,
        held: 'open',
        says: `${voteWords(ballot)}, on ${inShort(ballot.at)}. Not counted: ${why}`,
        next: `${ballot.by.login} votes again on the new text, or it is confirmed with \`/sep confirm\`.`,
        seen: [seenAt(ballot)],
      }),
    ),
    ...decision.recused.map(({ by, at }) =>
      leaf({ rule, name: by.login, held: 'held', says: `Recused, on ${inShort(at)}.`, next: null }),
    ),
  ];
}

/** The objections of a consensus, one node each. */
export const blockNodes = ({ blocks }: Decision): Requirement[] =>
  blocks.map((block) => {
    const raised = `Raised by ${block.by.login} on ${inShort(block.at)}`;
    const who = [block.by, ...block.delegates].map(({ login }) => login).join(' or ');
    return leaf({
      rule: 'blocking',
      name: `Block ${block.slug}`,
      held: block.clearedAt === null ? 'failed' : 'held',
      says: block.clearedAt === null ? `${raised}.` : `${raised}, cleared on ${inShort(block.clearedAt)}.`,
      next: block.clearedAt === null ? `${who} clears it with \`/unblock ${block.slug}\` once it is met.` : null,
      seen: [seenAt(block)],
    });
  });

/** What was put on the record and stops nothing. */
export const concernNodes = (decision: Pick<Decision, 'concerns'>, rule: RuleId): Requirement[] =>
  decision.concerns.map((concern) =>
    leaf({
      rule,
      name: `Concern`,
      held: 'open',
      says: `Of ${concern.by.login}, on ${inShort(concern.at)}. It stops nothing.`,
      next: null,
      seen: [seenAt(concern)],
    }),
  );
