import { isBefore, plusDays } from '../instants.js';
import type { SubjectState } from '../state.js';

/** What somebody said last of being away, wherever in the repository they said it. */
export interface Away {
  login: string;
  at: string;
  /** The last day of it, `YYYY-MM-DD` in UTC; null where they are back. */
  until: string | null;
}

/** By id of account. */
export type AwayList = ReadonlyMap<number, Away>;

/** A word of that, and whose it is. */
export interface AwayWord extends Away {
  id: number;
}

/** Nobody is away for more days by one word, so that a word of long ago need not be kept. */
export const LONGEST_ABSENCE = 366;

/** What people said of being away on one proposal, in order. */
export const awayWords = ({ acts }: SubjectState): AwayWord[] =>
  acts.flatMap(({ act, outcome }): AwayWord[] => {
    const isWord = act.command === 'away' || act.command === 'back';
    if (!isWord || !outcome.taken) return [];
    return [{ ...act.by, at: act.at, until: act.command === 'away' ? (act.args[0] ?? null) : null }];
  });

/**
 * A list with further words in it: of each person the latest word counts, in whatever order words are put in, and however
 * often. Words that can say nothing any more are left out.
 * @param today the day, `YYYY-MM-DD` in UTC
 */
export function withWords(list: AwayList, words: readonly AwayWord[], today: string): Map<number, Away> {
  const counts = ({ at }: Away): boolean => !isBefore(plusDays(at, LONGEST_ABSENCE), `${today}T00:00:00Z`);
  const merged = new Map([...list].filter(([, away]) => counts(away)));
  for (const { id, ...away } of words) {
    const before = merged.get(id);
    if (counts(away) && (!before || !isBefore(away.at, before.at))) merged.set(id, away);
  }
  return merged;
}

/** The last day on which a person is away on a day (`YYYY-MM-DD`), by the id of one of their accounts; null where they are here. */
export type Absence = (id: number, day: string) => string | null;

/**
 * Who is away by a list.
 * @param idsOf the ids of all accounts of an account's person: the latest word counts, whichever said it
 */
export const absenceBy =
  (list: AwayList, idsOf: (id: number) => readonly number[]): Absence =>
  (id, day) => {
    const words = idsOf(id).flatMap((one) => list.get(one) ?? []);
    const [last] = words.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    return last?.until != null && last.until >= day ? last.until : null;
  };
