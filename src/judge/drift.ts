import type { Facts } from '../facts/facts.js';
import type { Timeline } from '../ledger/fold/timeline.js';
import { MOST_TOUCHES, type LineOf } from '../ledger/lines.js';
import { outsideOf } from '../routing/index.js';
import type { Rules } from '../rules/schema.js';
import { isBefore } from './instants.js';
import { boundAt, withGroup } from './responsible.js';
import type { Decision, SubjectState } from './state.js';

/**
 * What of the changed files a head's line names: as many as it has room for, and the rest as a number.
 * @param changes null where they are more than GitHub lists
 */
export function touched(changes: Facts['changes']): Pick<LineOf<'head-seen'>, 'touches' | 'more'> {
  if (changes === null) return { touches: [], more: 1 };
  let room = MOST_TOUCHES.characters;
  const touches = changes.slice(0, MOST_TOUCHES.paths).filter((path) => (room -= path.length) >= 0);
  return { touches, more: changes.length - touches.length };
}

/** The heads that a pull request had, or may have had, while a group decided. */
interface Stood {
  /** The last one seen before it opened; null where none was. */
  before: LineOf<'head-seen'> | null;
  during: LineOf<'head-seen'>[];
  /** The first one seen after its deadline: whether it was pushed before that nobody can tell. Null where none was. */
  after: LineOf<'head-seen'> | null;
}

/**
 * What changed under a group while it decided, in a sentence: the authority that was pinned was weighed for another
 * track, for other files, or before another group had a claim. Null where nothing did.
 * @param rulebook the rules that lines name by their hash
 */
export function driftOf(
  open: Decision,
  state: SubjectState,
  line: Timeline,
  rulebook: ReadonlyMap<string, Rules>,
): string | null {
  // A window follows from the group's decision before it, and so does its authority.
  const from = state.decisions.findLast(isOfGroup) ?? open;
  const stood = headsOf(open, from, line);
  return ofTracks(stood) ?? ofFiles(from, stood, rulebook) ?? ofClaims(open, state, line);
}

const isOfGroup = ({ form }: Decision): boolean => form === 'consensus' || form === 'vote';

/** The heads of a decision's time, as they were known to the look that closed it, or are to the one that would. */
function headsOf(open: Decision, from: Decision, { heads, headsAtClosing }: Timeline): Stood {
  const known = heads.slice(0, headsAtClosing.get(open.id) ?? heads.length);
  return {
    before: known.findLast((head) => !isBefore(from.openedAt, head.at)) ?? null,
    during: known.filter((head) => isBefore(from.openedAt, head.at) && !isBefore(open.deadline, head.at)),
    after: known.find((head) => isBefore(open.deadline, head.at)) ?? null,
  };
}

function ofTracks({ before, during, after }: Stood): string | null {
  const trackOf = ({ claims }: LineOf<'head-seen'>): string => claims.type ?? 'none';
  const until = new Set([...(before ? [before] : []), ...during].map(trackOf));
  if (until.size > 1) return `Its track changed meanwhile: ${[...until].join(', ')}.`;
  const all = new Set([...until, ...(after ? [trackOf(after)] : [])]);
  if (all.size < 2) return null;
  return `Its track changed before the end or soon after it, and nobody can tell which: ${[...all].join(', ')}.`;
}

/**
 * Whether the pull request came to change files that the group's grant does not cover. A grant that did not hold whole
 * when the consensus opened gives the next lower level, and gives it still.
 */
function ofFiles(
  { group, authority, rules: named }: Decision,
  { before, during, after }: Stood,
  rulebook: ReadonlyMap<string, Rules>,
): string | null {
  const grant = group === null ? null : rulebook.get(named.sha256)?.delegation.grants[group];
  const wanted = grant?.scope?.paths;
  if (!grant || !wanted || grant.authority !== authority) return null;
  const pushed = [...during, ...(after ? [after] : [])];
  // Without a push they are those that were weighed.
  if (pushed.length === 0) return null;
  const outside = outsideOf(wanted, [
    ...new Set([...(before?.touches ?? []), ...pushed.flatMap((head) => head.touches)]),
  ]);
  const meanwhile = 'Meanwhile the pull request came to change';
  if (outside !== null) return `${meanwhile} ${outside}, which the delegation does not cover.`;
  if (pushed.some(({ touches, more }) => touches.length === 0 && more === 0)) {
    return `${meanwhile} no file any more by which the delegation covers it.`;
  }
  return pushed.some(({ more }) => more > 0)
    ? `${meanwhile} more files than the record holds, so nobody can tell whether the delegation covers them.`
    : null;
}

function ofClaims({ deadline }: Decision, state: SubjectState, line: Timeline): string | null {
  const { groups } = withGroup({ ...state, bound: boundAt(line, deadline) });
  return groups.length > 1 ? `Meanwhile several groups have a claim: ${groups.join(', ')}.` : null;
}
