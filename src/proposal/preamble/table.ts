import type { Table, TableCell, TableRow } from 'mdast';
import { fieldNamed } from '../keys.js';
import { offsets } from '../markdown.js';
import { trimmed } from './field-lines.js';
import type { Block, RawField } from './types.js';

/** A table of keys and values. The header row may be a field itself (`| Status | Draft |`) or say `Field | Value`. */
export function tableBlock(source: string, table: Table): Block | null {
  const rows = table.children;
  const header = rows[0];
  if (!header) return null;
  const headerKeys = header.children.map((cell) => keyOfCell(source, cell));
  const sideways =
    rows.length === 2 && headerKeys.length > 1 && headerKeys.every((key) => key !== '' && fieldNamed(key) !== null);
  const fields = sideways ? sidewaysFields(source, header, rows[1]) : rows.flatMap((row) => rowField(source, row));
  return fields.some((field) => field.canonical)
    ? { form: 'table', fields, problems: [], ...(sideways ? { sideways } : {}) }
    : null;
}

function rowField(source: string, row: TableRow): RawField[] {
  const [first, second] = row.children;
  if (!first || !second) return [];
  const key = keyOfCell(source, first);
  return key === '' ? [] : [field(source, key, first, second)];
}

function sidewaysFields(source: string, header: TableRow, values: TableRow | undefined): RawField[] {
  return header.children.flatMap((cell, index) => {
    const value = values?.children[index];
    return value ? [field(source, keyOfCell(source, cell), value, value)] : [];
  });
}

/** `first` is the first cell of the line that the field is. */
function field(source: string, key: string, first: TableCell, cell: TableCell): RawField {
  return {
    key,
    canonical: fieldNamed(key),
    keyAt: offsets(first).start,
    value: valueOfCell(source, cell),
    text: null,
    plain: false,
  };
}

/** A cell's span in mdast includes its pipes and padding; an empty cell keeps one place between them. */
function valueOfCell(source: string, cell: TableCell): { start: number; end: number } {
  const first = cell.children[0];
  const last = cell.children.at(-1);
  if (first && last) return trimmed(source, offsets(first).start, offsets(last).end);
  const { start, end } = offsets(cell);
  const at = Math.min(start + (source[start] === '|' ? 1 : 0) + 1, end);
  return { start: at, end: at };
}

function keyOfCell(source: string, cell: TableCell): string {
  const { start, end } = valueOfCell(source, cell);
  return source
    .slice(start, end)
    .replace(/[*_`\\]/g, '')
    .replace(/[:：]\s*$/, '')
    .trim()
    .slice(0, 60);
}
