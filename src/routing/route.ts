import { groupBySlug, matchGroup } from '../people/index.js';
import { areaOf } from './areas.js';
import { bindingsOf, canBind, titleOf } from './binding.js';
import { candidatesFor } from './candidates.js';
import { reservedBy, reservedTrack } from './reserved.js';
import type { Ground, Matter, Route, Words } from './types.js';

/** Said by nobody yet. */
export const UNSAID: Words = { adopted: null, routed: null };

/**
 * Which group is responsible for a proposal, how surely, and why. Pure.
 * @param words what a lead's `/sep adopt` and a `/sep route` said, as the ledger holds it
 */
export function route(matter: Matter, ground: Ground, words: Words = UNSAID): Route {
  const bindings = bindingsOf(matter, ground, words);
  const claims = claimsOf(matter, ground);
  const [only] = claims;
  const claimed = claims.length === 1 && only !== undefined && unfit(only, ground) === null ? only : null;
  const group = responsible(bindings, words) ?? (bindings.length === 0 ? claimed : null);
  const binding = bindings.length > 0 && group !== null;
  const area = areaOf(matter, ground, group);
  const reserved = reservedBy(
    matter,
    ground,
    bindings.map((one) => one.group),
  );
  return {
    group,
    binding,
    bindings,
    claims,
    priorityArea: area?.area.key ?? null,
    reserved,
    candidates: candidatesFor(matter, ground, bindings, claims),
    reasons: [
      ...bindings.map(({ says }) => says),
      ...claimInWords(matter, ground, claims),
      ...(bindings.length === 0 ? [unbound(matter, ground)] : []),
      ...reserved.map(({ says }) => says),
      ...(area ? [area.says] : []),
    ],
  };
}

/** What comes next where nothing binds. A track of the core's waits for no group. */
const unbound = ({ proposal }: Matter, ground: Ground): string =>
  proposal.type !== null && reservedTrack(proposal, ground.rules) !== null
    ? 'Nothing binds it to a group, and it needs none: the core decides it.'
    : 'Nothing binds it to a group yet: a lead adopts it with `/sep adopt`.';

/** Why a group that a preamble names can never have the proposal as it is now, in a sentence; null where it can. */
function unfit(slug: string, ground: Ground): string | null {
  const group = groupBySlug(ground.governance, slug);
  if (!group || canBind(group, ground)) return null;
  if (group.status === 'retired') return 'That group is retired, so no lead can adopt it there: name another.';
  if (group.status === 'forming') return 'That group is still forming, so no lead can adopt it there yet.';
  return 'An Interest Group recommends and cannot adopt it: name a Working Group.';
}

/** Of several that bind, who adopted it cares for it, though the core decides; without that nobody does yet. */
function responsible(bindings: Route['bindings'], { adopted }: Words): string | null {
  if (bindings.length > 1) return adopted;
  return bindings[0]?.group ?? null;
}

function claimsOf({ proposal }: Matter, { governance }: Ground): string[] {
  if (proposal.workingGroup === null) return [];
  const match = matchGroup(governance, proposal.workingGroup);
  if (match.kind === 'none') return [];
  return match.kind === 'one' ? [match.group.slug] : match.candidates.map(({ slug }) => slug);
}

function claimInWords({ proposal }: Matter, ground: Ground, claims: readonly string[]): string[] {
  if (proposal.workingGroup === null) return ['Its preamble names no group.'];
  const [only] = claims;
  if (only === undefined) return ['Its preamble names a group that has no charter here.'];
  if (claims.length > 1) {
    return [`The words of its preamble fit several groups: ${claims.map((slug) => titleOf(ground, slug)).join(', ')}.`];
  }
  const why = unfit(only, ground);
  return [`Its preamble names the ${titleOf(ground, only)}.`, ...(why === null ? [] : [why])];
}
