import type { Facts } from '../facts/facts.js';
import type { LineOf } from '../ledger/lines.js';

/**
 * Since when people without write access cannot speak, or can again, as far as the ledger does not have it yet. Only of
 * an open pull request: the conversations of old ones are locked by the hundred, and nothing there waits for words.
 */
export function mutedLines({ pull, ledger, archived }: Facts): LineOf<'muted'>[] {
  if (pull.state !== 'open') return [];
  const written = new Set(ledger.flatMap((line) => (line.kind === 'muted' ? [keyOf(line)] : [])));
  const locks = pull.locks.map(({ at, locked }) => ({ kind: 'muted', at, muted: locked, by: 'lock' }) as const);
  const spans = archived.filter(({ to }) => Date.parse(to) > Date.parse(pull.createdAt));
  const archives = spans.flatMap(({ from, to }) => {
    const begins = { kind: 'muted', at: from, muted: true, by: 'archive' } as const;
    // Who saw it first says how long it was.
    return written.has(keyOf(begins)) ? [] : [begins, { ...begins, at: to, muted: false }];
  });
  return [...locks.filter((line) => !written.has(keyOf(line))), ...archives];
}

const keyOf = ({ at, muted, by }: LineOf<'muted'>): string => `${by} ${at} ${muted}`;
