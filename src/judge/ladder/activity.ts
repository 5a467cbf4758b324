import type { LineBody } from '../../ledger/lines.js';
import { loginKey, type LadderStanding } from '../../people/index.js';
import type { RuleId, Rules } from '../../rules/schema.js';
import { isBefore } from '../instants.js';
import { monthsBefore, quietMonths } from './quiet.js';
import type { IssueState } from './state.js';

/** A ledger as it holds; `issue` is its fold where it is that of an issue. */
export interface RecordedLedger {
  number: number;
  lines: readonly LineBody[];
  issue: { state: IssueState } | null;
}

/** Something that somebody said: GitHub's time, and the number of where it was. */
interface Word {
  at: string;
  number: number;
}

/** What a record shows of what people did. */
export interface RecordedActivity {
  /** The last word of everybody who said anything, by the id of the account. */
  last: ReadonlyMap<number, Word>;
  /** The ids under which somebody spoke, by lower-cased login. */
  ids: ReadonlyMap<string, ReadonlySet<number>>;
  /** Whom somebody has sponsored, by the id of their account: issue and nominee. */
  endorsed: ReadonlyMap<number, readonly { number: number; nominee: string }[]>;
  /** How many ledgers were looked at, and the instant of the first line of all. */
  ledgers: number;
  since: string | null;
}

/** Somebody who may be inactive by a rule. */
export interface MaybeInactive {
  login: string;
  rule: RuleId;
  /** What they hold, in words: `maintainer`, `member of kettles`. */
  holds: string;
  months: number;
  /** Their last word in the record; null where it has none. */
  last: Word | null;
}

/**
 * Reads off a record who said what when.
 * @param pins the account that each login had at first sight, by lower-cased login
 */
export function recordedActivity(
  ledgers: readonly RecordedLedger[],
  pins: ReadonlyMap<string, { id: number }>,
): RecordedActivity {
  const last = new Map<number, Word>();
  const ids = new Map<string, Set<number>>();
  const endorsed = new Map<number, { number: number; nominee: string }[]>();
  const meet = (login: string, id: number): unknown =>
    ids.set(loginKey(login), (ids.get(loginKey(login)) ?? new Set()).add(id));
  for (const [login, { id }] of pins) meet(login, id);
  for (const { number, lines, issue } of ledgers) {
    for (const line of lines) {
      if (line.kind !== 'act') continue;
      const { id, login } = line.by;
      meet(login, id);
      last.set(id, later(last.get(id), { at: line.at, number }));
    }
    const nomination = issue?.state.nomination;
    if (!nomination) continue;
    const sponsored = { number, nominee: nomination.nominee.login };
    for (const { by } of nomination.endorsements) endorsed.set(by.id, [...(endorsed.get(by.id) ?? []), sponsored]);
  }
  const [since = null] = ledgers.flatMap(({ lines }) => lines.map(({ at }) => at)).toSorted();
  return { last, ids, endorsed, ledgers: ledgers.length, since };
}

const later = (one: Word | undefined, other: Word): Word => (one && !isBefore(one.at, other.at) ? one : other);

/** The ids of a person's accounts: the roster's, or those under which their logins were seen. */
function idsOf({ person, login }: LadderStanding, { ids }: RecordedActivity): readonly number[] {
  const { ids: given, logins } = person ?? { ids: [], logins: [login] };
  return given.length > 0 ? given : logins.flatMap((own) => [...(ids.get(loginKey(own)) ?? [])]);
}

/** The last word of a person in the record; null where there is none. */
const lastOf = (standing: LadderStanding, activity: RecordedActivity): Word | null =>
  idsOf(standing, activity)
    .flatMap((id) => activity.last.get(id) ?? [])
    .reduce<Word | null>((latest, word) => later(latest ?? undefined, word), null);

/** Whom a person has sponsored. */
export const endorsedBy = (
  standing: LadderStanding,
  activity: RecordedActivity,
): { number: number; nominee: string }[] => idsOf(standing, activity).flatMap((id) => activity.endorsed.get(id) ?? []);

/**
 * Who has said nothing in the record for as long as the rules name: by their place on the ladder, and by each place as a WG
 * member or lead. It is a question to be asked, and never an answer: the record holds words to Convenor alone. Where the
 * record is younger than the time, it cannot tell, and nobody is named.
 * @param today `YYYY-MM-DD`
 */
export function maybeInactive(
  standings: readonly LadderStanding[],
  activity: RecordedActivity,
  rules: Rules,
  today: string,
): MaybeInactive[] {
  return standings.flatMap((standing) => {
    const last = lastOf(standing, activity);
    const isQuiet = (time: number, from: string | null): boolean => {
      const limit = monthsBefore(today, time);
      const isYoung = activity.since === null || activity.since.slice(0, 10) > limit;
      return !isYoung && (from ?? '') <= limit && (last === null || last.at.slice(0, 10) <= limit);
    };
    const time = quietMonths('everything', standing.role, rules);
    const group = rules.rules['group-inactivity'].months;
    return [
      ...(time !== null && isQuiet(time, standing.since)
        ? [{ login: standing.login, rule: 'ladder-inactivity' as const, holds: standing.role, months: time, last }]
        : []),
      ...standing.places.flatMap(({ group: { slug }, level, since }) =>
        (level === 'member' || level === 'lead') && isQuiet(group, since)
          ? [
              {
                ...{ login: standing.login, rule: 'group-inactivity' as const, months: group, last },
                holds: `${level} of ${slug}`,
              },
            ]
          : [],
      ),
    ];
  });
}
