import type { LineBody } from '../../ledger/lines.js';
import { loginKey, type LadderStanding } from '../../people/index.js';
import type { RuleId, Rules } from '../../rules/schema.js';
import { monthsBefore, quietMonths } from './quiet.js';
import type { IssueState } from './state.js';

/** A ledger as it holds; `issue` is its fold where it is that of an issue. */
export interface RecordedLedger {
  number: number;
  lines: readonly LineBody[];
  issue: { state: IssueState } | null;
}

/** What a record shows of one account. */
interface Trace {
  /** The last word, by GitHub's time, and the number of where it was said. */
  last: { at: string; number: number };
}

/** What a record shows of what people did. */
export interface RecordedActivity {
  /** Everybody who said anything, by the id of the account. */
  traces: ReadonlyMap<number, Trace>;
  /** The ids under which somebody spoke, by lower-cased login. */
  ids: ReadonlyMap<string, readonly number[]>;
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
  last: Trace['last'] | null;
}

/**
 * Reads off a record who said what when.
 * @param pins the account that each login had at first sight, by lower-cased login
 */
export function recordedActivity(
  ledgers: readonly RecordedLedger[],
  pins: ReadonlyMap<string, { id: number }>,
): RecordedActivity {
  const traces = new Map<number, Trace>();
  const ids = new Map<string, number[]>([...pins].map(([login, { id }]) => [login, [id]]));
  const endorsed = new Map<number, { number: number; nominee: string }[]>();
  let since: string | null = null;
  for (const { number, lines, issue } of ledgers) {
    for (const line of lines) {
      if (since === null || line.at < since) since = line.at;
      if (line.kind !== 'act') continue;
      const { id, login } = line.by;
      const known = ids.get(loginKey(login)) ?? [];
      if (!known.includes(id)) ids.set(loginKey(login), [...known, id]);
      const before = traces.get(id);
      if (!before || Date.parse(before.last.at) < Date.parse(line.at))
        traces.set(id, { last: { at: line.at, number } });
    }
    const nomination = issue?.state.nomination;
    for (const { by } of nomination?.endorsements ?? []) {
      endorsed.set(by.id, [...(endorsed.get(by.id) ?? []), { number, nominee: nomination?.nominee.login ?? '' }]);
    }
  }
  return { traces, ids, endorsed, ledgers: ledgers.length, since };
}

/** The ids of a person's accounts: the roster's, or those under which their logins were seen. */
const idsOf = ({ person, login }: LadderStanding, { ids }: RecordedActivity): readonly number[] => {
  const given = person?.ids ?? [];
  return given.length > 0 ? given : (person?.logins ?? [login]).flatMap((own) => ids.get(loginKey(own)) ?? []);
};

/** The last word of a person in the record; null where there is none. */
function lastOf(standing: LadderStanding, activity: RecordedActivity): Trace['last'] | null {
  const all = idsOf(standing, activity).flatMap((id) => activity.traces.get(id)?.last ?? []);
  return all.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null;
}

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
    const inGroups = standing.places.filter(({ level }) => level === 'member' || level === 'lead');
    const group = rules.rules['group-inactivity'].months;
    return [
      ...(time !== null && isQuiet(time, standing.since)
        ? [{ login: standing.login, rule: 'ladder-inactivity' as const, holds: standing.role, months: time, last }]
        : []),
      ...inGroups
        .filter(({ since }) => isQuiet(group, since))
        .map(({ group: { slug }, level }) => ({
          ...{ login: standing.login, rule: 'group-inactivity' as const, months: group, last },
          holds: `${level ?? 'member'} of ${slug}`,
        })),
    ];
  });
}
