import type { Said } from '../messages.js';
import type { Path } from '../source.js';

/** Two things that the rules say and that cannot both hold. */
export interface Contradiction extends Said {
  /** The other places that it is about; the one that the repository's own file speaks of is shown. */
  also?: readonly Path[];
}

/** Makes one; the code's first part is always `rules/`. */
export const contradiction = (
  code: string,
  path: Path,
  message: string,
  also: readonly Path[] = [],
): Contradiction => ({
  code: `rules/${code}`,
  path,
  message,
  also,
});

/** The entries that stand more than once, each with the positions of its repetitions. */
export function repeated(entries: readonly string[]): { entry: string; at: number }[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, at) => {
    if (seen.has(entry)) return [{ entry, at }];
    seen.add(entry);
    return [];
  });
}
