import { describe, expect, it } from 'vitest';
import { editField, parseToJson } from '../../src/proposal/index.js';
import { CLEAN, codes, read } from './documents.js';

const LAMPS = {
  title: 'Lamps',
  status: 'draft',
  type: 'Process',
  created: '2026-02-28',
  authors: [{ name: 'Ada Example', github: 'ada' }, { name: 'Bo Sample' }],
  pr: 7001,
};

describe('the ways to write a preamble', () => {
  it.each([
    [
      'bullets',
      '# SEP-7001: Lamps\n\n- **Status**: Draft\n- **Type**: Process\n- **Created**: 2026-02-28\n- **Author(s)**: Ada Example (@ada), Bo Sample\n- **PR**: #7001\n',
    ],
    [
      'bullets',
      '# SEP-7001: Lamps\r\n\r\n## Preamble\r\n\r\n* **Title:** Lamps\r\n* **Status:** draft\r\n* **Type:** Process\r\n* **Created:** 2026-02-28\r\n* **Authors:**\r\n  - Ada Example (@ada)\r\n  - Bo Sample\r\n* **Pull Request:** 7001\r\n',
    ],
    [
      'frontmatter',
      '---\ntitle: Lamps\nstatus: Draft\ntype: Process\ncreated: 2026-02-28\nauthors:\n  - name: Ada Example\n    github: ada\n  - Bo Sample\npr: "#7001"\n---\n\n# Lamps\n',
    ],
    [
      'table',
      '# SEP: Lamps\n\n| Status | Draft |\n|:--|:--|\n| Type | Process |\n| Created | `2026-02-28` |\n| Authors | Ada Example (@ada) and Bo Sample |\n| PR | [#7001](https://github.com/harbour/spec/pull/7001) |\n',
    ],
    [
      'table',
      '# SEP: Lamps\n\n| Field | Value |\n|---|---|\n| **Status** | Draft |\n| **Type** | Process |\n| **Created** | 2026-02-28 |\n| **Author** | Ada Example (@ada); Bo Sample |\n| **PR** | {7001} |\n',
    ],
    [
      'lines',
      '# SEP-7001: Lamps\n\n**Status**: Draft\n**Type:** Process\n**Created**: 2026-02-28\n\n**Author(s)**: Ada Example (@ada),\nBo Sample\n**PR**: https://github.com/harbour/spec/pull/{7001}\n',
    ],
    [
      'lines',
      '# SEP-7001: Lamps\n\n**Status**: Draft | **Type**: Process · **Created**: 2026-02-28\n**Author(s)**: Ada Example (@ada), Bo Sample **PR:** #7001\n',
    ],
    [
      'bullets',
      '# SEP-7001: Lamps\n\n- [x] **Status**: Draft\n- [ ] **Type**: Process\n- **Created**: 2026-02-28\n- **Author(s)**: Ada Example (@ada), Bo Sample\n- **PR**: #7001\n',
    ],
    [
      'bullets',
      '# SEP-7001: Lamps\n\n## 📋 SEP Details\n\n- **Metadata**:\n  - 🚦 **Status: Draft** <!-- Draft | Final -->\n  - **Type: Process**\n<!-- more -->\n* **Created**:\u00a02026-02-28\n* **Author(s)**: Ada Example (@ada), Bo Sample\n+ **PR**: #7001\n',
    ],
    [
      'lines',
      '# SEP-7001: Lamps\n\n__Status: Draft__  \n***Type***: Process<br>\n<b>Created</b>: 2026-02-28\\\n• **Author(s)**： Ada Example (@ada),  \nBo Sample\n\u200b**PR** = #7001\n',
    ],
    [
      'frontmatter',
      '---\r\nSEP: 7001\r\nStatus: Draft\r\nType: Process\r\nCreated: 2026-02-28\r\nPR: #7001\r\nAuthors:\r\n  - {name: Ada Example, github_username: ada}\r\n  - "Bo Sample"\r\n---\r\n# Lamps\r\n',
    ],
    [
      'frontmatter',
      '\n<!-- A proposal -->\n---\nsep:\n  status: Draft\n  type: Process\n  created: 2026-02-28\n  authors:\n    - name: Ada Example\n      url: https://github.com/ada\n    - name: Bo Sample\n  pr: 7001\n---\n# Lamps\n',
    ],
    [
      'table',
      '# Lamps\n\n| Version | Status | Type | Created | Author | PR |\n|---|---|---|---|---|---|\n| 2 | Draft | Process | 2026-02-28 | Ada Example (@ada)<br>Bo Sample | #7001 |\n',
    ],
    [
      'table',
      '# Lamps\n\n| Status | Draft | Type | Process |\n|---|---|---|---|\n| Created | 2026-02-28 | PR | #7001 |\n| Authors | Ada Example (@ada), Bo Sample | | |\n',
    ],
    [
      'table',
      '# Lamps\n\n| # | Field | Value |\n|---|---|---|\n| 1 | Status | Draft |\n| 2 | Type | Process |\n| 3 | Created | 2026-02-28 |\n| 4 | Authors | Ada Example (@ada), Bo Sample |\n| 5 | PR | #7001 |\n',
    ],
  ])('reads %s', (form, source) => {
    const proposal = read(source);
    expect(proposal).toMatchObject({ form, ...LAMPS });
    expect(codes(proposal)).toEqual([]);
  });

  it.each(['>', '|'])('reads a title of several lines in YAML (%s)', (mark) => {
    const source = `---\ntitle: ${mark}\n  Lamps\n  and bells\nstatus: Draft\n---\n\n## Abstract\n`;
    expect(read(source).title).toBe('Lamps and bells');
  });

  it('finds nothing to say about a clean document', () => {
    const proposal = read(CLEAN);
    expect(proposal.diagnostics).toEqual([]);
    expect(proposal.title).toBe('Harbour `lamp` signals');
    expect(proposal.workingGroup).toBe('Lanterns');
  });

  it('prints the contract, in its order', () => {
    expect(Object.keys(parseToJson('seps/7001-lamps.md', read(CLEAN)))).toEqual(
      'path number headingNumber title status statusRaw type created authors authorGroup sponsor sponsors workingGroup pr issue supersedes requires related extensionIdentifier accepted diagnostics'.split(
        ' ',
      ),
    );
  });
});

