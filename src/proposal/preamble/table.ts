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
  const sideways = rows.length === 2 && isSideways(source, header, rows[1]);
  const fields = sideways ? sidewaysFields(source, header, rows[1]) : rows.flatMap((row) => rowFields(source, row));
  return fields.some((field) => field.canonical)
    ? { form: 'table', fields, problems: [], ...(sideways ? { sideways } : {}) }
    : null;
}

/** Whether the header row holds the keys: all of them, or, where some are unknown, two and no key below them. */
function isSideways(source: string, header: TableRow, values: TableRow | undefined): boolean {
  const keys = header.children.map((cell) => keyOfCell(source, cell));
  const known = keys.filter((key) => fieldNamed(key) !== null).length;
  if (keys.length > 1 && known === keys.length) return true;
  const below = (values?.children ?? []).some((cell) => fieldNamed(keyOfCell(source, cell)) !== null);
  return keys.length > 2 && known > 1 && !below;
}

/** Key and value; more pairs beside them; and a number or an icon before the key. */
function rowFields(source: string, row: TableRow): RawField[] {
  const [first, ...others] = row.children;
  const second = others[0];
  if (!first || !second) return [];
  const isKey = (cell: TableCell | undefined): boolean =>
    cell !== undefined && fieldNamed(keyOfCell(source, cell)) !== null;
  const cells = others.length > 1 && !isKey(first) && isKey(second) ? others : row.children;
  return cells.flatMap((cell, index) => {
    const value = cells[index + 1];
    const key = keyOfCell(source, cell);
    if (index % 2 === 1 || !value || key === '' || (index > 0 && !isKey(cell))) return [];
    return [field(source, key, index === 0 ? first : value, value)];
  });
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
