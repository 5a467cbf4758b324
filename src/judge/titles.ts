import { groupBySlug } from '../people/index.js';
import type { Governance } from '../people/types.js';

/** A group's name for people, `File Uploads Working Group`; the slug where no charter has it. */
export function titleOf(governance: Governance, slug: string): string {
  const group = groupBySlug(governance, slug);
  return group ? `${group.title} ${group.kind === 'working-group' ? 'Working Group' : 'Interest Group'}` : slug;
}