describe('what is no preamble', () => {
  it.each([
    ['an example in a later section', '# SEP-1: T\n\n## Abstract\n\n- **Status**: Final\n- **Type**: Process\n'],
    ['a code block', '# SEP-1: T\n\n```\n- **Status**: Final\n# SEP-2: U\n```\n\n## Abstract\n'],
    ['a quotation', '# SEP-1: T\n\n> - **Status**: Final\n\n## Abstract\n'],
    ['a rule', '# SEP-1: T\n\n---\n\nOf lamps.\n\n---\n\n## Abstract\n'],
    ['a comment', '# SEP-1: T\n\n<!--\n- **Status**: Final\n-->\n\n## Abstract\n'],
  ])('%s', (_, source) => {
    const proposal = read(source);
    expect(proposal).toMatchObject({ title: 'T', form: null, status: null, statusRaw: null });
    expect(codes(proposal)).toEqual(['error preamble/missing']);
  });
});

describe('a preamble where none is read', () => {
  const fields = '- **Status**: Draft\n- **Type**: Process\n';
  it.each([
    ['a quotation', 3, fields.replace(/^/gm, '> ')],
    ['a code block', 3, `\`\`\`\n${fields}\`\`\`\n`],
    ['a code block', 5, `Of lamps.\n\n\`\`\`yaml\nstatus: Draft\ntype: Process\n\`\`\`\n`],
    [
      'HTML',
      3,
      '<table>\n<tr><td>Status</td><td>Draft</td></tr>\n<tr><td><b>Type:</b></td><td>Process</td></tr>\n</table>\n',
    ],
  ])('is pointed at: %s on line %i', (inside, line, text) => {
    const proposal = read(`# SEP-1: T\n\n${text}\n## Abstract\n`);
    expect(proposal).toMatchObject({ status: null, type: null, fields: [] });
    expect(proposal.diagnostics).toMatchObject([{ code: 'preamble/missing', severity: 'error', line }]);
    expect(proposal.diagnostics[0]?.help).toContain(`stand in ${inside}`);
  });
});

