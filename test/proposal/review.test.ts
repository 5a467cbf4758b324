import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, readProposal, reviewProposal, type Finding } from '../../src/proposal/index.js';
import { CLEAN } from './documents.js';

/** The same with a sponsor, as it must be in review. */
const SPONSORED = CLEAN.replace('None (seeking sponsor)', 'Grace Example (@grace-example)');

function review(source: string, pullRequest: number | null = 7001, path = 'seps/7001-lamps.md'): Finding[] {
  return reviewProposal(readProposal(source, { path }), { path, source, pullRequest });
}

/** The document after every mend, as an author accepts suggestions one by one, from the end upwards. */
function mended(source: string, findings: Finding[]): string {
  const lines = source.split('\n');
  for (const { fix } of findings.toReversed()) {
    if (fix) lines.splice(fix.startLine - 1, fix.endLine - fix.startLine + 1, ...fix.replacement.split('\n'));
  }
  return lines.join('\n');
}

describe('a review', () => {
  it('finds nothing in a clean document, also a draft without a sponsor', () => {
    expect(review(CLEAN)).toEqual([]);
  });

  it('asks an author who has just opened the pull request for the number, with the command and the mend', () => {
    const source = CLEAN.replace('SEP-7001', 'SEP-0000');
    const [name, heading, ...others] = review(source, 7001, 'seps/0000-lamps.md');
    expect(others).toEqual([]);
    expect(name).toMatchObject({
      code: 'name/number-matches-pull-request',
      severity: 'warning',
      help: 'Rename the file: "git mv seps/0000-lamps.md seps/7001-lamps.md".',
    });
    expect(heading).toMatchObject({
      code: 'heading/number',
      line: 1,
      fix: { startLine: 1, endLine: 1, replacement: '# SEP-7001: Harbour `lamp` signals' },
    });
  });

  it('does not speak of numbers where no pull request and no number is known', () => {
    expect(review(CLEAN.replace('SEP-7001', 'SEP-0000'), null, 'seps/0000-lamps.md')).toEqual([]);
  });

  it.each([
    ['preamble/status-vocabulary', 'error', '**Status**: Draft', '**Status**: WIP', '- **Status**: Draft'],
    ['preamble/status-vocabulary', 'error', '**Status**: Draft', '**Status**: Approved', undefined],
    ['preamble/status-vocabulary', 'warning', '**Status**: Draft', '**Status**: Finalized', undefined],
    ['preamble/status-vocabulary', 'warning', '**Status**: Draft', '**Status**: in review', '- **Status**: In-Review'],
    ['preamble/status-vocabulary', 'error', '**Status**: Draft', '**Status**: nice', undefined],
    ['preamble/type-vocabulary', 'warning', 'Standards Track', 'Standard', '- **Type**: Standards Track'],
    ['preamble/date', 'warning', '2026-02-28', '28 Feb 2026', '- **Created**: 2026-02-28'],
    ['preamble/date', 'error', '2026-02-28', '2026-02-30', undefined],
  ])('%s as %s', (code, severity, from, to, replacement) => {
    const findings = review(SPONSORED.replace(from, to));
    expect(findings).toMatchObject([{ code, severity }]);
    expect(findings[0]?.fix?.replacement).toBe(replacement);
    if (replacement) expect(review(mended(SPONSORED.replace(from, to), findings))).toEqual([]);
  });

  it('asks whether something was decided, and writes the word only where the record says so', () => {
    const source = SPONSORED.replace('**Status**: Draft', '**Status**: Approved');
    expect(review(source)[0]?.help).toBe(
      'Has that been decided? Then write "Accepted"; until it is, "Draft" or "In-Review".',
    );
    const path = 'seps/7001-lamps.md';
    const recorded = reviewProposal(readProposal(source, { path }), {
      path,
      source,
      pullRequest: 7001,
      state: 'accepted',
    });
    expect(recorded[0]?.fix?.replacement).toBe('- **Status**: Accepted');
  });

  it.each([
    ['Status', '- **Status**: Draft\n'],
    ['Type', '- **Type**: Standards Track\n'],
    ['Created', '- **Created**: 2026-02-28\n'],
  ])('misses the field %s', (key, line) => {
    const findings = review(CLEAN.replace(line, ''));
    expect(findings).toMatchObject([{ code: 'preamble/missing-field', severity: 'error', line: 8 }]);
    expect(findings[0]?.message).toContain(key);
  });

  it('asks for a group gently, and only while the proposal is on its way', () => {
    const without = CLEAN.replace('- **Working Group**: Lanterns\n', '').replace('2026-02-28', '2026-10-01');
    expect(review(without)).toMatchObject([{ code: 'preamble/working-group', severity: 'info' }]);
    expect(review(without.replace('Draft', 'Withdrawn'), null)).toEqual([]);
    expect(review(without.replace('2026-10-01', '2026-08-31'))).toEqual([]);
  });

  it('names every section that is missing at once, by what the track needs', () => {
    const bare = CLEAN.replace(/## Rationale[^]*/, '');
    expect(review(bare)).toMatchObject([{ code: 'section/missing', severity: 'warning', line: 1 }]);
    expect(review(bare)[0]?.message).toBe(
      'The sections "Rationale", "Backward Compatibility", "Security Implications", "Reference Implementation" are missing.',
    );
    expect(review(bare.replace('Standards Track', 'Informational'))).toEqual([]);
  });

  it.each([
    '- **Related**: the bell project #12',
    '- **Requires**: RFC 8707',
    '- **Issue**: #12 (moved here from the old process)',
  ])('lets stand what an editor would: %s', (line) => {
    expect(review(CLEAN.replace('- **PR**', `${line}\n- **PR**`))).toEqual([]);
  });

  it('knows a section by its other names and levels', () => {
    const renamed = CLEAN.replace('## Backward Compatibility', '# 6. Backwards compatibility').replace(
      'Security Implications',
      'Security and Privacy',
    );
    expect(review(renamed)).toEqual([]);
  });

  it('says of a page without a preamble only that', () => {
    expect(review('# Questions about lamps\n\n## Why?\n').map((each) => each.code)).toEqual(['preamble/missing']);
  });
});

describe('the catalogue', () => {
  it('has a file for every check and a check for every file', () => {
    const files = readdirSync(new URL('../../src/proposal/review/checks/', import.meta.url));
    const named = CATALOGUE.map((check) => `${check.code.replace('/', '-')}.ts`);
    expect(named.toSorted()).toEqual(files.toSorted());
  });

  it.each(CATALOGUE.map((check) => [check.code, check] as const))('%s explains itself', (_, check) => {
    for (const text of [check.wants, check.why]) expect(text).toMatch(/^[A-Z].{20,}\.$/);
    expect(check.good).not.toBe(check.bad);
  });
});
