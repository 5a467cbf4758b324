import type { Facts } from '../../facts/facts.js';
import { marked } from '../../facts/texts.js';
import type { JudgedAct } from '../../judge/state.js';
import type { Verdict } from '../../judge/verdict.js';
import { isWordless } from '../../ledger/lines.js';
import type { Write } from '../write.js';
import { answerTo } from './question.js';
import { isAnswered, replyBody } from './reply.js';

/**
 * A reaction for each comment that held commands, 👍 or 😕, and one reply where any of them asked something or was
 * refused.
 * @param gone markers of what somebody took away: it is not made again
 * @param intend announces a creation
 */
export function answers(
  facts: Facts,
  verdict: Verdict,
  gone: ReadonlySet<string>,
  intend: (key: string) => void,
): Write[] {
  const bySource = new Map<string, JudgedAct[]>();
  for (const judged of verdict.state.acts) {
    const { id } = judged.act.source;
    if (!isWordless(judged.act.source)) bySource.set(id, [...(bySource.get(id) ?? []), judged]);
  }
  return [...bySource].flatMap(([id, acts]): Write[] => {
    const writes: Write[] = [];
    const content = acts.some(({ outcome }) => !outcome.taken) ? 'CONFUSED' : 'THUMBS_UP';
    if (!facts.published.reactions.get(id)?.has(content)) writes.push({ kind: 'react', nodeId: id, content });
    const answered = acts.filter(isAnswered);
    const marker = `reply:${id}`;
    if (answered.length > 0 && !facts.published.posts.has(marker) && !gone.has(marker)) {
      intend(marker);
      writes.push({
        kind: 'comment',
        marker,
        body: marked(
          marker,
          replyBody(answered, facts.governing, (question) => answerTo(question, facts, verdict)),
        ),
      });
    }
    return writes;
  });
}
