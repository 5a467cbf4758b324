import type { Section } from '../body.js';
import { atHeading } from '../places.js';
import type { Check } from '../types.js';

/** The template's order of what everything else is read against. The other sections stand in many good orders. */
const ORDER = ['abstract', 'motivation', 'specification'] as const;
type Ordered = (typeof ORDER)[number];

/** Source: the SEP template. */
export const sectionOrder: Check = {
  code: 'section/order',
  level: 'info',
  wants: 'Abstract, Motivation and Specification stand in this order.',
  why: 'Readers of many proposals expect to learn first what it is, then why, and only then how.',
  good: '## Motivation … ## Specification',
  bad: '## Specification … ## Motivation',
  check({ body: { sections } }) {
    let latest: { section: Section; rank: number } | null = null;
    for (const section of sections) {
      const rank = ORDER.indexOf(section.name as Ordered);
      if (rank === -1 || section.parent !== null) continue;
      if (latest && rank < latest.rank) {
        const [here, there] = [section.heading.text, latest.section.heading.text];
        return [
          {
            ...atHeading(section),
            message: `"${here}" stands after "${there}".`,
            help: `Readers expect it before; the template's order is ${ORDER.map(capital).join(', ')}.`,
          },
        ];
      }
      if (!latest || rank > latest.rank) latest = { section, rank };
    }
    return [];
  },
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
