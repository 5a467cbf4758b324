import type { Facts } from '../facts/facts.js';
import { moveKey } from '../judge/moves.js';
import type { Verdict } from '../judge/verdict.js';
import type { Write } from './write.js';

/**
 * Closes the pull request of a proposal that rests, and opens that of a revived one. Each move is carried out once:
 * whoever closes it or opens it again afterwards has their reasons, and is not worked against.
 */
export function moves({ pull, ledger, published }: Facts, { state }: Verdict, intend: (key: string) => void): Write[] {
  const key = moveKey(state);
  const to = state.moves.at(-1)?.to;
  if (key === null || pull.state === 'merged' || pull.state === to) return [];
  const announced = ledger.findIndex((line) => line.kind === 'intent' && line.key === key);
  const isDone = announced >= 0 && ledger.slice(announced).some((line) => line.kind === 'pull');
  if (isDone || published.refused.has(key)) return [];
  if (to === 'closed') {
    intend(key);
    return [{ kind: 'close', key }];
  }
  if (!pull.hasBranch) return [];
  intend(key);
  return [{ kind: 'reopen', key }];
}
