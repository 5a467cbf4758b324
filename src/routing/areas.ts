import type { PriorityArea } from '../rules/schema.js';
import { abstractOf } from './matter.js';
import { wordsOf } from './terms.js';
import type { Ground, Matter } from './types.js';

/** A priority area of the roadmap, and why a proposal belongs to it. */
export interface AreaMatch {
  area: PriorityArea;
  says: string;
}

/** Terms that title and abstract have to have, where none stands in the title. */
const TERMS_IN_ABSTRACT = 2;

/**
 * The priority area that a proposal belongs to: one that names it, one whose group is responsible for it, or one whose
 * terms its title or abstract has; in this order, and of several by terms the one with most. Null where none does.
 * @param group the responsible group's slug; null where none is
 */
export function areaOf(matter: Matter, { rules }: Ground, group: string | null): AreaMatch | null {
  const { areas } = rules.rules['priority-areas'];
  const { number, proposal } = matter;
  const named = areas.find(({ proposals }) => number !== null && proposals.includes(number));
  if (named) return { area: named, says: `The roadmap names it for ${named.title}.` };
  const worked = areas.find(({ groups }) => group !== null && groups.includes(group));
  if (worked) return { area: worked, says: `Its group works on ${worked.title}, a priority area of the roadmap.` };
  const title = ` ${wordsOf(proposal.title ?? '').join(' ')} `;
  const all = `${title}${wordsOf(abstractOf(matter)).join(' ')} `;
  const fits = areas
    .map((area) => {
      const found = area.terms.filter((term) => has(all, term));
      return { area, found, inTitle: found.some((term) => has(title, term)) };
    })
    .filter(({ found, inTitle }) => inTitle || found.length >= TERMS_IN_ABSTRACT)
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.found.length - a.found.length);
  const [best] = fits;
  return best
    ? {
        area: best.area,
        says: `It speaks of ${best.found.join(', ')}: ${best.area.title}, a priority area of the roadmap.`,
      }
    : null;
}

/** Whether a text of stemmed words has all of a term's words, one after the other. */
function has(words: string, term: string): boolean {
  const wanted = wordsOf(term).join(' ');
  return wanted !== '' && words.includes(` ${wanted} `);
}
