import { describe, expect, it } from 'vitest';
import type { Beside, Facts } from '../../src/facts/facts.js';
import { besideFindings, besideRequirements, undecidedBeside } from '../../src/judge/beside.js';
import { PATH, Repository } from '../publish/facts.js';

const alone = new Repository().facts();
/** Ada's proposal with further files that her pull request adds. */
const beside = (...files: Beside[]): Facts => ({ ...alone, beside: files });

const page: Beside = { path: 'seps/pictures.md', isProposal: false, of: null };
const another: Beside = { path: 'seps/0000-lids.md', isProposal: true, of: null };
const borrowed: Beside = { path: 'seps/12-lids.md', isProposal: true, of: 12 };

describe('A proposal that brings files of its own kind along', () => {
  it('is alone in the usual case, and nothing is said', () => {
    expect([besideFindings(alone), besideRequirements(alone), undecidedBeside(alone)]).toEqual([[], [], []]);
  });

  it('hears of each file which one is taken for the proposal, and what the other one is', () => {
    const own = `"${PATH}" is taken for the proposal of this pull request`;
    const at = { line: 1, column: 1 };
    expect(besideFindings(beside(page, borrowed, another))).toEqual([
      {
        code: 'file/page-beside',
        severity: 'info',
        ...at,
        message: `${own}; "seps/pictures.md" has no preamble and is taken for a page that belongs to it.`,
      },
      {
        code: 'file/proposal-beside',
        severity: 'warning',
        ...at,
        message: `${own}; "seps/12-lids.md" carries the number of #12, an open proposal, and travels along.`,
        help: 'Leave it to #12.',
      },
      {
        code: 'file/proposal-beside',
        severity: 'warning',
        ...at,
        message: `${own}; "seps/0000-lids.md" is another one, and is not looked at.`,
        help: 'Bring it in a pull request of its own.',
      },
    ]);
  });

  it('is not held by a page without a preamble', () => {
    expect(undecidedBeside(beside(page))).toEqual([]);
    expect(besideRequirements(beside(page))).toEqual([]);
  });

  it('is held by every other proposal, which would be merged with it and decided by nobody', () => {
    const rows = besideRequirements(beside(page, borrowed, another));
    expect(rows).toEqual([
      {
        rule: 'numbering',
        name: 'One proposal',
        held: 'failed',
        says: `\`${PATH}\` is the proposal here. The pull request also adds \`seps/12-lids.md\`, \`seps/0000-lids.md\`, which nobody decides here.`,
        next: 'takes `seps/12-lids.md`, `seps/0000-lids.md` out of this pull request; each proposal has one of its own.',
        children: [],
      },
    ]);
  });

  it('names five of many, and counts the rest', () => {
    const many = (count: number): Beside[] =>
      Array.from({ length: count }, (_, index) => ({ ...another, path: `seps/${index}.md` }));
    const [five] = besideRequirements(beside(...many(5)));
    expect(five?.says).toContain('`seps/3.md`, `seps/4.md`, which nobody');
    const [seven] = besideRequirements(beside(...many(7)));
    expect(seven?.says).toContain('`seps/3.md`, `seps/4.md` and 2 more, which nobody');
    expect(seven?.next).toContain('`seps/4.md` and 2 more out of this pull request');
  });

  it('does not answer for them once it is gone itself', () => {
    expect(undecidedBeside({ ...beside(another), document: { ...alone.document, isGone: true } })).toEqual([]);
  });

  it('is named so that a file name writes no Markdown of its own and fills no page', () => {
    const [row] = besideRequirements(beside({ ...another, path: 'seps/`@all` <b>|x.md' }));
    expect(row?.says).toContain('also adds `seps/…all… …b…x.md`, which');
    const [long] = besideRequirements(beside({ ...another, path: `seps/${'ä'.repeat(300)}.md` }));
    expect(long?.says).toContain(`also adds \`seps/${'ä'.repeat(195)}\`, which`);
  });
});
