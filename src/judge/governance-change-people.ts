import {
  loginKey,
  organizationsIn,
  ROLES,
  sameOrganization,
  type GroupLevel,
  type PersonRecord,
  type ReadSources,
  type Role,
} from '../people/index.js';
import { personInWords } from '../rules/words.js';
import { groupName, isCounted, placeIn, sideOn, type Side } from './governance-change-side.js';
import { change, type Change, type Place } from './governance-change-verdict.js';

/** Days to come on which the files say something new; more than these are not looked at one by one. */
const MOST_DAYS = 24;

/** What happens to some logins of one person. */
interface Move {
  /** In lower case: those that are of the same person before, and of the same person after. */
  logins: string[];
  was: PersonRecord | null;
  is: PersonRecord | null;
}

interface Sides {
  before: Side;
  after: Side;
}

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
    const found = onDay({ before: sideOn(before, day), after: sideOn(after, day) });
    const fresh = found.filter((each) => !known.has(keyOf(each)));
    for (const each of fresh) known.add(keyOf(each));
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
  const days = spans.flatMap(({ since, until }) => [since ?? '', until === null ? '' : dayAfter(until)]);
  return [...new Set(days)].filter((day) => day > today).sort();
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function onDay(sides: Sides): Change[] {
  const moves = movesBetween(sides);
  return [
    ...identities(moves),
    ...moves.flatMap((move) => [...standing(move, sides), ...organization(move, sides), ...groups(move, sides)]),
  ];
}

/** Logins, by the person whom they belong to on either side. */
function movesBetween({ before, after }: Sides): Move[] {
  const [old, now] = [byLogin(before), byLogin(after)];
  const moves = new Map<PersonRecord | null, Map<PersonRecord | null, Move>>();
  for (const login of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(login) ?? null, now.get(login) ?? null];
    const row = moves.get(was) ?? new Map<PersonRecord | null, Move>();
    moves.set(was, row);
    const move = row.get(is) ?? { logins: [], was, is };
    row.set(is, { ...move, logins: [...move.logins, login] });
  }
  return [...moves.values()].flatMap((row) => [...row.values()]);
}

const byLogin = ({ governance }: Side): Map<string, PersonRecord> =>
  new Map(governance.people.flatMap((person) => person.logins.map((login) => [loginKey(login), person])));

/** The person as a sentence names them: `Noor Haddad (noorhaddad)`. */
function named({ logins, was, is }: Move): string {
  const person = is ?? was;
  const shown = person?.logins.find((login) => logins.includes(loginKey(login))) ?? logins[0] ?? '';
  const name = is?.name ?? was?.name ?? null;
  return name === null ? shown : `${name} (${shown})`;
}

/** Accounts that would be one person's: whatever is said from any of them counts as that person's, once. */
function identities(moves: readonly Move[]): Change[] {
  return moves.flatMap((move): Change[] => {
    const { was, is, logins } = move;
    const others = moves.filter((other) => other !== move && other.is === is && is !== null);
    const main = others.find((other) => other.logins.includes(loginKey(is?.login ?? '')));
    const parted = moves.find((other) => other !== move && was !== null && other.was === was && other.is !== is);
    const found: Change[] = [];
    if (main) {
      const says = `would count as ${named(main)}: what is said from either account is said by one person.`;
      found.push(change('gains', says, { who: named(move), logins }));
    }
    if (parted && is && !logins.includes(loginKey(was?.login ?? ''))) {
      const says = `would count as somebody else than ${was?.login ?? ''}, whose account it has been.`;
      found.push(change('changes', says, { who: named(move), logins }));
    }
    return found;
  });
}

