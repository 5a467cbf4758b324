import type { PriorityArea } from '../rules/schema.js';
import { abstractOf } from './matter.js';
import { everyWordOf } from './terms.js';
import type { Ground, Matter } from './types.js';

/** A priority area of the roadmap, and why a proposal belongs to it. */
export interface AreaMatch {
  area: PriorityArea;
  says: string;
}

/** Terms that title and abstract have to have, where none that tells stands in the title. */
const TERMS_IN_ABSTRACT = 2;

/**
 * The priority area that a proposal belongs to: one that names it, one whose group is responsible for it, or one whose
 * terms its title or abstract has; in this order, and of several by terms the one with most. Null where none does. To be
 * in an area is to be reviewed before others, so a plain word such as "tasks" is never enough, nor are several: it only
 * adds to a term of several words or to a name.
 * @param group the responsible group's slug; null where none is
 */
export function areaOf(matter: Matter, { rules }: Ground, group: string | null): AreaMatch | null {
  const { areas } = rules.rules['priority-areas'];
  const { number, proposal } = matter;
  const named = areas.find(({ proposals }) => number !== null && proposals.includes(number));
  if (named) return { area: named, says: `The roadmap names it for ${named.title}.` };
  const worked = areas.find(({ groups }) => group !== null && groups.includes(group));
  if (worked) return { area: worked, says: `Its group works on ${worked.title}, a priority area of the roadmap.` };
  const title = proposal.title ?? '';
  const all = `${title}\n${abstractOf(matter)}`;
  const [inTitle, inAll] = [finderIn(title), finderIn(all)];
  const fits = areas
    .map((area) => {
      const found = area.terms.filter(inAll);
      const telling = found.filter(tells);
      return { area, found, telling, titled: telling.some(inTitle) };
    })
    .filter(({ found, telling, titled }) => titled || (telling.length > 0 && found.length >= TERMS_IN_ABSTRACT))
    .sort((a, b) => Number(b.titled) - Number(a.titled) || b.found.length - a.found.length);
  const [best] = fits;
  return best
    ? {
        area: best.area,
        says: `It speaks of ${best.found.join(', ')}: ${best.area.title}, a priority area of the roadmap.`,
      }
    : null;
}

/** Whether a term is no plain word: one of several words, or a name with a capital or a digit, such as DPoP or HTTP/2. */
const tells = (term: string): boolean => everyWordOf(term).length > 1 || /[\p{Lu}\p{N}]/u.test(term);

/** Finds terms in a text: all their words, in any of their forms, one after the other. */
function finderIn(text: string): (term: string) => boolean {
  const words = joined(text);
  return (term) => {
    const wanted = joined(term);
    return wanted.trim() !== '' && words.includes(wanted);
  };
}

const joined = (text: string): string => ` ${everyWordOf(text).join(' ')} `;
