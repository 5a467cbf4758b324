import type { Facts } from '../../facts/facts.js';
import type { LineOf } from '../../ledger/lines.js';

/**
 * Announced reminders and warnings that a look sees on GitHub for the first time. They are written down for their own
 * sake: whoever deletes one shall not get it again, and a warning counts only once it was there to be read.
 */
export function seenOnGitHub({ ledger, published, now }: Facts): LineOf<'made'>[] {
  const made = new Set(ledger.flatMap((line) => (line.kind === 'made' ? [line.key] : [])));
  return ledger.flatMap((line): LineOf<'made'>[] => {
    if (line.kind !== 'intent' || !isPrompt(line.key)) return [];
    return !made.has(line.key) && published.posts.has(line.key) ? [{ kind: 'made', at: now, key: line.key }] : [];
  });
}

/** Whether what was made under a key is written down at once; everything else waits for the next lines. */
export const isPrompt = (key: string): boolean => /^(remind|warn):/.test(key);
