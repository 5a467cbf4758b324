import { editField } from '../edit.js';
import type { Field, FieldName, Proposal } from '../types.js';
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
