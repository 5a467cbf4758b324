import type { Who } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import { inShort } from './instants.js';
import type { SubjectState } from './state.js';
import { isUnconfirmed } from './taken-over.js';
import { leaf, type NextStep, type Requirement } from './verdict.js';

/** The text that was accepted. */
export interface AcceptedText {
  at: string;
  /** Hash of the normative text; null where no head was known. */
  text: string | null;
}

/** A text that differs from the accepted one, and that somebody who may has confirmed. */
export interface ConfirmedText {
  text: string;
  commit: string;
  by: Who;
  at: string;
}

/**
 * The state with the text that it was accepted with, where a step accepted it. What came back without a decision, as by the
 * withdrawal of a veto, stays accepted with the text of that time. What was taken over is accepted with the text on which
 * that was confirmed: on which it was before, nobody knows.
 * @param by `decision` where one ended so, whose text it then is; `word` where somebody only said that it was accepted
 */
export function accepting(
  before: SubjectState,
  after: SubjectState,
  by: 'decision' | 'word',
  now: AcceptedText,
): SubjectState {
  const isAccepted = (state: SubjectState): boolean => state.status === 'accepted' && !isUnconfirmed(state);
  if (isAccepted(before) || !isAccepted(after)) return after;
  return by === 'word' && before.accepted ? after : { ...after, accepted: now };
}

/** Whether the text at a head is not the one that was accepted, and nobody has confirmed it. Only of what is accepted. */
export function isTextChanged({ status, accepted, confirmedTexts }: SubjectState, text: string | null): boolean {
  if (!accepted || !['accepted', 'final'].includes(status) || text === null || text === accepted.text) return false;
  return confirmedTexts.every((confirmed) => confirmed.text !== text);
}

/** What is to be said of a text that is not the one that was accepted; nothing where it is, or where the rules only observe. */
export function acceptanceText({ rules }: Rules, state: SubjectState): Requirement[] {
  const { accepted, head, confirmedTexts } = state;
  const { mode } = rules['acceptance-text'];
  if (mode === 'observe' || !accepted || !head || !['accepted', 'final'].includes(state.status)) return [];
  const base = { rule: 'acceptance-text' as const, name: 'Changed since acceptance' };
  if (isTextChanged(state, head.normative)) {
    return [
      leaf({
        ...base,
        held: mode === 'enforce' ? 'failed' : 'open',
        says: `The text at ${head.commit.slice(0, 7)} is not the one that was accepted on ${inShort(accepted.at)}.`,
        next: 'confirms the change with `/sep confirm`; what was accepted, put back, needs no word.',
      }),
    ];
  }
  const confirmed = confirmedTexts.findLast(({ text }) => text === head.normative);
  if (head.normative === accepted.text || !confirmed) return [];
  const says = `${confirmed.by.login} confirmed the text of ${confirmed.commit.slice(0, 7)} on ${inShort(confirmed.at)}.`;
  return [leaf({ ...base, held: 'held', says, next: null })];
}

/** Whom a changed text waits for. */
export const CONFIRMS: Pick<NextStep, 'who' | 'people'> = {
  who: 'The sponsor or one of the core, and no author,',
  people: [],
};