/** The ladder, and moderators beside it. */
function standing(move: Move, sides: Sides): Change[] {
  const { was, is, logins } = move;
  const who = named(move);
  const [old, now]: Role[] = [was?.role ?? 'contributor', is?.role ?? 'contributor'];
  const found: Change[] = [];
  if (old !== now && old !== undefined && now !== undefined) {
    const rises = ROLES.indexOf(now) > ROLES.indexOf(old);
    const at = rises ? placeOf(sides.after, is, 'role', now) : lostAt(sides, move, 'role', old);
    const says = rises
      ? `would become ${personInWords(now)}; until now ${personInWords(old)}.`
      : `would no longer be ${personInWords(old)}, but ${personInWords(now)}.`;
    found.push(change(rises ? 'gains' : 'loses', says, { who, logins, at }));
  } else if (now !== undefined && now !== 'contributor') {
    const [end, newEnd] = [roleEnds(sides.before, was, now), roleEnds(sides.after, is, now)];
    if (end !== newEnd) {
      const at = placeOf(sides.after, is, 'role', now);
      const says = `would be ${personInWords(now)} ${endInWords(newEnd)}; until now ${endInWords(end)}.`;
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

const endInWords = (day: string | null): string => (day === null ? 'without a last day' : `to ${day}`);

/** Who holds something longer gains; null is without end. */
const longer = (was: string | null, is: string | null): 'gains' | 'loses' =>
  (is ?? '9999-12-31') > (was ?? '9999-12-31') ? 'gains' : 'loses';

/** The last day that the roster names for a role that holds; null where it names none. */
function roleEnds({ sources, day }: Side, person: PersonRecord | null, role: Role): string | null {
  const logins = new Set(person?.logins.map(loginKey));
  const entry = sources.roster?.people.find((each) => each.logins.some((login) => logins.has(loginKey(login))));
  const held = (entry?.roles ?? []).filter(
    (each) => each.role === role && (each.since ?? '') <= day && day <= (each.until ?? '9999-12-31'),
  );
  return held.some(({ until }) => until === null)
    ? null
    : (held
        .map(({ until }) => until ?? '')
        .sort()
        .at(-1) ?? null);
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
function organization(move: Move, { before, after }: Sides): Change[] {
  const { was, is, logins } = move;
  if (!was || !is || was.organization === is.organization) return [];
  // Names that become one, or are one no longer, are told of the organisations and not of everybody in them.
  const isOneName = [before, after].some(({ governance: { organizations } }) => {
    const both = [was, is].map((person) => organizationsIn(person.organization, organizations));
    const same = sameOrganization(was.organization, is.organization, organizations) === 'same';
    return same && both.every(({ length }) => length === 1);
  });
  if (isOneName) return [];
  const says = `would be of ${is.organization ?? 'no known organisation'}; until now of ${was.organization ?? 'no known organisation'}.`;
  return [change('changes', says, { who: named(move), logins, at: placeOf(after, is, 'organization', '') })];
}

const LEVELS: Record<GroupLevel, string> = {
  lead: 'a lead',
  member: 'a member',
  participant: 'a participant',
  observer: 'an observer',
};
const RANKS: readonly (GroupLevel | null)[] = [null, 'observer', 'participant', 'member', 'lead'];

function groups(move: Move, sides: Sides): Change[] {
  const slugs = [...placesOf(sides.before, move.was).keys(), ...placesOf(sides.after, move.is).keys()];
  return [...new Set(slugs)].sort().flatMap((slug) => inGroup(move, slug, sides));
}

const placesOf = ({ places }: Side, person: PersonRecord | null): ReadonlyMap<string, unknown> =>
  (person && places.get(person)) ?? new Map<string, unknown>();

function inGroup(move: Move, slug: string, { before, after }: Sides): Change[] {
  const { was, is, logins } = move;
  const [old, now] = [placeIn(before, was, slug), placeIn(after, is, slug)];
  if (!old && !now) return [];
  const group = (now ?? old)?.group;
  const name = group ? `the ${groupName(group)}` : slug;
  const who = named(move);
  const at = now
    ? { path: now.path, line: now.line, isOld: false }
    : old && { path: old.path, line: old.line, isOld: true };
  const [counted, countedNow] = [isCounted(before, was, slug), isCounted(after, is, slug)];
  const [body, bodyNow] = [before.bodies.get(slug), after.bodies.get(slug)];
  // Where the group comes, goes, or gets or loses its body as a whole, that is one sentence about the group.
  const isWhole = body?.ok !== bodyNow?.ok;
  const quorum =
    counted === countedNow
      ? ''
      : countedNow
        ? ', and be counted for its quorum'
        : ', and not be counted for its quorum any more';
  if (old?.level !== now?.level || Boolean(old) !== Boolean(now)) {
    const rises = RANKS.indexOf(now?.level ?? null) > RANKS.indexOf(old?.level ?? null);
    const says = now
      ? `would ${old ? 'be' : 'become'} ${levelInWords(now.level)} of ${name}${old ? ` instead of ${levelInWords(old.level)}` : ''}${quorum}.`
      : `would no longer be ${levelInWords(old?.level ?? null)} of ${name}${quorum}.`;
    const isImplied = isWhole && now?.level !== 'lead' && old?.level !== 'lead';
    return [change(rises ? 'gains' : 'loses', says, { who, logins, at, isImplied })];
  }
  if (counted !== countedNow) {
    const says = `would ${countedNow ? '' : 'not '}be counted for the quorum of ${name}${countedNow ? '' : ' any more'}.`;
    return [change(countedNow ? 'gains' : 'loses', says, { who, logins, at, isImplied: isWhole })];
  }
  if (old?.until !== now?.until) {
    const says = `would be ${levelInWords(now?.level ?? null)} of ${name} ${endInWords(now?.until ?? null)}; until now ${endInWords(old?.until ?? null)}.`;
    return [change(longer(old?.until ?? null, now?.until ?? null), says, { who, logins, at })];
  }
  return [];
}

const levelInWords = (level: GroupLevel | null): string => (level === null ? 'of no known level' : LEVELS[level]);
