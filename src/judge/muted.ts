import type { Facts, PullFacts } from '../facts/facts.js';
import type { LineBody, LineOf } from '../ledger/lines.js';
import { isBefore, plusMinutes } from './instants.js';
import type { Play } from './play.js';

/**
 * Since when people without write access cannot speak, or can again, as far as the ledger does not have it yet. Only of
 * an open pull request: the conversations of old ones are locked by the hundred, and nothing there waits for words.
 */
export function mutedLines({
  pull,
  ledger,
  archived,
}: Pick<Facts, 'ledger' | 'archived'> & {
  pull: Pick<PullFacts, 'state' | 'locks' | 'createdAt'>;
}): LineOf<'muted'>[] {
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

/** What a deadline brings on is there to be read within this time: looks run at deadlines, and sweeps beside them. */
const SOON_MINUTES = 60;

/**
 * The time in which a decision was open that nobody asked for, or could be recalled, and nobody was told of it, because no
 * look has found the deadline before it: from then to this look. It is given back, so that no window has passed before
 * anybody could read of it. What somebody opens by a word stands in the conversation, whoever looks.
 * @param play what the fold comes to; of what it emits nothing is written yet, and who writes it first says how long that was
 */
export function unseenLines({ now }: Facts, { emitted, state }: Pick<Play, 'emitted' | 'state'>): LineOf<'muted'>[] {
  const isRecallable = (id: string): boolean => state.decisions.find((one) => one.id === id)?.recallUntil != null;
  const isBrought = (line: LineBody): boolean =>
    (line.kind === 'opens' && (line.cause === null || line.form === 'veto-window')) ||
    (line.kind === 'closes' && isRecallable(line.decision));
  const isUnseen = (line: LineBody): boolean => isBrought(line) && isBefore(plusMinutes(line.at, SOON_MINUTES), now);
  const first = emitted.find(isUnseen);
  if (!first) return [];
  const begins = { kind: 'muted', at: first.at, muted: true, by: 'unseen' } as const;
  return [begins, { ...begins, at: now, muted: false }];
}

/**
 * The time in which somebody could have spoken in an issue and nobody was told of it, because no look has found what was
 * opened there before: it came from another repository, or nothing looked. It is given back as well, since who may object
 * is called by what Convenor shows, and who is asked something by its comment.
 */
export function unseenOpening(now: string, emitted: readonly LineBody[]): LineOf<'muted'>[] {
  const opening = emitted.find((line) => line.kind === 'nomination' && line.deadline !== null);
  if (!opening || !isBefore(plusMinutes(opening.at, SOON_MINUTES), now)) return [];
  const begins = { kind: 'muted', at: opening.at, muted: true, by: 'unseen' } as const;
  return [begins, { ...begins, at: now, muted: false }];
}

const keyOf = ({ at, muted, by }: LineOf<'muted'>): string => `${by} ${at} ${muted}`;
