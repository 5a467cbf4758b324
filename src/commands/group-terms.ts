import type { LineOf } from '../ledger/lines.js';
import type { Reading } from './command.js';
import { quoted } from './quoted.js';
import { readUntil } from './until.js';

type Declared = NonNullable<LineOf<'opens'>['breaking']>;

const isDeclaration = (word: string): word is Declared => word === 'breaking' || word === 'compatible';

/** What a lead declares in the arguments that open a decision of the group; null where they declare nothing. */
export const declaredIn = (args: readonly string[]): Declared | null => args.find(isDeclaration) ?? null;

/**
 * Reads what stands behind the kind of a consensus or a vote: `[until YYYY-MM-DD] [breaking|compatible]`, in any order.
 * @param kind the first argument, as read
 */
export function readTerms(kind: string, words: readonly string[], usage: string): Reading {
  const { until, others, problem } = readUntil(words);
  if (problem !== null) return { ok: false, problem: `${problem} Write \`${usage}\`.` };
  if (others.length > 1 || others.some((word) => !isDeclaration(word))) {
    return { ok: false, problem: `does not know ${quoted(others.join(' '))}. Write \`${usage}\`.` };
  }
  return { ok: true, args: [kind, ...others, ...(until === null ? [] : [until])] };
}
