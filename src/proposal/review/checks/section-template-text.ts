import { markdownLines, withoutComments } from '../../markdown-lines.js';
import { Lines } from '../../source.js';
import type { Check, Report } from '../types.js';

/** Shorter lines, such as "None.", may stand in any document. */
const SHORTEST = 30;

export const templateText: Check = {
  code: 'section/template-text',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: "None of the template's own advice is left in the document.",
  why: 'Advice to the author tells a reader nothing, and looks as if the section had been forgotten.',
  good: 'what your proposal says in that section',
  bad: "the template's advice on what to write there",
  check({ context: { template, path }, body }) {
    if (template === undefined || template === null || /template/i.test(path)) return [];
    const advice = adviceOf(template);
    const left = body.lines.filter(({ kind, text }) => kind !== 'code' && advice.has(fold(text)));
    const reports: Report[] = [];
    let last = -1;
    for (const { number } of left) {
      // One finding for a paragraph or a list of advice.
      if (number > last + 2) {
        reports.push({
          line: number,
          column: 1,
          message: 'This line is still the advice of the template.',
          help: 'Put what your proposal says here in its place, or take it out.',
        });
      }
      last = number;
    }
    return reports;
  },
};

function adviceOf(template: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of markdownLines(new Lines(template))) {
    // A preamble's lines are the reading's business, and headings are meant to stay.
    if (/^\s*(?:#|-\s+\*\*[^*]+\*\*:)/.test(line.line.text)) continue;
    const folded = fold(withoutComments(line, 'left out'));
    if (folded.length >= SHORTEST) found.add(folded);
  }
  return found;
}

function fold(text: string): string {
  return text
    .replace(/^[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?/, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
