import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editField, type Edit, type FieldName } from '../../src/proposal/index.js';
import { CLEAN, read } from './documents.js';

function edited(source: string, field: FieldName, value: string): Edit {
  const edit = editField(source, field, value);
  if ('error' in edit) throw new Error(edit.error.message);
  return edit;
}

/** What GitHub does when somebody accepts a suggestion: whole lines are replaced. */
function accept(source: string, { line, after }: Edit): string {
  const breaks = /\r\n/.test(source) ? '\r\n' : '\n';
  const lines = source.split(breaks);
  lines.splice(line.start - 1, line.end - line.start + 1, ...after.split(breaks));
  return lines.join(breaks);
}

describe('changing a value', () => {
  it.each([
    ['- **Status**: Draft', '- **Status**: In-Review'],
    ['- **Status:**   `draft`  ', '- **Status:**   `In-Review`  '],
    ['- **Status**:', '- **Status**: In-Review'],
    ['**Status:** Draft\\', '**Status:** In-Review\\'],
    ['**Status: Draft**', '**Status: In-Review**'],
    ['- __Status: `Draft`__  ', '- __Status: `In-Review`__  '],
    ['***Status：Draft***<br>', '***Status：In-Review***<br>'],
    ['*Status: Draft* (since May)\\', '*Status: In-Review*\\'],
    ['**Status: Draft** | **Type: Process**', '**Status: In-Review** | **Type: Process**'],
    [
      '- 🚦 **Status**: <!-- one of nine --> Draft <!-- for now -->',
      '- 🚦 **Status**: <!-- one of nine --> In-Review <!-- for now -->',
    ],
    ['***Status***: Draft<br/>', '***Status***: In-Review<br/>'],
    ['<b>Status:</b> Draft', '<b>Status:</b> In-Review'],
    ['• **Status** = Draft', '• **Status** = In-Review'],
    ['| Status | Draft      |\n|---|---|\n', '| Status | In-Review      |\n|---|---|\n'],
    ['| Status | |\n|---|---|\n', '| Status | In-Review |\n|---|---|\n'],
  ])('%j becomes %j', (before, after) => {
    expect(edited(`# SEP-1: T\n\n${before}\n\n## Abstract\n`, 'status', 'In-Review').source).toBe(
      `# SEP-1: T\n\n${after}\n\n## Abstract\n`,
    );
  });

  it.each([
    ['status: Draft # soon', 'status: In-Review # soon'],
    ["status: 'Draft'", "status: 'In-Review'"],
    ['status: "Draft"', 'status: "In-Review"'],
    ['status:', 'status: In-Review'],
    ['status: #12', 'status: In-Review'],
  ])('in front matter, %j becomes %j', (before, after) => {
    const edit = edited(`---\ntype: Process\n${before}\n---\n# T\n`, 'status', 'In-Review');
    expect(edit).toMatchObject({ source: `---\ntype: Process\n${after}\n---\n# T\n`, before, after });
    expect(edit.line).toEqual({ start: 3, end: 3 });
  });

  it.each([
    ['# SEP-0000: Lamps', '# SEP-12: Lamps'],
    ['# SEP-{NUMBER}: Lamps #', '# SEP-12: Lamps #'],
    ['# SEP: Lamps', '# SEP-12: Lamps'],
    ['# Lamps', '# SEP-12: Lamps'],
    ['# **SEP-TBD: Lamps**', '# **SEP-12: Lamps**'],
  ])('the number: %j becomes %j', (before, after) => {
    expect(edited(`${before}\n\n- **Status**: Draft\n`, 'number', '12')).toMatchObject({ before, after });
  });

  it('replaces a value of several lines as whole lines', () => {
    const source = '# SEP-1: T\r\n\r\n- **Authors**:\r\n  - Ada\r\n  - Bo\r\n- **Type**: Process\r\n';
    const edit = edited(source, 'authors', 'Cy Third (@cy)');
    expect(edit.line).toEqual({ start: 4, end: 5 });
    expect(edit.source).toBe(accept(source, edit));
    expect(read(edit.source)).toMatchObject({ authors: [{ name: 'Cy Third', github: 'cy' }], type: 'Process' });
  });
});

