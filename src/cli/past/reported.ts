import { toConfirm } from '../../judge/taken-over.js';
import type { TakeOver } from '../../judge/take-over.js';
import type { ConflictCode } from '../../ledger/lines.js';
import type { Rules } from '../../rules/index.js';

/** What becomes of a pull request when Convenor comes, with all that is to be said of it, as `--json` prints it. */
export interface Reported {
  pull: number;
  /** Null where nobody has told it. */
  title: string | null;
  /**
   * `taken-over`: it gets the first lines of its ledger. `begun`: it has a ledger. `merged`: it is taken from the default
   * branch. `closed`: it is left alone. `companion`: it travels with another one. `other`: it brings no proposal.
   */
  is: 'taken-over' | 'begun' | 'merged' | 'closed' | 'companion' | 'other';
  /** What is to be said of that, in a sentence; null where nothing is. */
  says: string | null;
  /** Null where no state is taken from the evidence. */
  status: TakeOver['status'] | null;
  /** Login of who is named as sponsor. */
  sponsor: string | null;
  evidence: TakeOver['evidence'];
  conflicts: TakeOver['conflicts'];
  /** What people should do, in sentences. */
  next: string[];
}

/** A pull request of which nothing but that is to be said. */
export const plainly = (pull: number, title: string | null, is: Reported['is'], says: string): Reported => ({
  ...{ pull, title, is, says },
  ...{ status: null, sponsor: null, evidence: [], conflicts: [], next: [] },
});

/** One that is taken over, or would be. */
export function takenOver(pull: number, title: string | null, taken: TakeOver, rules: Rules): Reported {
  const { who, what } = toConfirm(taken, rules);
  const { status, sponsor, evidence, conflicts } = taken;
  const next = [`${who} ${what}`, ...conflicts.flatMap(({ code }) => adviceOn(code, taken) ?? [])];
  return {
    ...{ pull, title, is: 'taken-over', says: null },
    ...{ status, sponsor: sponsor?.login ?? null, evidence, conflicts, next },
  };
}

/** What to do about a contradiction, beside confirming the state; null where that settles it. */
function adviceOn(code: ConflictCode, { status, sponsor }: TakeOver): string | null {
  switch (code) {
    case 'two-states':
      return `Somebody takes off the labels that do not say ${status}.`;
    case 'file-and-label':
      return 'The author brings the file up to date once the state is confirmed; Convenor offers the edit.';
    case 'file-alone':
      return 'Where the file is right, the core says so with `/sep status <state>`.';
    case 'sponsor-may-not':
      return `Where ${sponsor?.login ?? 'somebody'} is to sponsor, the roster or the list of maintainers says that they may.`;
    case 'sponsors-differ':
    case 'several-assignees':
      return 'Whichever of them writes `/sep sponsor` first is the sponsor.';
    case 'sponsor-is-author':
      return 'The rules let an author sponsor who may; whether somebody else should is for the maintainers to say.';
    case 'no-sponsor':
    case 'sponsored-proposal':
      return null;
  }
}
