import { openDecision } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { withDecision } from './decision.js';
import { placeOf, wholeText } from './said.js';

export const concern: Command = {
  name: 'concern',
  usage: '/concern <text>',
  rule: 'blocking',
  inDecision: true,
  takesText: true,
  who: () => ['anyone'],
  summary: 'Puts a concern on the record; it stops nothing.',
  help:
    'Who has a doubt and does not block says it so: it is recorded and shown with the decision that is open, and it stops ' +
    'nothing. A member who wants to stop a consensus writes `/block`.',
  examples: ['/concern The limit may be too low for large files.'],
  read(words, text) {
    const said = wholeText(words, text);
    return said === ''
      ? { ok: false, problem: 'needs to say what it is. Write `/concern <text>`.' }
      : { ok: true, args: [said] };
  },
  effect(state, act) {
    const open = openDecision(state);
    if (!open) {
      return refused(
        'blocking',
        'No decision is open that a concern could be recorded with.',
        'Say it as a comment or a review; authors and sponsor read it.',
      );
    }
    const raised = { by: act.by, at: act.at, text: act.args[0] ?? '', ...placeOf(act) };
    const concerns = [...open.concerns, raised];
    return taken(`@${act.by.login} recorded a concern.`, withDecision(state, { ...open, concerns }));
  },
};
