import { toCore } from '../judge/forms/index.js';
import { lacking, refusedFor, reviewNeeds, saidOf } from '../judge/needs.js';
import { isPerson } from '../judge/standing.js';
import { openDecision, type Escalation } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { closedBy, electorOf, withDecision } from './decision.js';
import { wholeText } from './said.js';

const USAGE = '/escalate answer <guidance>';
type Kind = Escalation['answers'][number]['kind'];

export const escalateAnswer: Command = {
  name: 'escalate answer',
  usage: USAGE,
  rule: 'escalation',
  takesText: true,
  who: () => ['core-maintainer', 'lead-maintainer'],
  summary: 'Answers an escalation: binding guidance, a question, or the whole core.',
  help:
    'Who was designated answers. What is written is binding guidance and settles the matter. Begin with `more` to ask for ' +
    'more, or with `core` to bring it to the whole core. Where nobody was designated, any of the core may bring it there.',
  examples: [
    '/escalate answer Take the length prefix: it needs no escaping.',
    '/escalate answer more What does the prefix cost on short frames?',
    '/escalate answer core',
  ],
  read(words, text) {
    const first = words[0]?.toLowerCase() ?? '';
    const kind: Kind = first === 'more' || first === 'core' ? first : 'guidance';
    const said = wholeText(kind === 'guidance' ? words : words.slice(1), text);
    return said === '' && kind !== 'core'
      ? { ok: false, problem: `needs to say what the answer is. Write \`${USAGE}\`.` }
      : { ok: true, args: [kind, said] };
  },
  // The core decides anew, by the rules of today, so what these ask for is there first.
  needs: ([kind], rules) => (kind === 'core' ? reviewNeeds(rules) : []),
  effect(state, act, ground) {
    const open = openDecision(state);
    if (open?.form !== 'escalation' || !open.escalation) {
      return refused('escalation', 'Nothing is escalated here.', 'A lead escalates a matter with `/escalate <ask>`.');
    }
    const kind = act.args[0] as Kind;
    const { assigned, answers } = open.escalation;
    const isCore = electorOf(open, act.by) !== null;
    const may = assigned ? isPerson(act, assigned.to) : isCore && kind === 'core';
    if (!may) {
      return refused(
        'escalation',
        assigned ? `@${assigned.to.login} was designated to answer.` : 'Nobody has been designated to answer yet.',
        isCore ? 'The core designates with `/escalate assign @user`.' : 'Say it as a comment: who answers reads it.',
      );
    }
    const lacks = kind === 'core' ? lacking(reviewNeeds(ground.rules), state, act, ground) : [];
    const refusal = refusedFor(lacks, state, act, ground);
    if (refusal) return refusal;
    const answer = { by: act.by, at: act.at, kind, text: act.args[1] ?? '', url: act.source.url };
    const answered = { ...open, escalation: { ...open.escalation, answers: [...answers, answer] } };
    if (kind === 'more') {
      return taken(`@${act.by.login} asks for more before answering.`, withDecision(state, answered));
    }
    const why =
      kind === 'core'
        ? `@${act.by.login} brought it to the whole core.`
        : `@${act.by.login} answered for the core, and the guidance binds.`;
    const next = closedBy(state, answered, { at: act.at, outcome: 'answered', why });
    return kind === 'core'
      ? taken(`${why}${saidOf(lacks)}`, { ...next, status: 'in-review' }, toCore(open.group))
      : taken(why, next);
  },
};
