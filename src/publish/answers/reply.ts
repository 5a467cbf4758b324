import type { Facts } from '../../facts/facts.js';
import type { ActOutcome, JudgedAct, Question } from '../../judge/state.js';
import { plain, shortened, unmentionedButCode } from '../escape.js';
import { LONGEST, words, type Words } from '../../templates/index.js';

const TOO_LONG = 'This answer has no room beside the others. Write the command into a comment of its own.';

/** What a question is answered with, as Markdown. */
export type Answer = (question: Question) => string;

/** What a reply says to one command, which it quotes so that a later reader can follow. */
type Part = Words<'reply'>['parts'][number];

/** Whether an act is one that a reply speaks of: one that asks something, or one that is refused and was not before. */
export const isAnswered = ({ outcome }: JudgedAct): boolean =>
  outcome.taken ? outcome.asks !== undefined : outcome.repeated !== true;

/**
 * One reply for all that was asked and refused in one comment, in its order; what is the same is said once.
 * @param acts those of the comment that {@link isAnswered}
 */
export function replyBody(acts: readonly JudgedAct[], governing: Facts['governing'], answer: Answer): string {
  const parts = new Map<string, Part>();
  let room = LONGEST;
  for (const judged of acts) {
    const part = partOf(judged, governing, answer);
    const key = JSON.stringify(part);
    if (parts.has(key)) continue;
    const fits = key.length <= room;
    parts.set(key, fits ? part : { ...part, answer: part.answer && TOO_LONG });
    room -= fits ? key.length : TOO_LONG.length;
  }
  return words('reply', { parts: [...parts.values()] }, governing.templates);
}

function partOf({ act, outcome }: JudgedAct, governing: Facts['governing'], answer: Answer): Part {
  const line = plain(shortened(`/${act.command} ${act.args.join(' ')}`));
  return outcome.taken
    ? { line, answer: outcome.asks ? answer(outcome.asks) : '', refusal: null }
    : { line, answer: null, refusal: refusalOf(outcome, governing) };
}

function refusalOf(
  { rule, why, next }: Extract<ActOutcome, { taken: false }>,
  governing: Facts['governing'],
): Part['refusal'] {
  const { rules } = governing.rules;
  const clause = rule in rules ? rules[rule as keyof typeof rules] : null;
  return {
    why: unmentionedButCode(why),
    next: unmentionedButCode(next),
    rule: clause ? `\`${rule}\`. ${clause.says}` : `\`${rule}\`.`,
  };
}
