import { nestsDeeply } from './markdown.js';
import { sepHeading } from './title.js';
import type { Lines } from './source.js';
import type { Heading } from './types.js';

/**
 * Where the search for a preamble stops at the latest, in UTF-16 code units. The longest head in the corpus of 76
 * real documents is under 4,000. Markdown parsers are quadratic on some hostile text (`*_*_…`); on this much the worst
 * known one takes a third of a second, whatever the size of the file.
 */
export const MAX_HEAD = 8 * 1024;

/** A heading under which authors put the preamble itself. */
const PREAMBLE_HEADING =
  /^[^\p{L}\p{N}]{0,8}(?:\d{1,2}[.)]?)?[^\p{L}\p{N}]{0,8}(?:(?:sep |proposal |document )?(?:preamble|metadata|meta[- ]?data|front ?matter|header|info|information)|(?:sep|proposal|document) details|about this (?:sep|proposal|document))\W*$/iu;

/** Sections of the body: where the first heading is one of these, the document has no title of its own. */
const SECTION =
  /^(?:\d{1,2}[.)]?\s*)?(?:abstract|summary|overview|introduction|motivation|background|specification|rationale|problem)\s*:?$/i;

export interface Head {
  /** The offset after the head: the first heading of the body, or the bound. */
  readonly end: number;
  /** The heading that gives the title; null where the document begins without one. */
  readonly titleHeading: Heading | null;
  /** Headings such as `## Preamble` in it. */
  readonly preambleHeadings: readonly Heading[];
}

/**
 * The stretch in which a preamble may stand: from the start to the first heading that is neither the title nor a
 * heading such as `## Preamble`. A template or an example deeper in the text is thereby never taken for one.
 */
export function findHead(lines: Lines, headings: readonly Heading[]): Head {
  const limit = lastLineBefore(lines, MAX_HEAD);
  const deep = lines.all.find((line) => line.start < limit && nestsDeeply(line.text));
  const bound = Math.min(limit, deep?.start ?? limit);
  let titleHeading: Heading | null = null;
  const preambleHeadings: Heading[] = [];
  for (const heading of headings) {
    const start = lines.all[heading.line - 1]?.start ?? 0;
    if (start >= bound) break;
    if (PREAMBLE_HEADING.test(heading.text.trim())) {
      preambleHeadings.push(heading);
      continue;
    }
    if (titleHeading === null && !SECTION.test(heading.text.trim())) {
      titleHeading = heading;
      continue;
    }
    // "# Enhancement proposal" above "## SEP-12: …": the second one is the title.
    if (titleHeading && !sepHeading(titleHeading.text).isSep && sepHeading(heading.text).isSep) {
      titleHeading = heading;
      continue;
    }
    return { end: start, titleHeading, preambleHeadings };
  }
  return { end: bound, titleHeading, preambleHeadings };
}

function lastLineBefore(lines: Lines, limit: number): number {
  if (lines.text.length <= limit) return lines.text.length;
  return lines.point(limit).offset - (lines.point(limit).column - 1) || limit;
}
