import type { Facts } from '../facts/facts.js';
import { marked } from '../facts/texts.js';
import { openDecision, type Decision } from '../judge/state.js';
import type { Verdict } from '../judge/verdict.js';
import type { Who } from '../ledger/lines.js';
import type { Write } from './write.js';
import { words } from '../templates/index.js';

const WHAT: Partial<Record<Decision['form'], string>> = {
  consensus: 'If it is, write `/block <name>` with the objection and what would meet it.',
  vote: 'If it is, write `/vote no` with a reason.',
  core: 'If it is, write `/core reject` with a reason.',
};

/**
 * What is asked of who requested changes by a review while a decision is open: once of each person, in the first look
 * that finds it. A question that somebody took away is not asked again.
 */
export function questions(facts: Facts, { state }: Verdict, intend: (key: string, people: Who[]) => void): Write[] {
  const open = openDecision(state);
  const what = open ? WHAT[open.form] : undefined;
  if (!open || what === undefined || facts.pull.state !== 'open') return [];
  const made = new Set(facts.ledger.flatMap((line) => (line.kind === 'made' ? [line.key] : [])));
  return open.questions.flatMap(({ by, url, source }): Write[] => {
    const marker = `question:${source}`;
    if (facts.published.posts.has(marker) || made.has(marker)) return [];
    intend(marker, [by]);
    const body = words('question', { who: `@${by.login}`, url, decision: open.id, what }, facts.governing.templates);
    return [{ kind: 'comment', marker, body: marked(marker, body) }];
  });
}
