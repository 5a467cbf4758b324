import { editField } from '../edit.js';
import type { Field, FieldName, Proposal } from '../types.js';
import type { Body, Section } from './body.js';
import type { Fix, Report, ReviewContext } from './types.js';

type Place = Pick<Report, 'line' | 'column' | 'endLine' | 'endColumn'>;

export function fieldOf(proposal: Proposal, name: FieldName): Field | undefined {
  return proposal.fields.find((field) => field.canonical === name);
}

/** The value of a field, or its whole line where the value is empty. */
export function atField(field: Field): Place {
  const { start, end } = field.raw === '' ? field.position.line : field.position.value;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The title's line, or the first line. */
export function atTitle(proposal: Proposal): Place {
  return { line: proposal.headings[0]?.line ?? 1, column: 1 };
}

/** The last line of the preamble that counts, where a missing field belongs; else the title's line. */
export function afterPreamble(proposal: Proposal): Place {
  const last = proposal.fields.filter((field) => field.form === proposal.form).at(-1);
  return last ? { line: last.position.line.end.line, column: 1 } : atTitle(proposal);
}

/** One edit of a field as a mend; nothing where the field cannot be edited. */
export function mend(context: ReviewContext, field: FieldName, value: string): { fix?: Fix } {
  const edit = editField(context.source, field, value);
  if ('error' in edit) return {};
  return { fix: { startLine: edit.line.start, endLine: edit.line.end, replacement: edit.after } };
}

/** A heading's whole line. */
export function atHeading(section: Section): Place {
  return { line: section.heading.line, column: 1 };
}

/** The stretch of a field's value that is `text`, at its first appearance; the whole value where it is not there. */
export function inField(field: Field, text: string): Place {
  const at = field.raw.indexOf(text);
  const { start } = field.position.value;
  if (at === -1 || field.raw.slice(0, at).includes('\n')) return atField(field);
  const column = start.column + at;
  return { line: start.line, column, endLine: start.line, endColumn: column + text.length };
}

/** A change of one whole line as a mend. `change` gets the line as it stands in the source. */
export function mendLine(body: Body, line: number, change: (text: string) => string): { fix?: Fix } {
  const text = body.source.all[line - 1]?.text ?? '';
  const replacement = change(text);
  return replacement === text ? {} : { fix: { startLine: line, endLine: line, replacement } };
}
