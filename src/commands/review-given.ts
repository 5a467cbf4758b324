import { answered } from '../judge/asking.js';
import type { Acting } from './command.js';

/** A review of somebody who was asked for one: they owe no answer any more, whatever it says. */
export const REVIEWED: Acting = {
  name: 'review: given',
  also: ['closed', 'merged'],
  effect(state, act) {
    const says = `@${act.by.login} gave the review that was asked for.`;
    const next = answered(state, act.by, act.at);
    return { outcome: next === state ? { taken: true, says, quiet: true } : { taken: true, says }, state: next };
  },
};
