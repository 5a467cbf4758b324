import type { BodyLine } from '../body.js';
import type { Check, Report } from '../types.js';

/**
 * Marks that say "still to be written" about the place where they stand: at the beginning of a line or cell, behind a
 * colon or "is", or in brackets. A TBD inside a sentence may be a quotation.
 */
const MARK =
  /(?:^[ \t]{0,12}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?|[:|([][ \t]{0,4}|\b(?:is|are|remains?)[ \t])[*_]{0,3}(TODO|TBD|TBC|FIXME|XXX)\b/;
/** One of a list of such words, as in "TODO, DOING, DONE", names a state of something. */
const LISTED = /^[`*_]{0,3}[ \t]{0,4}(?:[,/]|->|→|and\b|or\b)[ \t]{0,4}[`*_]{0,3}[A-Z][A-Z_-]{2}/;
/** `XXX` is a code of three letters, too, where something is said of it. */
const SAID_OF = /^[`*_]{0,3}[ \t]{0,4}[:=]/;
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$/;
const INVITATION =
  /\[(?:your|insert|add|describe|fill in|link to|placeholder|todo|tbd|to be (?:written|added|determined|decided))\b[^[\]]{0,80}\](?![([:])/i;
const FILLER = /\blorem ipsum\b/i;

export const placeholder: Check = {
  code: 'section/placeholder',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: 'No TODO, TBD or "[describe …]" is left. A draft may still owe its implementation.',
  why: 'Nobody can decide on what is still to be written.',
  good: 'The timeout is 30 seconds.',
  bad: 'The timeout is TBD.',
  check({ proposal, body, stage }) {
    const draft = stage === 'draft';
    const owed = draft ? body.sections.filter(({ name }) => /\b(?:implementations?|prototype)\b/.test(name)) : [];
    const isOwed = ({ number }: BodyLine): boolean =>
      owed.some(({ heading, end }) => number > heading.line && number < end);
    const preamble = new Set(proposal.fields.map(({ position }) => position.line.start.line));
    return body.lines.flatMap((line, index): Report[] => {
      // A table's head names its columns.
      if (line.text.includes('|') && DELIMITERS.test(body.lines[index + 1]?.text ?? '')) return [];
      if (line.kind === 'code' || preamble.has(line.number)) return [];
      const found = placeholderIn(line.text);
      if (!found || isOwed(line)) return [];
      const { at, text } = found;
      return [
        {
          line: line.number,
          column: at + 1,
          endLine: line.number,
          endColumn: at + text.length + 1,
          message: `"${text}" is still to be filled in.`,
          help: 'Decide it, or move it to a section such as "Open Questions".',
        },
      ];
    });
  },
};

/** The words of a line that stand for something still to be written, and their offset; null where there are none. */
export function placeholderIn(line: string): { at: number; text: string } | null {
  const mark = MARK.exec(line);
  if (mark?.[1] !== undefined) {
    const after = line.slice(mark.index + mark[0].length);
    const isName = LISTED.test(after) || (mark[1] === 'XXX' && SAID_OF.test(after));
    if (!isName) return { at: mark.index + mark[0].length - mark[1].length, text: mark[1] };
  }
  const words = INVITATION.exec(line) ?? FILLER.exec(line);
  return words ? { at: words.index, text: words[0] } : null;
}
