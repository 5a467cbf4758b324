import { describe, expect, it } from 'vitest';
import { codes, read, withField } from './documents.js';

const OK: string[] = [];

describe('status and type', () => {
  it.each([
    ['draft', 'draft', OK],
    ['`In-Review`', 'in-review', OK],
    ['~~Draft~~ Final', 'final', OK],
    ['In Review', 'in-review', ['warning preamble/status-vocabulary']],
    ['Draft (awaiting sponsor)', 'draft', ['warning preamble/status-vocabulary']],
    ['Superseded by SEP-12', 'superseded', ['warning preamble/status-vocabulary']],
    ['Approved', null, ['error preamble/status-vocabulary']],
    ['idea', null, ['error preamble/status-vocabulary']],
    ['Draft / Proposal', null, ['error preamble/status-vocabulary']],
    ['Draft | In-Review | Accepted', null, ['error preamble/status-vocabulary']],
  ])('status %s', (value, status, said) => {
    const proposal = withField('Status', value);
    expect(proposal.status).toBe(status);
    expect(codes(proposal)).toEqual(said);
  });

  it('keeps the word of the author', () => {
    expect(withField('Status', '`idea`').statusRaw).toBe('idea');
  });

  it.each([
    ['extensions track', 'Extensions Track', OK],
    ['Extension', 'Extensions Track', ['warning preamble/type-vocabulary']],
    ['Standards Track (core)', 'Standards Track', ['warning preamble/type-vocabulary']],
    ['Standards Track (Extensions Track)', null, ['error preamble/type-vocabulary']],
    ['Feature', null, ['error preamble/type-vocabulary']],
  ])('type %s', (value, type, said) => {
    const proposal = withField('Type', value);
    expect(proposal.type).toBe(type);
    expect(codes(proposal)).toEqual(said);
  });
});

describe('dates', () => {
  it.each([
    ['2026-02-28', '2026-02-28', OK],
    ['TBD', null, OK],
    ['2026/2/28', '2026-02-28', ['warning preamble/date']],
    ['February 28, 2026', '2026-02-28', ['warning preamble/date']],
    ['28 Feb 2026', '2026-02-28', ['warning preamble/date']],
    ['28/02/2026', '2026-02-28', ['warning preamble/date']],
    ['2-28-2026', '2026-02-28', ['warning preamble/date']],
    ['Saturday, February 28, 2026', '2026-02-28', ['warning preamble/date']],
    ['28. Feb 2026', '2026-02-28', ['warning preamble/date']],
    ['2026-Feb-28', '2026-02-28', ['warning preamble/date']],
    ['2026–02–28', '2026-02-28', ['warning preamble/date']],
    ['2026年2月28日', '2026-02-28', ['warning preamble/date']],
    ['~20260228', '2026-02-28', ['warning preamble/date']],
    ['13/13/2026', null, ['error preamble/date']],
    ['28 Feb 26', null, ['error preamble/date']],
    ['2026-02-30', null, ['error preamble/date']],
    ['03/04/2026', null, ['error preamble/date']],
    ['YYYY-MM-DD', null, ['error preamble/date']],
  ])('%s', (value, day, said) => {
    const proposal = withField('Created', value);
    expect(proposal.created).toBe(day);
    expect(codes(proposal)).toEqual(said);
  });

  it('reads the vote behind an acceptance', () => {
    const raw = '2026-03-01, 8 Yes, 1 No, 2 Absent per vote in chat.';
    expect(withField('Accepted', raw).accepted).toEqual({ date: '2026-03-01', yes: 8, no: 1, absent: 2, raw });
  });
});

