import { atHeading } from '../places.js';
import type { Check, Report } from '../types.js';

export const duplicateHeading: Check = {
  code: 'heading/duplicate',
  level: 'info',
  wants: 'No two headings of one level in one section are the same.',
  why: 'A link to the second one is a riddle, and often one of them is a leftover.',
  good: '### Request … ### Response',
  bad: '### Request … ### Request',
  check({ body: { sections } }) {
    const first = new Map<string, number>();
    return sections.flatMap((section): Report[] => {
      const { heading, name, parent } = section;
      const key = `${parent?.heading.line ?? 0} ${heading.depth} ${name}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, heading.line);
      if (before === undefined || name === '') return [];
      return [
        {
          ...atHeading(section),
          message: `The heading "${heading.text}" stands already on line ${before}.`,
          help: 'Join the two, or name them apart.',
        },
      ];
    });
  },
};
