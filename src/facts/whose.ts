/** A SEP file that a pull request adds, as far as it tells whose it is. */
export interface Claimant {
  /** Of its name; null where it has none or a placeholder. */
  number: number | null;
  /** Whether it has a preamble, or may have one for all that is known. */
  isProposal: boolean;
}

/** The proposals among SEP files: those with a preamble, and where none has one, all of them. */
export const proposalsAmong = <File extends Claimant>(all: readonly File[]): readonly File[] =>
  all.some(({ isProposal }) => isProposal) ? all.filter(({ isProposal }) => isProposal) : all;

/**
 * The file that is a pull request's own proposal: the one that carries its number, else the first without a number, else
 * the first whose number no other open proposal has; null where all belong to others.
 * @param open the numbers of other open proposals
 */
export function ownAmong<File extends Claimant>(
  all: readonly File[],
  pull: number,
  open: ReadonlySet<number>,
): File | null {
  const real = proposalsAmong(all);
  return (
    real.find(({ number }) => number === pull) ??
    real.find(({ number }) => number === null) ??
    real.find(({ number }) => number !== null && !open.has(number)) ??
    null
  );
}