describe('adding a field', () => {
  it.each([
    ['- **Status**: Draft', '- **Sponsor**: Cy | Co (@cy)'],
    ['* **Status:** Draft', '* **Sponsor:** Cy | Co (@cy)'],
    ['**Status**: Draft', '**Sponsor**: Cy | Co (@cy)'],
    ['- **Status: Draft**', '- **Sponsor**: Cy | Co (@cy)'],
    ['| Field | Value | Note |\n|---|---|---|\n| **Status** | Draft | x |', '| **Sponsor** | Cy \\| Co (@cy) |  |'],
  ])('below %j', (last, line) => {
    const source = `# SEP-1: T\n\n${last}\n\n## Abstract\n`;
    const edit = edited(source, 'sponsor', 'Cy | Co (@cy)');
    expect(edit.source).toBe(`# SEP-1: T\n\n${last}\n${line}\n\n## Abstract\n`);
    expect(accept(source, edit)).toBe(edit.source);
  });

  it('in front matter', () => {
    const edit = edited('---\nstatus: Draft\n---\n# T\n', 'workingGroup', 'Lanterns');
    expect(edit.source).toBe('---\nstatus: Draft\nworking-group: Lanterns\n---\n# T\n');
  });
});

describe('what cannot be edited', () => {
  it.each([
    ['no-preamble', '# SEP-1: T\n\n## Abstract\n', 'status', 'Draft'],
    ['no-heading', '- **Status**: Draft\n', 'number', '12'],
    ['no-room', '# T\n\n| Status | Type |\n|---|---|\n| Draft | Process |\n', 'sponsor', '@cy'],
    ['bad-value', CLEAN, 'status', 'Draft\n- **Type**: Process'],
    ['bad-value', CLEAN, 'status', '  '],
    ['unreadable', 'a\0b', 'status', 'Draft'],
  ] as const)('%s', (code, source, field, value) => {
    expect(editField(source, field, value)).toMatchObject({ error: { code } });
  });
});

const STANDARD = [
  CLEAN,
  CLEAN.replaceAll('\n', '\r\n'),
  CLEAN.replace(/^- (\*\*\w)/gm, '$1'),
  CLEAN.replace(/^- \*\*(.*?)\*\*: (.*)$/gm, '- **$1: $2**'),
  CLEAN.replace(/^- \*\*(.*?)\*\*: (.*)$/gm, '__$1:$2__\\'),
  CLEAN.replace(/^- \*\*(.*?)\*\*: (.*)$/gm, '* ***$1***:\u00a0$2<br>'),
  CLEAN.replace(/^- \*\*(.*?)\*\*: (.*)$/gm, '| $1 | $2 |').replace(/\n(\| Type)/, '\n|---|---|\n$1'),
  CLEAN.replace(
    /^- \*\*(.*?)(?:\(s\))?\*\*: (.*)$/gm,
    (_, key: string, value: string) => `${key}: ${JSON.stringify(value)}`,
  ).replace(/^(# .*)\n\n((?:[A-Z].*\n)+)/, '---\n$2---\n\n$1\n'),
];
/** And front matter below a comment. */
const FORMS = [...STANDARD, `<!-- from the template -->\n\n${STANDARD.at(-1) ?? ''}`];

describe('an edit', () => {
  it('changes the value, and no other field or byte, in every form', () => {
    const fields = fc.constantFrom<FieldName>('status', 'type', 'created', 'authors', 'sponsor', 'workingGroup', 'pr');
    const value = fc.stringMatching(/^[A-Za-z0-9@#(][A-Za-z0-9 @#|()'":.,-]{0,30}[A-Za-z0-9)]$/);
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fields, value, (source, field, text) => {
        const old = read(source).fields.find((each) => each.canonical === field);
        const edit = edited(source, field, text);
        expect(old).toBeDefined();
        const { start, end } = old!.position.value;
        expect(edit.source.startsWith(source.slice(0, start.offset))).toBe(true);
        expect(edit.source.endsWith(source.slice(end.offset))).toBe(true);
        expect(accept(source, edit)).toBe(edit.source);
        const others = (from: string): [string, string][] =>
          read(from)
            .fields.filter((each) => each.canonical !== field)
            .map((each) => [each.key, each.raw]);
        expect(others(edit.source)).toEqual(others(source));
        // Writing the old value back gives the old document, so the new value was found as one and whole.
        expect(read(edit.source).fields.filter((each) => each.canonical === field)).toHaveLength(1);
      }),
      { numRuns: 160 },
    );
  });
});
