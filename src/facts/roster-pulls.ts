/** The branch of Convenor's own on which the roster gets what was decided in an issue. */
export const rosterBranch = (number: number): string => `convenor/ladder-${number}`;

/** The number of the issue whose decision a branch brings into the roster; null for any other branch. */
export function carriesOut(branch: string | null): number | null {
  const number = /^convenor\/ladder-(\d{1,10})$/.exec(branch ?? '')?.[1];
  return number === undefined ? null : Number(number);
}
