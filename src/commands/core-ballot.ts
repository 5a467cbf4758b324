import { inWords } from '../judge/instants.js';
import { openDecision, type Ballot, type Decision } from '../judge/state.js';
import { isRecused, recusedFrom, withBallot } from './ballot.js';
import { refused, taken, type Command, type Effect, type Reading } from './command.js';
import { electorOf } from './decision.js';
import { readDemands } from './demands.js';
import { wholeText } from './said.js';

type Word = 'accept' | 'accept-with-changes' | 'reject' | 'abstain';

const CHOICES: Record<Word, Ballot['choice']> = {
  accept: 'yes',
  'accept-with-changes': 'yes',
  reject: 'no',
  abstain: 'abstain',
};
const ALONE = 'alone';

/** The words of the core differ in their ballot only. */
function coreBallot(
  word: Word,
  summary: string,
  more: { usage?: string; help?: string; examples?: string[] } = {},
): Command {
  const name = `core ${word}`;
  const {
    usage = `/${name} [reason]`,
    help = '',
    examples = [`/${name}`, `/${name}\nThe prototype shows that it works.`],
  } = more;
  const command: Command = {
    name,
    usage,
    rule: 'core-decision',
    inDecision: true,
    takesText: true,
    who: (rules) => rules.rules['core-decision'].who,
    summary,
    help:
      `${summary} Core and Lead Maintainers are one body here; who is counted is frozen when the matter reaches the core. ` +
      `A later ballot of the same person replaces the earlier one. A reason may follow on the same line or below.${help}`,
    examples,
    read: word === 'accept-with-changes' ? readChanges : (words, text) => readReason(word, words, text),
    effect(state, act, ground) {
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
      if (!elector) return notCore(name, open, act.by.login);
      if (isRecused(open, elector)) return recusedFrom(open, act, 'core-decision');
      const isAlone = word !== 'abstain' && act.args[1] === ALONE;
      if (isAlone && !ground.rules.rules['acting-alone'].who.some((who) => act.roles.includes(who))) {
        return refused('acting-alone', `Nobody but a Lead Maintainer acts alone.`, `Write \`/${name}\` to vote.`);
      }
      const demands = word === 'accept-with-changes' ? readDemands(act.text).demands : [];
      const cast = { choice: CHOICES[word], reason: act.args[0] ?? '', demands };
      const { state: next, instead } = withBallot(state, open, { elector, act, cast });
      const names = demands.map((demand) => demand.name).join(', ');
      const asks = names === '' ? '' : `, on conditions: ${names}`;
      if (!isAlone) return taken(`@${act.by.login} votes ${cast.choice}${instead}${asks}.`, next);
      const decisions = next.decisions.map((one) => (one.id === open.id ? { ...one, isEnding: true } : one));
      return taken(`@${act.by.login} decides alone, as a Lead Maintainer may: ${cast.choice}.`, { ...next, decisions });
    },
  };
  return command;
}

/** `alone` stands right behind the command; whatever else does is the reason. */
function readReason(word: Word, words: string[], text: string): Reading {
  const isAlone = word !== 'abstain' && words[0]?.toLowerCase() === ALONE;
  const reason = wholeText(isAlone ? words.slice(1) : words, text);
  if (isAlone && reason === '')
    return { ok: false, problem: `needs a reason where you act alone, on the lines below.` };
  return { ok: true, args: isAlone ? [reason, ALONE] : reason === '' ? [] : [reason] };
}

function readChanges(words: string[], text: string): Reading {
  const { demands, reason, problem } = readDemands(text);
  if (problem !== null) return { ok: false, problem };
  if (demands.length === 0) {
    return {
      ok: false,
      problem:
        'needs at least one condition, each on a line of its own below:\n\n```\n/core accept-with-changes\n- error-codes: Name a code for each failure.\n```',
    };
  }
  const said = wholeText(words, reason);
  return { ok: true, args: said === '' ? [] : [said] };
}

const notCore = (name: string, open: Decision, login: string): Effect =>
  refused(
    'core-decision',
    `\`/${name}\` is for those who were Core or Lead Maintainers when decision ${open.id} opened, and @${login} was none.`,
    'Say it as a comment or a review: the Core Maintainers read it.',
  );

const ACTING_ALONE = ' A Lead Maintainer may decide alone by the word `alone` and a reason; it is recorded as that.';

export const coreAccept = coreBallot('accept', 'Votes to accept a proposal that is before the core.', {
  usage: '/core accept [alone] [reason]',
  help: ACTING_ALONE,
});
export const coreAcceptWithChanges = coreBallot(
  'accept-with-changes',
  'Votes to accept a proposal on conditions that have to be met before it is final.',
  {
    usage: '/core accept-with-changes',
    help:
      ' Each condition stands on a line of its own, `- name: what has to be done`. Where the proposal is accepted, the ' +
      'sponsor shows that each is met, with `/condition met <name>`, and you or another of the core confirm it.',
    examples: [
      '/core accept-with-changes\n- error-codes: Name a code for each failure.\n- limits: Say what is too large.',
    ],
  },
);
export const coreReject = coreBallot('reject', 'Votes to reject a proposal that is before the core.', {
  usage: '/core reject [alone] [reason]',
  help: ACTING_ALONE,
});
export const coreAbstain = coreBallot(
  'abstain',
  'Abstains in a decision of the core: counted for the quorum, not for the majority.',
);
