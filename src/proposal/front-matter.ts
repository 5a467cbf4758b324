import type { Lines } from './source.js';

/** The index of the first line after YAML front matter; 0 where there is none. */
export function frontMatterEnd(lines: Lines): number {
  const opening = frontMatterStart(lines);
  const closing = opening === -1 ? -1 : lines.all.findIndex(({ text }, index) => index > opening && DASHES.test(text));
  return closing === -1 ? 0 : closing + 1;
}

const DASHES = /^---[ \t]*$/;
/** Blank lines and comments that somebody left above the front matter; more than these are a document of its own. */
const MOST_ABOVE = 20;

/**
 * The index of the line of dashes that opens YAML front matter; -1 where there is none. It belongs on the first line.
 * Below blank lines and comments it counts where a key follows: there Markdown sees a rule, and a heading made of keys.
 */
export function frontMatterStart(lines: Lines): number {
  for (const [index, { text }] of lines.all.slice(0, MOST_ABOVE).entries()) {
    const line = index === 0 ? text.replace(/^\uFEFF/, '') : text;
    if (DASHES.test(line))
      return index === 0 || /^[A-Za-z][\w -]{0,40}:/.test(lines.all[index + 1]?.text ?? '') ? index : -1;
    if (line.trim() !== '' && !/^\s*<!--(?:(?!-->).){0,1000}-->\s*$/.test(line)) return -1;
  }
  return -1;
}
