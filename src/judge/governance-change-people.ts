import {
  entryOf,
  loginKey,
  organizationsIn,
  ROLES,
  sameOrganization,
  type PersonRecord,
  type ReadSources,
} from '../people/index.js';
import { personInWords } from '../rules/words.js';
import { endInWords, FOREVER, insteadOf, longer, named, type Move, type Sides } from './governance-change-move.js';
import { placeChanges } from './governance-change-places.js';
import { sideOn, type Side } from './governance-change-side.js';
import { change, type Change, type Place } from './governance-change-verdict.js';

/** Days to come on which the files say something new; more than these are not looked at one by one. */
const MOST_DAYS = 24;

/**
 * Who would gain or lose what: places on the ladder, in groups and their quorum bodies, moderators; whose terms and
 * organisations would change; whose accounts would count as one. A roster can name a day to come, so the days on which
 * it says something new are looked at, too.
 */
export function peopleChanges(
  before: ReadSources,
  after: ReadSources,
  today: string,
): { changes: Change[]; days: number } {
  const days = daysToCome([before, after], today);
  const known = new Set<string>();
  const changes = [today, ...days.slice(0, MOST_DAYS)].flatMap((day) => {
    const sides = { before: sideOn(before, day), after: sideOn(after, day), isToday: day === today };
    // What was told of an earlier day goes on, in whatever words.
    const keys = onDay({ ...sides, isToday: true }).map(keyOf);
    const fresh = onDay(sides).filter((_, index) => !known.has(keys[index] ?? ''));
    for (const key of keys) known.add(key);
    return day === today ? fresh : fresh.map((each) => ({ ...each, from: day }));
  });
  return { changes, days: Math.max(0, days.length - MOST_DAYS) };
}

const keyOf = ({ who, says, logins }: Change): string => JSON.stringify([who, says, logins]);

/** The days after today on which a roster begins or ends something. */
function daysToCome(all: readonly ReadSources[], today: string): string[] {
  const spans = all.flatMap(({ roster }) =>
    (roster?.people ?? []).flatMap(({ roles, groups }) => [...roles, ...groups]),
  );
  const days = spans.flatMap(({ since, until }) => [since ?? '', until === null ? '' : dayBeside(until, 1)]);
  return [...new Set(days)].filter((day) => day > today).sort();
}

/** The day so many days after one, or before it where that is less than none. */
const dayBeside = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function onDay(sides: Sides): Change[] {
  const moves = movesBetween(sides);
  return [
    ...identities(moves),
    ...moves.flatMap((move) => [...standing(move, sides), ...organization(move, sides), ...placeChanges(move, sides)]),
  ];
}

/** Logins, by the person whom they belong to on either side. */
function movesBetween({ before, after }: Sides): Move[] {
  const [old, now] = [byLogin(before), byLogin(after)];
  const moves = new Map<string, Move>();
  for (const login of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(login) ?? null, now.get(login) ?? null];
    const both = [was?.login, is?.login].join();
    moves.set(both, { logins: [...(moves.get(both)?.logins ?? []), login], was, is });
  }
  return [...moves.values()];
}

const byLogin = ({ governance }: Side): Map<string, PersonRecord> =>
  new Map(governance.people.flatMap((person) => person.logins.map((login) => [loginKey(login), person])));

/** Accounts that would be one person's: whatever is said from any of them counts as that person's, once. */
function identities(moves: readonly Move[]): Change[] {
  return moves.flatMap((move): Change[] => {
    const { was, is, logins } = move;
    if (!is) return [];
    const who = named(move);
    const main = moves.filter((other) => other !== move && other.logins.includes(loginKey(is.login)));
    const found = main.map((other) =>
      change('gains', `would count as ${named(other)}: what is said from either account is said by one person.`, {
        who,
        logins,
      }),
    );
    if (was && !logins.includes(loginKey(was.login))) {
      const says = `would count as somebody else than ${was.login}, whose account it has been.`;
      found.push(change('changes', says, { who, logins }));
    }
    return found;
  });
}

