import type { Blockquote, Heading, List, Paragraph, Root, RootContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** A line that starts with `/` and a letter. */
export interface SlashLine {
  /** Offset of its slash. */
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

/**
 * The lines of top-level paragraphs that start with a slash, in plain text that no HTML holds; and those that look so and
 * are no paragraph to Markdown: a line with a rule of `-` or `=` below it is a heading, and one right below a quote or a
 * list goes on with that.
 */
export function slashLines(tree: Root, source: string): SlashLine[] {
  const lines: SlashLine[] = [];
  let depth = 0;
  for (const node of tree.children) {
    if (node.type === 'html') depth = Math.max(0, depth + opened(node.value));
    if (depth === 0) lines.push(...hiddenIn(node, source));
    if (node.type !== 'paragraph') continue;
    for (const child of node.children) {
      if (child.type === 'html') depth = Math.max(0, depth + opened(child.value));
      if (child.type !== 'text' || depth > 0) continue;
      lines.push(...slashesIn(child, source, 3).map((start) => ({ start, hidden: null })));
    }
  }
  return lines;
}

function hiddenIn(node: RootContent, source: string): SlashLine[] {
  if (node.type === 'heading') return underlined(node, source);
  if (node.type !== 'blockquote' && node.type !== 'list') return [];
  const hidden = `Markdown takes it for a part of the ${node.type === 'list' ? 'list' : 'quote'} above`;
  return lazyIn(node).flatMap((text) => slashesIn(text, source, 0).map((start) => ({ start, hidden })));
}

function underlined(heading: Heading, source: string): SlashLine[] {
  const start = heading.position?.start.offset ?? 0;
  if (source.startsWith('#', start)) return [];
  const hidden = 'Markdown makes it a heading, by the line below it';
  return textsOf(heading).flatMap((text) => slashesIn(text, source, 3).map((at) => ({ start: at, hidden })));
}

/** The texts of paragraphs in a quote or a list: of these, lines without any mark before them can only go on with it. */
function lazyIn(node: Blockquote | List): Text[] {
  const found: Text[] = [];
  visit(node, 'paragraph', (paragraph) => void found.push(...textsOf(paragraph)));
  return found;
}

const textsOf = ({ children }: Paragraph | Heading): Text[] => children.filter((child) => child.type === 'text');

/** Offsets of the lines of a text that start with `/` and a letter, indented by so many spaces at most. */
function slashesIn({ position }: Text, source: string, most: number): number[] {
  const starts: number[] = [];
  const from = position?.start.offset ?? 0;
  const to = position?.end.offset ?? from;
  for (let line = startOfLine(source, from); line < to; line = endOfLine(source, line) + 1) {
    const indent = /^ {0,3}/.exec(source.slice(line, line + 3))?.[0].length ?? 0;
    const first = line + indent;
    if (indent <= most && first >= from && /^\/[a-z]/i.test(source.slice(first, first + 2))) starts.push(first);
  }
  return starts;
}

const startOfLine = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;

/** The offset at which the line of an offset ends. */
export function endOfLine(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end;
}
