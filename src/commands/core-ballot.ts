import { inWords } from '../judge/instants.js';
import { same } from '../judge/standing.js';
import { openDecision, type Ballot } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { electorOf, withDecision } from './decision.js';

/** The three words of the core differ in their ballot only. */
function coreBallot(word: 'accept' | 'reject' | 'abstain', choice: Ballot['choice'], summary: string): Command {
  const name = `core ${word}`;
  const command: Command = {
    name,
    usage: `/${name} [reason]`,
    rule: 'core-decision',
    takesText: true,
    who: (rules) => rules.rules['core-decision'].who,
    summary,
    help:
      `${summary} Core and Lead Maintainers are one body here; who is counted is frozen when the matter reaches the core. ` +
      'A later ballot of the same person replaces the earlier one. A reason may follow on the same line or below.',
    examples: [`/${name}`, `/${name}\nThe prototype shows that it works.`],
    read: (words, text) => {
      const reason = [...words, text].join(' ').trim();
      return { ok: true, args: reason === '' ? [] : [reason] };
    },
    effect(state, act) {
      const open = openDecision(state);
      if (open?.form !== 'core') {
        const last = state.decisions.findLast((decision) => decision.form === 'core');
        return refused(
          'core-decision',
          last?.closed
            ? `The core's decision ${last.id} ended on ${inWords(last.closed.at)}; this ballot is recorded and not counted.`
            : 'This proposal is not before the core.',
          state.status === 'draft'
            ? 'The sponsor brings it there with `/sep status in-review`, or the group by its consensus.'
            : 'The status comment above says what is next.',
        );
      }
      const elector = electorOf(open, act.by);
      if (!elector) {
        return refused(
          'core-decision',
          `\`/${name}\` is for those who were Core or Lead Maintainers when decision ${open.id} opened, and @${act.by.login} was none.`,
          'Say it as a comment or a review: the Core Maintainers read it.',
        );
      }
      const by = { id: elector.id, login: elector.login };
      const earlier = open.ballots.find((ballot) => same(ballot.by, by));
      const ballot: Ballot = { by, choice, at: act.at, reason: act.args[0] ?? '', source: act.source.id };
      const ballots = [...open.ballots.filter((other) => other !== earlier), ballot];
      const instead = earlier && earlier.choice !== choice ? `, in place of ${earlier.choice}` : '';
      return taken(`@${act.by.login} votes ${choice}${instead}.`, withDecision(state, { ...open, ballots }));
    },
  };
  return command;
}

export const coreAccept = coreBallot('accept', 'yes', 'Votes to accept a proposal that is before the core.');
export const coreReject = coreBallot('reject', 'no', 'Votes to reject a proposal that is before the core.');
export const coreAbstain = coreBallot(
  'abstain',
  'abstain',
  'Abstains in a decision of the core: counted for the quorum, not for the majority.',
);
