import { isTextChanged } from '../judge/acceptance-text.js';
import { isTextSettled } from '../judge/ballots.js';
import { holds, isAuthor, isPerson, whoMay } from '../judge/standing.js';
import { openDecision, type Decision, type SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { isRecused } from './ballot.js';
import { refused, taken, type Command, type Effect, type Ground } from './command.js';
import { commitIn } from './commit.js';
import { electorOf, withDecision } from './decision.js';
import { textOf } from './said.js';

const USAGE = '/sep confirm [@commit]';
const OTHER = 'Where you mean another text, name its commit: `/sep confirm @<commit>`.';

export const sepConfirm: Command = {
  name: 'sep confirm',
  usage: USAGE,
  rule: 'acceptance-text',
  inDecision: true,
  who: (rules) => rules.rules['acceptance-text'].who,
  summary: 'Confirms a text that changed since it was accepted, or while it is decided on.',
  help:
    "The text of the specification may arrive after the acceptance; where the proposal's own text changes, the change is " +
    'confirmed before it is merged, by the sponsor or one of the core. While a decision is open it is one of those who are ' +
    'counted, and what was said on the earlier text counts again. Nobody confirms what they have written as an author. ' +
    'What is confirmed is the text at the commit that you name, or else the last one that Convenor had seen before.',
  examples: ['/sep confirm', '/sep confirm @0a1b2c3'],
  read(words) {
    const [word, ...rest] = words;
    if (word === undefined) return { ok: true, args: [] };
    const commit = commitIn(word);
    return commit !== null && rest.length === 0
      ? { ok: true, args: [commit] }
      : { ok: false, problem: `takes a commit behind it, with seven digits at least, or nothing. Write \`${USAGE}\`.` };
  },
  namesCommit: ([commit]) => commit ?? null,
  effect(state, act, ground) {
    const { head } = state;
    if (!head || !act.head || textOf(state, act) === null) {
      return refused('acceptance-text', 'No text is known that could be confirmed.', OTHER);
    }
    if (isAuthor(state, act)) {
      return refused(
        'acceptance-text',
        'Nobody confirms a change of their own text.',
        state.sponsor && isPerson(act, state.sponsor.by)
          ? 'The sponsor is an author here, so one of the core writes it.'
          : `${whoMay(ground.rules.rules['acceptance-text'].who)} writes it.`,
      );
    }
    const open = openDecision(state);
    return open ? whileOpen(state, open, act, ground, head) : afterwards(state, act, ground, head);
  },
};

type Head = NonNullable<SubjectState['head']>;

const confirmedText = ({ commit, normative: text }: Head, { by, at }: LineOf<'act'>) => ({ text, commit, by, at });

function afterwards(state: SubjectState, act: LineOf<'act'>, { rules }: Ground, head: Head): Effect {
  if (!state.accepted || !['accepted', 'final'].includes(state.status)) {
    return refused('acceptance-text', 'No text waits for a confirmation here.', 'Nothing is left to do.');
  }
  const { who } = rules.rules['acceptance-text'];
  if (!holds(state, act, who, state.group?.slug ?? null)) {
    return refused('acceptance-text', `A changed text is for ${whoMay(who)} to confirm.`, 'Ask one of them.');
  }
  const at = head.commit.slice(0, 7);
  if (!isTextChanged(state, head.normative)) {
    const is = head.normative === state.accepted.text ? 'what was accepted' : 'confirmed already';
    return refused('acceptance-text', `The text at ${at} is ${is}.`, OTHER);
  }
  return taken(`@${act.by.login} confirmed the text at ${at}, which changed since the acceptance.`, {
    ...state,
    confirmedTexts: [...state.confirmedTexts, confirmedText(head, act)],
  });
}

/** What a change of the text does to a decision is the rule `pushes`: where that asks for it, who is counted confirms. */
function whileOpen(state: SubjectState, open: Decision, act: LineOf<'act'>, { rules }: Ground, head: Head): Effect {
  if (open.pushes !== 'confirm') {
    return refused(
      'pushes',
      `By the rules of ${open.id} a changed text is not confirmed.`,
      'Vote again on the new text.',
    );
  }
  const { who } = rules.rules['acceptance-text'];
  const inWindow = open.form === 'veto-window' && holds(state, act, who, open.group);
  const elector = electorOf(open, act.by);
  if ((!elector || isRecused(open, elector)) && !inWindow) {
    return refused(
      'pushes',
      `A changed text is for those to confirm who are counted in ${open.id}.`,
      'Ask one of them.',
    );
  }
  const at = head.commit.slice(0, 7);
  const isKnown = open.confirmed.some(({ text }) => text === head.normative);
  if (isKnown || isTextSettled({ ...open, text: head.normative })) {
    return refused(
      'pushes',
      `The text at ${at} is ${isKnown ? 'confirmed already' : `what ${open.id} was opened on`}.`,
      OTHER,
    );
  }
  const { text, by, at: when } = confirmedText(head, act);
  const confirmed = [...open.confirmed, { text, by, at: when }];
  return taken(`@${by.login} confirmed the text at ${at} in ${open.id}.`, withDecision(state, { ...open, confirmed }));
}
