import type { Timeline } from '../ledger/fold/timeline.js';
import type { LineOf, Who } from '../ledger/lines.js';
import { isBefore } from './instants.js';
import type { SubjectState } from './state.js';

/** The group responsible for a proposal, and since which word. */
export interface Responsible {
  slug: string;
  how: 'routed' | 'adopted' | LineOf<'bound'>['groups'][number]['by'];
  /** Whose word it was; null where a charter or a delegation binds. */
  by: Who | null;
  at: string;
}

/**
 * What charters and delegations bind at an instant. What the first look found, with the first head, was so before it:
 * nobody had looked. What a later one found holds from then on, and changes nothing that was said or decided before.
 * @param at null for the present
 */
export function boundAt(
  { bounds, heads }: Pick<Timeline, 'bounds' | 'heads'>,
  at: string | null,
): SubjectState['bound'] {
  const seen = at === null ? bounds : bounds.filter((bound) => !isBefore(at, bound.at));
  const [first] = bounds;
  return seen.at(-1) ?? (first !== undefined && first.at === heads[0]?.at ? first : null);
}

/**
 * The state with the group that its words and the charters make responsible. Where somebody said to whom a proposal
 * belongs, that group cares for it, and else the one whose lead adopted it. Of several that have a claim, the matter is
 * the core's to decide: a lead gives up the claim of their own group, and only the core settles those of others.
 */
export function withGroup(state: SubjectState): SubjectState {
  const { adopted, routed, bound } = state;
  const charters: Responsible[] = (bound?.groups ?? []).map(({ slug, by }) => ({
    slug,
    how: by,
    by: null,
    at: bound?.at ?? '',
  }));
  const own = adopted && { ...adopted, how: 'adopted' as const };
  const said = routed && { slug: routed.slug, by: routed.by, at: routed.at, how: 'routed' as const };
  const claims = [...(own ? [own] : []), ...charters].filter(
    ({ slug }) => !routed || slug === routed.slug || (routed.over !== null && !routed.over.includes(slug)),
  );
  const all: Responsible[] = [...(said ? [said] : []), ...claims];
  const groups = [...new Set(all.map(({ slug }) => slug))];
  const group = said ?? (groups.length > 1 ? own : (all[0] ?? null));
  return { ...state, group, groups };
}
