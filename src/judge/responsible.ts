import type { LineOf, Who } from '../ledger/lines.js';
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
 * The state with the group that its words and the charters make responsible. Who may route has seen all the rest; of
 * several that bind, the one whose lead adopted the proposal cares for it, and the matter is the core's to decide.
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
  const all: Responsible[] = routed ? [{ ...routed, how: 'routed' }] : [...(own ? [own] : []), ...charters];
  const groups = [...new Set(all.map(({ slug }) => slug))];
  const group = groups.length > 1 ? own : (all[0] ?? null);
  return { ...state, group, groups };
}
