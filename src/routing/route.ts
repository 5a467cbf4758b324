import { matchGroup } from '../people/index.js';
import { areaOf } from './areas.js';
import { bindingsOf, titleOf } from './binding.js';
import { candidatesFor } from './candidates.js';
import { reservedBy } from './reserved.js';
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
  const group =
    responsible(bindings, words) ?? (bindings.length === 0 && claims.length === 1 ? (claims[0] ?? null) : null);
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
      ...(bindings.length === 0 ? ['Nothing binds it to a group yet: a lead adopts it with `/sep adopt`.'] : []),
      ...reserved.map(({ says }) => says),
      ...(area ? [area.says] : []),
    ],
  };
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
  return [`Its preamble names the ${titleOf(ground, only)}.`];
}
