import { linesOf } from '../body.js';
import { atHeading } from '../places.js';
import type { Check } from '../types.js';

/** The guidelines ask for about 200 words; nobody minds a half more. */
const ASKED = 200;
const MOST = 300;

/** Source: the SEP guidelines, "SEP Format", 2. */
export const abstractLength: Check = {
  code: 'section/abstract-length',
  level: 'info',
  wants: `The abstract has about ${ASKED} words; from ${MOST} on it is told.`,
  why: 'Many people read only the abstract, and decide by it whether the rest is their business.',
  good: 'a paragraph that says what changes for whom',
  bad: 'an abstract of a thousand words with its own motivation and design',
  check({ body }) {
    const abstract = body.sections.find(({ name }) => /^(?:abstract|summary)$/.test(name));
    if (!abstract) return [];
    let words = 0;
    for (const { kind, text } of linesOf(body, abstract, 'all')) {
      if (kind === 'prose' || kind === 'quote') words += text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
    }
    if (words <= MOST) return [];
    return [
      {
        ...atHeading(abstract),
        message: `The abstract has ${words} words; about ${ASKED} are asked for.`,
        help: 'Keep what changes and for whom; the reasons belong to the motivation, the details to the specification.',
      },
    ];
  },
};
