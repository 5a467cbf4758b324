import { fieldOf, inField } from '../places.js';
import type { Check, Report } from '../types.js';

export const duplicatePerson: Check = {
  code: 'people/duplicate',
  level: 'warning',
  wants: 'Nobody stands twice among the authors. An author may be the sponsor, too.',
  why: 'People are counted, and one of the two is probably somebody else.',
  good: '- **Author(s)**: Ada Example (@ada-example), Bo Sample (@bosample)',
  bad: '- **Author(s)**: Ada Example (@ada-example), Bo Sample (@ada-example)',
  check({ proposal }) {
    const field = fieldOf(proposal, 'authors');
    if (!field) return [];
    const seen = new Set<string>();
    const said = new Set<string>();
    return proposal.authors.flatMap(({ github, name }): Report[] => {
      const person = github ?? name;
      const key = `${github === undefined ? 'name' : 'login'} ${person?.toLowerCase() ?? ''}`;
      if (person === undefined || !seen.has(key) || said.has(key)) {
        if (person !== undefined) seen.add(key);
        return [];
      }
      said.add(key);
      const shown = github === undefined ? person : `@${github}`;
      return [
        {
          ...inField(field, person),
          message: `"${shown}" stands here twice.`,
          help: 'Take one out, or correct the login of the other person.',
        },
      ];
    });
  },
};
