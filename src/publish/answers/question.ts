import type { Facts } from '../../facts/facts.js';
import type { Question } from '../../judge/state.js';
import type { Verdict } from '../../judge/verdict.js';
import { documentAnswer } from './document.js';
import { groupAnswer } from './group.js';
import { ladderAnswer } from './ladder.js';
import { helpAnswer } from './help.js';
import { standingAnswer } from './standing.js';

/** The answer to a question, from the verdict of the look that gives it. Markdown; whom it names, it does not call. */
export function answerTo(question: Question, facts: Facts, verdict: Verdict): string {
  switch (question.about) {
    case 'help':
      return helpAnswer(question.command, facts.governing);
    case 'document':
      return documentAnswer(facts, verdict);
    case 'standing':
      return standingAnswer(facts, verdict);
    case 'group':
      return groupAnswer(question.slug, facts);
    case 'ladder':
      return ladderAnswer(question, facts);
  }
}
