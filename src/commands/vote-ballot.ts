import type { RuleId } from '../rules/schema.js';
import { openDecision, type Ballot } from '../judge/state.js';
import { isRecused, withBallot } from './ballot.js';
import { refused, taken, type Command } from './command.js';
import { commitIn } from './commit.js';
import { voterOf } from './decision.js';
import { wholeText } from './said.js';

const RULE: RuleId = 'vote';

/** The three words of a vote differ in their ballot only. */
function voteBallot(choice: Ballot['choice'], summary: string): Command {
  const name = `vote ${choice}`;
  return {
    name,
    usage: `/${name} [@commit] [reason]`,
    rule: RULE,
    inDecision: true,
    takesText: true,
    who: () => ['anyone'],
    whoInWords: () => 'who could vote when it was opened',
    summary,
    help:
      `${summary} Who may vote was frozen when the vote opened; a later ballot of the same person takes the place of the ` +
      'earlier one. Give a reason on the same line or below. Name the commit that you read with `@` and its first digits, ' +
      'so that nobody has to guess which text you voted on.',
    examples: [`/${name}\nThe prototype shows that it works.`, `/${name} @0a1b2c3`],
    read(words, text) {
      const commit = commitIn(words[0] ?? '');
      const reason = wholeText(commit === null ? words : words.slice(1), text);
      return { ok: true, args: [commit ?? '', reason] };
    },
    namesCommit: ([commit = '']) => (commit === '' ? null : commit),
    effect(state, act) {
      const open = openDecision(state);
      if (open?.form !== 'vote') {
        const last = state.decisions.findLast((decision) => decision.form === 'vote');
        return refused(
          RULE,
          last?.closed
            ? `The vote ${last.id} is over; this ballot is recorded and not counted.`
            : 'No vote is open here.',
          'The status comment above says what is open, and who may open a vote: a lead, or three members together.',
        );
      }
      const elector = voterOf(open, act.by);
      if (!elector) {
        return refused(
          RULE,
          `A ballot is for those who could vote in the group when ${open.id} opened, and @${act.by.login} could not.`,
          'Say it as a comment or a review, or put it on the record with `/concern`: the members read it.',
        );
      }
      if (isRecused(open, elector)) {
        return refused(
          RULE,
          `@${act.by.login} recused themselves from ${open.id}.`,
          'The next vote counts them again.',
        );
      }
      const reason = act.args[1] ?? '';
      const cast = { choice, reason, demands: [] };
      const { state: next, instead } = withBallot(state, open, { elector, act, cast });
      const bare = reason === '' ? ', without a reason' : '';
      return taken(`@${act.by.login} votes ${choice}${instead}${bare}.`, next);
    },
  };
}

export const voteYes = voteBallot('yes', 'Votes for the proposal in a vote of your group.');
export const voteNo = voteBallot('no', 'Votes against the proposal in a vote of your group.');
export const voteAbstain = voteBallot(
  'abstain',
  'Abstains in a vote of your group: counted for the quorum, not for the majority.',
);
