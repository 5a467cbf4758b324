import { findDocument } from './document.js';
import { keyOf } from './keys.js';
import type { MergedField } from './preamble/merge.js';
import { decode, type Lines } from './source.js';
import { sepHeading } from './title.js';
import type { FieldName, Heading } from './types.js';

/** A changed document, and the changed lines as a GitHub suggestion needs them: whole, without the last line break. */
export interface Edit {
  readonly source: string;
  /** Lines of the document before the change, from 1, both included. */
  readonly line: { readonly start: number; readonly end: number };
  readonly before: string;
  readonly after: string;
}

/** Why a field cannot be changed by replacing bytes. */
export interface EditError {
  readonly error: {
    readonly code: 'unreadable' | 'bad-value' | 'no-preamble' | 'no-heading' | 'no-room';
    readonly message: string;
    /** What to do next. */
    readonly help: string;
  };
}

/**
 * Changes one field: the bytes of its value and nothing else, in whichever form the preamble has. A field that is
 * missing is added in the same form after the last one. `number` is the one in the heading (`# SEP-0000: …`).
 * `value` is Markdown on one line, written as the document shall say it (`In-Review`, `Ada Example (@ada)`).
 */
export function editField(source: string, field: FieldName, value: string): Edit | EditError {
  if (value.trim() === '' || /[\r\n\u2028\u2029\0]/.test(value)) {
    return failure('bad-value', 'A value is one line and not empty.', 'Give the value without line breaks.');
  }
  if (decode(source).problem !== null) {
    return failure('unreadable', 'The document cannot be read as text.', 'Mend the file first.');
  }
  const { lines, titleHeading, merged } = findDocument(source);
  if (field === 'number') {
    const inHeading = editNumber(source, lines, titleHeading, value.trim());
    if (inHeading) return inHeading;
  }
  const present = merged.fields.find((each) => each.field.canonical === field);
  if (present) return replaceValue(source, lines, present, value.trim());
  if (field === 'number') return numberHeading(source, lines, titleHeading, value.trim());
  const last = merged.fields.filter((each) => each.block === merged.primary).at(-1);
  if (!last) {
    const help = 'Add lines such as "- **Status**: Draft" below the title, as in the template.';
    return failure('no-preamble', 'The document has no preamble to add the field to.', help);
  }
  return addField(source, lines, last, keyOf(field), value.trim());
}

function failure(code: EditError['error']['code'], message: string, help: string): EditError {
  return { error: { code, message, help } };
}

/** Replaces a stretch and tells which whole lines that touches. */
function splice(source: string, lines: Lines, start: number, end: number, text: string): Edit {
  const touched = lines.wholeLines(start, end);
  const [from, to] = [touched.start.offset, touched.end.offset];
  return {
    source: source.slice(0, start) + text + source.slice(end),
    line: { start: touched.start.line, end: touched.end.line },
    before: source.slice(from, to),
    after: source.slice(from, start) + text + source.slice(end, to),
  };
}

function replaceValue(source: string, lines: Lines, { field, block }: MergedField, value: string): Edit {
  const { start, end } = field.value;
  const old = source.slice(start, end);
  let text = value;
  if (block.form === 'frontmatter') text = yamlScalar(value, old);
  else {
    if (/^`[^`]+`$/.test(old) && !value.includes('`')) text = `\`${value}\``;
    if (block.form === 'table') text = escapePipes(text);
    text += field.closes ?? '';
  }
  if (start === end) {
    // An empty value: keep what follows apart from the key or the cell's pipes.
    if (!/\s/.test(source[start - 1] ?? '')) text = ` ${text}`;
    if (block.form === 'table' && !/\s/.test(source[end] ?? '')) text = `${text} `;
  }
  return splice(source, lines, start, end, text);
}

function editNumber(source: string, lines: Lines, heading: Heading | null, value: string): Edit | null {
  const at = heading && headingStart(lines, heading);
  if (!heading || at === null) return null;
  const parts = sepHeading(heading.text);
  if (parts.numberAt) return splice(source, lines, at + parts.numberAt.start, at + parts.numberAt.end, value);
  const word = parts.isSep ? /^\W*SEP/i.exec(heading.text) : null;
  return word ? splice(source, lines, at + word[0].length, at + word[0].length, `-${value}`) : null;
}

function numberHeading(source: string, lines: Lines, heading: Heading | null, value: string): Edit | EditError {
  const at = heading && headingStart(lines, heading);
  if (!heading || at === null) {
    const help = `Begin the file with "# SEP-${value}: Your title".`;
    return failure('no-heading', 'The document has no heading that could carry the number.', help);
  }
  return splice(source, lines, at, at, `SEP-${value}: `);
}

function headingStart(lines: Lines, heading: Heading): number | null {
  const line = lines.all[heading.line - 1];
  const inLine = line?.text.indexOf(heading.text) ?? -1;
  return line && inLine !== -1 ? line.start + inLine : null;
}

function addField(source: string, lines: Lines, last: MergedField, key: string, value: string): Edit | EditError {
  if (last.block.sideways) {
    const help = `Add a column "${key}" to the table.`;
    return failure('no-room', 'In a table with its keys in one row a field is a column, not a line.', help);
  }
  const own = lines.wholeLines(last.field.keyAt, last.field.value.end);
  const keyLine = source.slice(own.start.offset, own.end.offset).split(/\r\n|\n|\r/)[0] ?? '';
  const at = own.end.offset;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  return splice(source, lines, at, at, eol + newLine(last, keyLine, key, value));
}

/** A line in the manner of the one before it: the same bullet, the colon inside or outside the bold. */
function newLine({ block, field }: MergedField, keyLine: string, key: string, value: string): string {
  const marked = /(\*\*|__)[^*_]{0,60}?[:：]\s*\1/.test(keyLine) ? `**${key}:** ${value}` : `**${key}**: ${value}`;
  switch (block.form) {
    case 'bullets': {
      const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/.exec(keyLine)?.[0] ?? '- ';
      return marker + (field.plain ? `${key}: ${value}` : marked);
    }
    case 'lines':
      return field.plain ? `${key}: ${value}` : marked;
    case 'table': {
      const cells = Math.max(2, keyLine.replace(/\\\|/g, '').split('|').length - 2);
      const bold = /\*\*/.test(keyLine.split('|')[1] ?? '') ? '**' : '';
      return `| ${bold}${key}${bold} | ${escapePipes(value)} |${'  |'.repeat(cells - 2)}`;
    }
    case 'frontmatter':
      return `${key.toLowerCase().replace(/\(s\)/, 's').replace(/\s+/g, '-')}: ${yamlScalar(value, '')}`;
  }
}

function escapePipes(text: string): string {
  return text.replace(/\\?\|/g, '\\|');
}

/** Keeps the old value's quotes; otherwise quotes only what YAML would read differently. */
function yamlScalar(value: string, old: string): string {
  if (old.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  const plain = /^[A-Za-z0-9][\w .,/+-]*$/.test(value) && !old.startsWith('"');
  return plain ? value : JSON.stringify(value);
}
