import type { Blockquote, Heading, List, Paragraph, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** A line that starts as something does that is read. */
export interface ProseLine {
  /** Offset of its first character that is no space. */
  start: number;
  /** Why no command can stand there, where that is easily overseen, as the end of a sentence; null where one can. */
  hidden: string | null;
}

/** Elements that quote, fold, list or strike out what stands in them, also over blank lines. */
const CONTAINERS =
  /<(\/?)(?:blockquote|details|summary|pre|code|ul|ol|li|dl|table|tbody|tr|td|th|del|s|strike|samp|kbd|sub|sup)(?=[\s/>])/gi;

/** How many more of {@link CONTAINERS} a piece of HTML opens than it closes. */
const opened = (html: string): number =>
  [...html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').matchAll(CONTAINERS)].reduce(
    (depth, [, closes]) => depth + (closes === '' ? 1 : -1),
    0,
  );

/** How a line begins that may be a command. */
export const SLASH = /^\/[a-z]/i;

/**
 * The lines of top-level paragraphs that begin so, in plain text that no HTML holds; and those that look so and are no
 * paragraph to Markdown: a line with a rule of `-` or `=` below it is a heading, and one right below a quote or a list goes
 * on with that.
 */
export function linesOfProse(tree: Root, source: string, begins: RegExp): ProseLine[] {
  const lines: ProseLine[] = [];
  let depth = 0;
  for (const node of tree.children) {
    if (node.type === 'html') depth = Math.max(0, depth + opened(node.value));
    if (depth === 0) lines.push(...hiddenIn(node, source, begins));
    if (node.type !== 'paragraph') continue;
    for (const child of node.children) {
      if (child.type === 'html') depth = Math.max(0, depth + opened(child.value));
      if (child.type !== 'text' || depth > 0) continue;
      lines.push(...beginningsIn(child, source, 3, begins).map((start) => ({ start, hidden: null })));
    }
  }
  return lines;
}

function hiddenIn(node: RootContent, source: string, begins: RegExp): ProseLine[] {
  if (node.type === 'heading') return underlined(node, source, begins);
  if (node.type !== 'blockquote' && node.type !== 'list') return [];
  const hidden = `Markdown takes it for a part of the ${node.type === 'list' ? 'list' : 'quote'} above`;
  return lazyIn(node).flatMap((text) => beginningsIn(text, source, 0, begins).map((start) => ({ start, hidden })));
}

function underlined(heading: Heading, source: string, begins: RegExp): ProseLine[] {
  const start = heading.position?.start.offset ?? 0;
  if (source.startsWith('#', start)) return [];
  const hidden = 'Markdown makes it a heading, by the line below it';
  return textsOf(heading).flatMap((text) => beginningsIn(text, source, 3, begins).map((at) => ({ start: at, hidden })));
}

/** The texts of paragraphs in a quote or a list: of these, lines without any mark before them can only go on with it. */
function lazyIn(node: Blockquote | List): Text[] {
  const found: Text[] = [];
  visit(node, 'paragraph', (paragraph) => void found.push(...textsOf(paragraph)));
  return found;
}

const textsOf = ({ children }: Paragraph | Heading): Text[] => children.filter((child) => child.type === 'text');

/** Offsets of the lines of a text that begin so, indented by so many spaces at most. */
function beginningsIn({ position }: Text, source: string, most: number, begins: RegExp): number[] {
  const starts: number[] = [];
  const from = position?.start.offset ?? 0;
  const to = position?.end.offset ?? from;
  for (let line = startOfLine(source, from); line < to; line = endOfLine(source, line) + 1) {
    const indent = /^ {0,3}/.exec(source.slice(line, line + 3))?.[0].length ?? 0;
    const first = line + indent;
    if (indent <= most && first >= from && begins.test(source.slice(first, first + 12))) starts.push(first);
  }
  return starts;
}

const startOfLine = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;

/** The offset at which the line of an offset ends. */
export function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end;
}