/** The ladder, and moderators beside it. */
function standing(move: Move, sides: Sides): Change[] {
  const { was, is, logins } = move;
  const who = named(move);
  const old = was?.role ?? 'contributor';
  const now = is?.role ?? 'contributor';
  const found: Change[] = [];
  if (old !== now) {
    const rises = ROLES.indexOf(now) > ROLES.indexOf(old);
    const at = rises ? placeOf(sides.after, is, 'role', now) : lostAt(sides, move, 'role', old);
    const says = rises
      ? `would ${sides.isToday ? 'become' : 'be'} ${personInWords(now)}; ${insteadOf(sides)} ${personInWords(old)}.`
      : `would no longer be ${personInWords(old)}, but ${personInWords(now)}.`;
    found.push(change(rises ? 'gains' : 'loses', says, { who, logins, at }));
  } else if (was && is) {
    const end = roleEnds(sides.before, was);
    const newEnd = roleEnds(sides.after, is);
    if (end !== newEnd) {
      const at = placeOf(sides.after, is, 'role', now);
      const says = `would be ${personInWords(now)} ${endInWords(newEnd)}; ${insteadOf(sides)} ${endInWords(end)}.`;
      found.push(change(longer(end, newEnd), says, { who, logins, at }));
    }
  }
  if ((was?.moderator ?? false) !== (is?.moderator ?? false)) {
    const gains = is?.moderator === true;
    const at = gains ? placeOf(sides.after, is, 'moderator', '') : lostAt(sides, move, 'moderator', '');
    const says = gains ? 'would become a community moderator.' : 'would no longer be a community moderator.';
    found.push(change(gains ? 'gains' : 'loses', says, { who, logins, at }));
  }
  return found;
}

/** The last day that the roster names for a person's role, terms that follow upon one another being one; null for none. */
function roleEnds({ governance, day }: Side, { logins, role }: PersonRecord): string | null {
  const terms = (entryOf(governance, logins)?.roles ?? []).filter((each) => each.role === role);
  const last = terms
    .toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))
    .reduce(
      (end, { since, until }) => {
        const goesOn = (since ?? '') <= dayBeside(end, 1) && (until ?? FOREVER) > end;
        return goesOn ? (until ?? FOREVER) : end;
      },
      dayBeside(day, -1),
    );
  return last === FOREVER || last < day ? null : last;
}

/** Where a side says something of a person. */
function placeOf(
  { statements }: Side,
  person: PersonRecord | null,
  about: 'role' | 'moderator' | 'organization',
  begins: string,
): Place | null {
  const said =
    person &&
    statements.get(person)?.find((each) => each.about === about && each.holds && each.says.startsWith(begins));
  return said ? { path: said.path, line: said.line, isOld: false } : null;
}

/** What is not said any more stands in the file as it is now. */
function lostAt({ before }: Sides, { was }: Move, about: 'role' | 'moderator', begins: string): Place | null {
  const at = placeOf(before, was, about, begins);
  return at && { ...at, isOld: true };
}

/** Counts of different organisations stand on it; somebody who is new brings theirs with them. */
function organization(move: Move, sides: Sides): Change[] {
  const { before, after } = sides;
  const { was, is, logins } = move;
  if (!was || !is || was.organization === is.organization) return [];
  // Names that become one, or are one no longer, are told of the organisations and not of everybody in them.
  const isOneName = [before, after].some(({ governance: { organizations } }) => {
    const both = [was, is].map((person) => organizationsIn(person.organization, organizations));
    const same = sameOrganization(was.organization, is.organization, organizations) === 'same';
    return same && both.every(({ length }) => length === 1);
  });
  if (isOneName) return [];
  const [old, now] = [was, is].map((person) => person.organization ?? 'no known organisation');
  const says = `would be of ${now}; ${insteadOf(sides)} of ${old}.`;
  return [change('changes', says, { who: named(move), logins, at: placeOf(after, is, 'organization', '') })];
}