describe('numbers', () => {
  it.each([
    ['#12', 12, OK],
    ['12', 12, OK],
    ['{12}', 12, OK],
    ['PR #12', 12, OK],
    ['[#12](https://github.com/harbour/spec/pull/12)', 12, OK],
    ['https://github.com/harbour/old-name/pull/{12}', 12, OK],
    ['github.com/harbour/spec/pull/12/files', 12, OK],
    ['TBD (see SEP-1850)', null, OK],
    ['this PR', null, OK],
    ['12.', 12, OK],
    ['No. 12', 12, OK],
    ['№ 12', 12, OK],
    ['＃12', 12, OK],
    ['pull/12', 12, OK],
    ['<https://github.com/harbour/spec/pull/12>', 12, OK],
    ['https://github.com/harbour/spec/pull/', null, ['error preamble/number-form']],
    ['https://github.com/harbour/spec/pull/0000', null, OK],
    ['#12 (moved from #3)', 12, ['warning preamble/number-form']],
    ['[#12](https://github.com/harbour/spec/pull/13)', 13, ['warning preamble/number-form']],
    ['https://github.com/harbour/spec/pull/{NUMBER}', null, ['error preamble/number-form']],
    ['this one', null, ['error preamble/number-form']],
    ['{#12}', 12, OK],
    ['[TBD](https://github.com/harbour/spec/pull/12)', 12, ['warning preamble/number-form']],
    ['[TBD](https://github.com/harbour/spec/pulls)', null, OK],
    ['TBD (see [SEP-12](./12-lamps.md))', null, OK],
  ])('PR %s', (value, pr, said) => {
    const proposal = withField('PR', value);
    expect(proposal.pr).toBe(pr);
    expect(codes(proposal)).toEqual(said);
  });

  it.each([
    ['None', []],
    ['SEP-12, #13 and SEP-14', [12, 13, 14]],
    ['SEP-12 SEP-13', [12, 13]],
    ['SEP-12 (takes over from SEP-9, see #8)', [12]],
    ['[SEP-12: lamps, bells](./12-lamps.md)', [12]],
    ['[Lamps](./12-lamps.md), ./13-bells.md', [12, 13]],
    ['[SEP-12][a] or [SEP-13][b]', [12, 13]],
    ['SEP-12 + ＃13', [12, 13]],
    ['\n  - SEP-12\n  - SEP-13: bells', [12, 13]],
  ])('Requires %s', (value, requires) => {
    const proposal = withField('Requires', value);
    expect(proposal.requires).toEqual(requires);
    expect(codes(proposal)).toEqual([]);
  });

  it.each([
    ['SEP-12 through SEP-14', [12, 13, 14], 'warning'],
    ['#12–#14, SEP-20', [12, 13, 14, 20], 'warning'],
    ['SEP-12 to 13 and SEP-9', [12, 13, 9], 'warning'],
    ['[SEP-12](./12-a.md) – [SEP-14](./14-c.md)', [12, 13, 14], 'warning'],
    ['SEP-12 to SEP-120000', [12, 120000], 'warning'],
    ['SEP-12 with the words of SEP-13', [12], 'info'],
  ])('Requires %s is read liberally', (value, requires, severity) => {
    const proposal = withField('Requires', value);
    expect(proposal.requires).toEqual(requires);
    expect(codes(proposal)).toEqual([`${severity} preamble/reference-form`]);
  });

  it('leaves out what belongs to another repository, and names it', () => {
    const proposal = read(
      '# SEP-1: T\n\n- **Related**: #12, boats #13, [#14](https://github.com/harbour/boats/issues/14)\n- **PR**: https://github.com/harbour/spec/pull/1\n',
    );
    expect(proposal.related).toEqual([12]);
    expect(proposal.diagnostics).toMatchObject([{ severity: 'info', code: 'preamble/reference-form' }]);
    expect(proposal.diagnostics[0]?.message).toContain('"boats #13", "#14"');
  });
});

describe('headings', () => {
  it.each([
    ['# SEP-12: Lamps', 12, 'Lamps'],
    ['# SEP 12: Lamps', 12, 'Lamps'],
    ['# [SEP-12] Lamps', 12, 'Lamps'],
    ['# SEP-12 — Lamps #', 12, 'Lamps'],
    ['SEP-12: Lamps\n===', 12, 'Lamps'],
    ['# SEP-0000: `lamp` \\_on', null, '`lamp` \\_on'],
    ['# SEP-NNNN: Lamps', null, 'Lamps'],
    ['# SEP-DRAFT: Lamps', null, 'Lamps'],
    ['# SEP: Lamps', null, 'Lamps'],
    ['# Lamps', null, 'Lamps'],
    ['## SEP-12: Lamps', 12, 'Lamps'],
    ['# Harbour proposals\n\n## SEP-12: Lamps', 12, 'Lamps'],
  ])('%s', (heading, headingNumber, title) => {
    expect(read(`${heading}\n\n- **Status**: Draft\n`)).toMatchObject({ headingNumber, title });
  });

  it('names a title that differs from the heading, and a key that is one slip away', () => {
    const proposal = read('# SEP-12: Lamps\n\n- **Title**: Bells\n- **Stauts**: Draft\n');
    expect(proposal.title).toBe('Lamps');
    expect(codes(proposal)).toEqual(['warning preamble/title', 'warning preamble/unknown-key']);
  });
});

describe('keys as authors write them', () => {
  it.each([
    ['Author / Editor', 'authors'],
    ['Authors & Contributors', 'authors'],
    ['Lead Author', 'authors'],
    ['Author (GitHub)', 'authors'],
    ['Co-Author（s）', 'authors'],
    ['👤 Author', 'authors'],
    ['Sponsor (Core Maintainer)', 'sponsor'],
    ['Sponsoring Maintainer', 'sponsor'],
    ['Created (UTC)', 'created'],
    ['Date Submitted', 'created'],
    ['Owning WG', 'workingGroup'],
    ['Discussion Issue', 'issue'],
    ['Submitter', 'authors'],
    ['Authors/Contributors', 'authors'],
    ['GitHub PR link', 'pr'],
    ['SEP #', 'number'],
    ['Extends', 'related'],
    ['Editor', null],
    ['Last Updated', null],
  ])('%s', (key, canonical) => {
    expect(read(`# T\n\n- **Status**: Draft\n- **${key}**: x\n`).fields.at(-1)).toMatchObject({ key, canonical });
  });
});

describe('keys from other processes', () => {
  it.each([
    ['Champion', 'Sponsor'],
    ['Shepherd', 'Sponsor'],
    ['Editors', 'Author(s)'],
  ])('%s is asked about where there is no %s', (key, meant) => {
    const asked = read(`# T\n\n- **Status**: Draft\n- **${key}**: @ada\n`);
    expect(asked).toMatchObject({ authors: [], sponsors: [] });
    expect(asked.diagnostics).toMatchObject([{ severity: 'warning', code: 'preamble/unknown-key' }]);
    expect(asked.diagnostics[0]?.help).toContain(`- **${meant}**`);
    expect(codes(read(`# T\n\n- **${meant}**: @bo\n- **${key}**: @ada\n`))).toEqual([]);
  });
});

describe('words for nothing', () => {
  it.each(['_Pending (see [below](#below))_', 'TBD', 'None', 'N/A'])('Working Group: %s', (value) => {
    expect(withField('Working Group', value).workingGroup).toBeNull();
  });
});
