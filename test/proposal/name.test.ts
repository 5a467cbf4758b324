import { describe, expect, it } from 'vitest';
import { numberInName, pathWithNumber, proposalFile, readProposal, reviewProposal } from '../../src/proposal/index.js';

describe("a proposal's file", () => {
  it.each([
    ['seps/1034--lamps.md', 1034, false, 'lamps'],
    ['seps/sep-3182-lamps.md', 3182, false, 'lamps'],
    ['seps/0414-lamps.md', 414, false, 'lamps'],
    ['seps/0000-lamps.md', null, true, 'lamps'],
    ['seps/NNNN-lamps.md', null, true, 'lamps'],
    ['seps/sep-draft-lamps.md', null, true, 'lamps'],
    ['seps/lamps.md', null, false, 'lamps'],
    ['seps/1850.md', 1850, false, ''],
  ])('%s', (path, number, placeholder, slug) => {
    expect(proposalFile(path)).toEqual({ number, placeholder, slug });
  });

  it.each([
    'seps/README.md',
    'seps/TEMPLATE.md',
    'seps/0000-template.md',
    'docs/1850-lamps.md',
    'seps/images/1-a.md',
    'seps/1-a.png',
    '1-a.md',
  ])('%s is none', (path) => {
    expect(proposalFile(path)).toBeNull();
  });

  it('lies where the rules say', () => {
    expect(proposalFile('text/eips/12-lamps.md', { folder: 'text/eips' })?.number).toBe(12);
    expect(numberInName('C:\\work\\12-lamps.md')).toBe(12);
  });
});

describe('the path that a number asks for', () => {
  it.each([
    ['seps/0000-lamps.md', 12, 'seps/12-lamps.md'],
    ['seps/0414-lamps.md', 414, 'seps/414-lamps.md'],
    ['seps/NNNN-Lamps-v2.1.mdx', 3000, 'seps/3000-Lamps-v2.1.md'],
    ['text/eips/sep-draft-lamps.md', 12, 'text/eips/12-lamps.md'],
    ['lamps.md', 12, '12-lamps.md'],
    ['seps/1034--lamps.md', 1034, 'seps/1034-lamps.md'],
    ['seps/0000-lamps `@all` & bells!.md', 12, 'seps/12-lamps-all-bells.md'],
    ['seps/0000-灯 火.md', 12, 'seps/12-灯-火.md'],
    ['seps/0000.md', 12, 'seps/12-your-title.md'],
    ['seps/sep-draft lamps.md', 0, 'seps/0000-lamps.md'],
  ])('%s with %i is %s', (path, number, better) => {
    expect(pathWithNumber(path, number)).toBe(better);
  });

  it('is the one that the review names', () => {
    const [path, source] = ['seps/0000-lamps.md', '# SEP-0000: Lamps\n\n- **Status**: Draft\n'];
    const findings = reviewProposal(readProposal(source, { path }), { path, source, pullRequest: 12 });
    expect(findings.find(({ code }) => code === 'name/number-matches-pull-request')?.help).toBe(
      `Rename the file: "git mv ${path} ${pathWithNumber(path, 12)}".`,
    );
  });
});
