import { findHead } from './head.js';
import { frontMatterStart } from './front-matter.js';
import { scanHeadings } from './headings.js';
import { findBlocks } from './preamble/find.js';
import { mergeBlocks, type Merged } from './preamble/merge.js';
import type { Block, RawField } from './preamble/types.js';
import { Lines } from './source.js';
import type { Heading } from './types.js';

/** A document's parts, before any value is read. Reading and editing both begin here, so that both mean the same bytes. */
export interface Document {
  readonly text: string;
  readonly lines: Lines;
  readonly headings: Heading[];
  /** The heading that gives the title; null where there is none. */
  readonly titleHeading: Heading | null;
  readonly preambleHeadings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly merged: Merged;
}

export function findDocument(text: string): Document {
  const lines = new Lines(text);
  const above = Math.max(text.startsWith('\uFEFF') ? 1 : 0, lines.all[frontMatterStart(lines)]?.start ?? 0);
  const headings = scanHeadings(lines);
  const { end, titleHeading, preambleHeadings } = findHead(lines, headings);
  const blocks = findBlocks(text.slice(above, end)).map((block) => shifted(block, above));
  return { text, lines, headings, titleHeading, preambleHeadings, blocks, merged: mergeBlocks(blocks) };
}

/** The Markdown parser does not see the byte order mark and what stands above front matter; the document's offsets count it. */
function shifted(block: Block, by: number): Block {
  if (by === 0) return block;
  return {
    ...block,
    problems: block.problems.map((problem) => ({ ...problem, at: problem.at + by })),
    fields: block.fields.map((field): RawField => ({
      ...field,
      keyAt: field.keyAt + by,
      value: { start: field.value.start + by, end: field.value.end + by },
    })),
  };
}

/** The lines of the preamble's bookkeeping, from 1: every field of every block, the title's heading and the preamble's. */
export function bookkeepingLines({ lines, blocks, titleHeading, preambleHeadings }: Document): Set<number> {
  const found = new Set(preambleHeadings.map(({ line }) => line));
  if (titleHeading) found.add(titleHeading.line);
  for (const field of blocks.flatMap((block) => block.fields)) {
    const { start, end } = lines.wholeLines(field.keyAt, field.value.end);
    for (let line = start.line; line <= end.line; line++) found.add(line);
  }
  return found;
}
