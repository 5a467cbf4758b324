import { describe, expect, it } from 'vitest';
import { numberInName, proposalFile } from '../../src/proposal/index.js';

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
