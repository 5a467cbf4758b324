import type { Document } from './document.js';
import type { Report } from './report.js';
import { sepHeading } from './title.js';
import type { Proposal } from './types.js';
import { isPlaceholder, saysAbsent } from './values/absent.js';
import { pieces, textOf } from './values/inline.js';

/** The title and the heading's number. A heading of the SEP form says the title; else a `Title` field; else the heading. */
export function readTitle(
  proposal: Proposal,
  { merged, lines, titleHeading: heading }: Document,
  report: Report,
): void {
  const parts = heading && sepHeading(heading.text);
  const at = proposal.fields.findIndex((each) => each.canonical === 'title');
  const field = proposal.fields[at];
  // A title in YAML may stand on several lines (`title: >`).
  const text = (merged.fields[at]?.field.text ?? field?.raw ?? '').replace(/\s+/g, ' ').trim();
  const written = text !== '' && !isPlaceholder(text) && !saysAbsent(text) ? text : null;
  proposal.headingNumber = parts?.number ?? null;
  proposal.title = (parts?.isSep ? parts.title : null) ?? written ?? parts?.title ?? null;
  if (proposal.title !== null && isPlaceholder(proposal.title)) proposal.title = null;
  if (
    heading &&
    field &&
    parts?.isSep &&
    parts.title !== null &&
    written !== null &&
    plain(written) !== plain(parts.title)
  ) {
    report(
      field.position.value,
      'warning',
      'preamble/title',
      `The title differs from the heading on line ${heading.line}; the heading counts.`,
      'Make both the same.',
    );
  }
  if (proposal.title === null) {
    const span = heading ? lines.wholeLines(lines.all[heading.line - 1]?.start ?? 0, 0) : lines.span(0, 0);
    report(
      span,
      'error',
      'heading/title',
      'The proposal has no title.',
      'Begin the file with "# SEP-0000: Your title".',
    );
  }
}

function plain(markdown: string): string {
  return textOf(pieces(markdown)).toLowerCase();
}
