import { commandNamed } from '../commands/registry.js';
import type { Facts, Said } from '../facts/facts.js';
import type { Who } from '../ledger/lines.js';

/** A merged proposal whose place this one takes. */
export interface Superseded {
  number: number;
  by: Who;
  at: string;
}

/** Why the merged proposal that something said names cannot be meant; null where it can, or where none is named. */
export function notMerged({ command, args }: Pick<Said, 'command' | 'args'>, { surroundings }: Facts): string | null {
  const number = commandNamed(command)?.namesMerged?.(args) ?? null;
  if (number === null || surroundings.library.relations.has(number)) return null;
  return (
    `\`/${command}\` names a merged proposal, and no SEP-${number} is merged. Where it is still open, the core writes ` +
    `\`/${command} by <number>\` on its own pull request.`
  );
}