describe('a key in bold with a list below it', () => {
  it.each(['**Authors**', '**Authors:**', '**Status**: Draft\n**Authors**:'])('%s', (key) => {
    const proposal = read(`# SEP-1: T\n\n${key}\n\n- Ada Example (@ada)\n- Bo Sample\n\n**Type**: Process\n`);
    expect(proposal).toMatchObject({ authors: LAMPS.authors, type: 'Process' });
    expect(codes(proposal)).toEqual([]);
  });

  it('is edited in its list, and numbers in the list are none of the names', () => {
    const source = '# SEP-1: T\n\n**Sponsor**\n\n1. Ada Example (@ada)\n2. @bo\n\n**Status**: Draft\n';
    expect(read(source).sponsors).toEqual([{ name: 'Ada Example', github: 'ada' }, { github: 'bo' }]);
    const edit = editField(source, 'sponsor', '@cy');
    if ('error' in edit) throw new Error(edit.error.message);
    expect(read(edit.source)).toMatchObject({ sponsors: [{ github: 'cy' }], status: 'draft' });
  });

  it('leaves a list of fields alone', () => {
    const proposal = read('# SEP-1: T\n\n**Authors**\n\n- **Status**: Draft\n- **Type**: Process\n');
    expect(proposal).toMatchObject({ authors: [], status: 'draft', form: 'bullets' });
  });
});

describe('two preambles', () => {
  it('lets the bullets win, fills their gaps from the other, and names what differs', () => {
    const proposal = read(
      '---\nstatus: Final\nworking-group: Lanterns\n---\n\n# SEP-1: T\n\n- **Status**: Draft\n- **Type**: Process\n\n### Preamble\n\nStatus: Proposal\nCreated: 2026-02-28\n\n## Abstract\n',
    );
    expect(proposal).toMatchObject({
      form: 'bullets',
      status: 'draft',
      workingGroup: 'Lanterns',
      created: '2026-02-28',
    });
    expect(proposal.diagnostics.map((each) => [each.line, each.code])).toEqual([
      [2, 'preamble/duplicate-field'],
      [13, 'preamble/duplicate-field'],
      [14, 'preamble/plain-key'],
    ]);
    expect(proposal.diagnostics[0]).toMatchObject({
      message: '"status" stands here twice, and the two differ; the other one counts.',
      help: 'Remove this one; the one on line 8 counts.',
    });
  });
});

describe('places', () => {
  it.each(['\uFEFF', ''])('point at the bytes of key line and value (byte order mark: %j)', (mark) => {
    const source = `${mark}# SEP-1: T\r\n\r\n- **Status**: Draft\r\n- **Author(s)**:\r\n  - Ada Example (@ada)\r\n  - Bo Sample\r\n`;
    const [status, authors] = read(source).fields;
    const slice = (span: { start: { offset: number }; end: { offset: number } }): string =>
      source.slice(span.start.offset, span.end.offset);
    expect(slice(status!.position.value)).toBe('Draft');
    expect(status!.position.value.start).toMatchObject({ line: 3, column: 15 });
    expect(slice(authors!.position.line)).toBe('- **Author(s)**:\r\n  - Ada Example (@ada)\r\n  - Bo Sample');
    expect(authors!.position.line.start).toMatchObject({ line: 4, column: 1 });
  });
});

describe('YAML that cannot be read', () => {
  it('is an error at its place, and the lines still say what was meant', () => {
    const proposal = read('---\nstatus: Draft\nsponsor: @ada\n---\n\n# SEP-1: T\n');
    expect(proposal).toMatchObject({ status: 'draft', sponsor: { github: 'ada' } });
    expect(proposal.diagnostics).toMatchObject([{ code: 'preamble/yaml', severity: 'error', line: 3 }]);
  });

  it('refuses aliases, which grow', () => {
    const proposal = read('---\ntype: Process\nx: &x [Draft]\nstatus: *x\n---\n\n# SEP-1: T\n');
    expect(proposal.status).toBeNull();
    expect(codes(proposal)).toContain('error preamble/yaml');
  });
});

describe('files that are no text', () => {
  it.each([
    ['file/not-utf8', new Uint8Array([0x23, 0x20, 0xc3, 0x28])],
    ['file/binary', new Uint8Array([0x50, 0x4b, 0x00, 0x04])],
    ['file/empty', ' \n\uFEFF'],
    ['file/empty', new Uint8Array()],
    ['file/too-large', 'a'.repeat(1024 * 1024 + 1)],
  ])('%s', (code, source) => {
    const proposal = read(source as string);
    expect(codes(proposal)).toEqual([`error ${code}`]);
    expect(proposal).toMatchObject({ number: 7001, title: null, normativeHash: null });
  });
});
