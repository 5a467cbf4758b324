import type { Matter } from './types.js';

/** Longer than any abstract or motivation that a person writes. */
const LONGEST = 20_000;

/** What stands below the first heading of that name, with its subsections; empty where there is none. */
function below({ proposal, source }: Matter, name: RegExp): string {
  const { headings } = proposal;
  const index = headings.findIndex(({ text, depth }) => depth > 1 && name.test(text));
  const heading = headings[index];
  if (!heading) return '';
  const next = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
  const lines = source.split(/\r\n|\n|\r/);
  return lines
    .slice(heading.line, next ? next.line - 1 : undefined)
    .join('\n')
    .slice(0, LONGEST);
}

/** A proposal's abstract, as written. */
export const abstractOf = (matter: Matter): string => below(matter, /^\W*(?:\d+\W+)?(?:abstract|summary|tl;?dr)\b/i);

/** A proposal's motivation, as written. */
export const motivationOf = (matter: Matter): string => below(matter, /^\W*(?:\d+\W+)?(?:motivation|problem)\b/i);
