import { PEOPLE } from './people.js';
import type { Tale } from './tale.js';

/** The document of a tale, as its author first writes it. @param created `YYYY-MM-DD` */
export function documentOf({ author, text }: Pick<Tale, 'author' | 'text'>, created: string): string {
  const name = PEOPLE.find(({ login }) => login === author)?.name ?? author;
  const group = text.group === null ? '' : `- **Working Group**: ${text.group}\n`;
  return `# SEP-0000: ${text.title}

- **Status**: Draft
- **Type**: ${text.track}
- **Created**: ${created}
- **Author(s)**: ${name} (@${author})
- **Sponsor**: None
${group}- **PR**: TBD

## Abstract

${text.abstract}

## Motivation

${text.motivation}

## Specification

${text.specification}

## Rationale

${text.rationale}

## Backward Compatibility

A hut that does not know of this answers as before.

## Security Implications

Nothing is said that does not hang on the door of the hut already.

## Reference Implementation

A branch of the Go SDK does it.
`;
}
