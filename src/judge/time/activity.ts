import type { Facts } from '../../facts/facts.js';
import type { LineBody, LineOf, Who } from '../../ledger/lines.js';
import { latest } from '../instants.js';

/** What a look knows of what people did: the conversation as GitHub has it, and the ledger. */
export interface Doings {
  activity: Facts['activity'];
  lines: readonly LineBody[];
  /** The ids of all accounts of an account's person. */
  idsOf: (id: number) => readonly number[];
  /** Who opened the pull request; null for a ghost. */
  author: Who | null;
}

/**
 * When a person last commented, reviewed, pushed or wrote a command here; null where they never did. A push is of whose
 * commit it is by GitHub, and of the author where that is nobody known; it is dated at the look that saw it first.
 */
export function lastOf(doings: Doings, id: number): string | null {
  const ids = doings.idsOf(id);
  const isTheirs = (who: Who | null): boolean => who !== null && ids.includes(who.id);
  const seen = doings.lines.flatMap((line): string[] => {
    if (line.kind === 'act') return isTheirs(line.by) ? [line.at] : [];
    return line.kind === 'head-seen' && isTheirs(pusherOf(line, doings.author)) ? [line.at] : [];
  });
  return latestOf([...ids.map((one) => doings.activity.get(one)?.last ?? null), ...seen]);
}

/** When anybody last did. */
export function lastOfAll({ activity, lines }: Doings): string | null {
  const seen = lines.flatMap((line) =>
    line.kind === 'act' || (line.kind === 'head-seen' && !line.pushedBy.isBot) ? [line.at] : [],
  );
  return latestOf([...[...activity.values()].map(({ last }) => last), ...seen]);
}

const pusherOf = ({ pushedBy }: LineOf<'head-seen'>, author: Who | null): Who | null =>
  pushedBy.isBot ? null : (pushedBy.who ?? author);

function latestOf(instants: readonly (string | null)[]): string | null {
  const [first, ...others] = instants.filter((at) => at !== null);
  return first === undefined ? null : latest(first, ...others);
}
