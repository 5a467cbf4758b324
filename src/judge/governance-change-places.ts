import type { GroupLevel, GroupPlace, PersonRecord } from '../people/index.js';
import { endInWords, insteadOf, longer, named, type Move, type Sides } from './governance-change-move.js';
import { groupName, isCounted, placeIn, type Side } from './governance-change-side.js';
import { change, type Change } from './governance-change-verdict.js';

const LEVELS: Record<GroupLevel, string> = {
  lead: 'a lead',
  member: 'a member',
  participant: 'a participant',
  observer: 'an observer',
};
/** From no place at all, over one of which nobody knows what it is, to a lead. */
const RANKS: readonly (GroupLevel | null | undefined)[] = [
  undefined,
  null,
  'observer',
  'participant',
  'member',
  'lead',
];

/** Places in groups and their quorum bodies that somebody would gain, lose or hold otherwise. */
export function placeChanges(move: Move, sides: Sides): Change[] {
  const old = placesOf(sides.before, move.was);
  const now = placesOf(sides.after, move.is);
  return [...new Map([...old, ...now]).values()].flatMap((place) => inGroup(move, place, sides));
}

const placesOf = ({ places }: Side, person: PersonRecord | null): ReadonlyMap<string, GroupPlace> =>
  (person && places.get(person)) ?? new Map<string, GroupPlace>();

/** @param place the person's in the group: that to come, or where there is none, the one that they have */
function inGroup(move: Move, place: GroupPlace, sides: Sides): Change[] {
  const { before, after } = sides;
  const { was, is, logins } = move;
  const { group, path, line } = place;
  const { slug } = group;
  const [old, now] = [placeIn(before, was, slug), placeIn(after, is, slug)];
  const who = named(move);
  const at = { path, line, isOld: !now };
  const [counted, countedNow] = [isCounted(before, was, slug), isCounted(after, is, slug)];
  const [body, bodyNow] = [before.bodies.get(slug), after.bodies.get(slug)];
  // Where the group comes, goes, or gets or loses its body as a whole, that is one sentence about the group.
  const isWhole = body?.ok !== bodyNow?.ok;
  const name = `the ${groupName(group)}`;
  const part = `${levelInWords(place.level)} ${place.level === null ? 'in' : 'of'} ${name}`;
  if (!old || !now || old.level !== now.level) {
    const rises = RANKS.indexOf(now?.level) > RANKS.indexOf(old?.level);
    const instead = old ? ` instead of ${levelInWords(old.level)}` : '';
    const quorum =
      counted === countedNow
        ? ''
        : countedNow
          ? ', and be counted for its quorum'
          : ', and not be counted for its quorum any more';
    const says = now
      ? `would ${old ? 'be' : 'become'} ${part}${instead}${quorum}.`
      : `would no longer be ${part}${quorum}.`;
    const isImplied = isWhole && now?.level !== 'lead' && old?.level !== 'lead';
    return [change(rises ? 'gains' : 'loses', says, { who, logins, at, isImplied })];
  }
  if (counted !== countedNow) {
    const says = countedNow
      ? `would be counted for the quorum of ${name}.`
      : `would not be counted for the quorum of ${name} any more.`;
    return [change(countedNow ? 'gains' : 'loses', says, { who, logins, at, isImplied: isWhole })];
  }
  if (old.until === now.until) return [];
  const says = `would be ${part} ${endInWords(now.until)}; ${insteadOf(sides)} ${endInWords(old.until)}.`;
  return [change(longer(old.until, now.until), says, { who, logins, at })];
}

const levelInWords = (level: GroupLevel | null): string =>
  level === null ? 'somebody of no known level' : LEVELS[level];
