import { linesOf } from '../body.js';
import { atHeading } from '../places.js';
import { TEMPLATE_SECTIONS } from '../sections.js';
import type { Check } from '../types.js';

export const emptySection: Check = {
  code: 'section/empty',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: 'Every heading has something below it. A comment is not seen by readers and does not count.',
  why: 'A reader cannot tell a section that is still to be written from one that was lost.',
  good: '## Security Implications\n\nNone: no new data crosses a boundary.',
  bad: '## Security Implications\n\n## Reference Implementation',
  check({ body }) {
    return body.sections
      .filter((section) => section.ownEnd === section.end)
      .filter((section) => !linesOf(body, section, 'own').some(({ visible }) => visible))
      .map((section) => ({
        ...atHeading(section),
        message: `The section "${section.heading.text}" is empty.`,
        help: TEMPLATE_SECTIONS.some(({ name }) => name.toLowerCase() === section.name)
          ? 'Write at least a sentence; if there is nothing to say, say that.'
          : 'Write at least a sentence, or take the heading out.',
      }));
  },
};
