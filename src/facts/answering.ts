import { review } from '../commands/review.js';
import { REVIEWED } from '../commands/review-given.js';
import type { RawReview } from '../github/queries/fragments.js';
import { sha256 } from '../ledger/chain.js';
import { REVIEW_ANSWERS, type LineBody } from '../ledger/lines.js';
import type { Said } from './facts.js';
import { accountOf } from './texts.js';

/**
 * The reviews by which people who were asked with `/review` have answered: the first of each since they were asked, whatever
 * it says. It has no words that could be answered.
 */
export function saidByAnswering(reviews: readonly RawReview[], lines: readonly LineBody[]): Said[] {
  const asks = lines.flatMap((line) =>
    line.kind === 'act' && line.command === review.name
      ? line.mentions.flatMap(({ account }) => (account ? [{ id: account.id, at: Date.parse(line.at) }] : []))
      : [],
  );
  const submitted = reviews
    .flatMap(({ id, url, body, author, submittedAt: at, commit }) => {
      const by = accountOf(author);
      return by && !by.isBot && at !== null ? [{ id, url, body, by, at, commit }] : [];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const answers = asks.flatMap(
    (ask) => submitted.find(({ by, at }) => by.id === ask.id && Date.parse(at) >= ask.at) ?? [],
  );
  return [...new Set(answers)].map(({ id, url, body, by, at, commit }) => ({
    ...{ command: REVIEWED.name, args: [], text: '', problem: null },
    ...{ at, by, commit: commit?.oid ?? null },
    source: { kind: 'review', id, index: REVIEW_ANSWERS, url, sha256: sha256(body) },
  }));
}
