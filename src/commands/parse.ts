import type { Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tooHeavy } from './limits.js';
import { nearest } from '../near.js';
import { quoted } from './quoted.js';
import { COMMANDS, commandNamed, OWN_WORDS } from './registry.js';

/** A command as it stands in a comment, read or with the reason why it could not be. */
export interface ParsedCommand {
  /** Name of the command, or the words that were written where it is none of ours. */
  command: string;
  args: string[];
  text: string;
  /** What is wrong and how to mend it; null where the command was read. */
  problem: string | null;
}

/** More commands than this in one comment are not read: nobody means that many. */
export const MOST_COMMANDS = 10;

const markdown = unified().use(remarkParse).use(remarkGfm);

/**
 * The commands in a comment, a review or a description, in order. A command is a line of a top-level paragraph that
 * starts with `/verb`; code, quotes, lists, HTML and links never hold one. Verbs are read in any case. The lines below a
 * command, up to the next, are its text. Verbs that Convenor does not own are left alone, unless one is so near to an
 * owned one that it must have been meant.
 */
export function parseCommands(body: string): ParsedCommand[] {
  // Most comments hold none: a cheap look spares the parser, and a hostile text costs nothing.
  if (!/^ {0,3}\/[a-z]/im.test(body)) return [];
  const source = body.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const heavy = tooHeavy(source);
  if (heavy !== null) return unread(source, heavy);
  const starts = commandLines(markdown.parse(source), source);
  const found: ParsedCommand[] = [];
  for (const [index, start] of starts.entries()) {
    const lineEnd = endOfLine(source, start);
    const text = source.slice(lineEnd, starts[index + 1] ?? source.length).trim();
    const read = readCommand(source.slice(start, lineEnd).trim(), text);
    if (read) found.push(read);
  }
  return found.slice(0, MOST_COMMANDS);
}

/** What is said of a text that is too heavy to be read, where one of its lines looks like a command of ours. */
function unread(source: string, why: string): ParsedCommand[] {
  const line = source
    .split('\n')
    .find((one) => OWN_WORDS.has(/^ {0,3}\/([a-z]+)/i.exec(one)?.[1]?.toLowerCase() ?? ''));
  if (line === undefined) return [];
  const problem = `This comment is not read for commands: ${why}. Write the command into a comment of its own.`;
  return [{ command: line.trim().slice(1).split(/\s/)[0]?.toLowerCase() ?? '', args: [], text: '', problem }];
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

/** Offsets at which a line of a top-level paragraph starts with a slash, in plain text that no HTML holds. */
function commandLines(tree: Root, source: string): number[] {
  const starts: number[] = [];
  let depth = 0;
  for (const node of tree.children) {
    if (node.type === 'html') depth = Math.max(0, depth + opened(node.value));
    if (node.type !== 'paragraph') continue;
    for (const child of node.children) {
      if (child.type === 'html') depth = Math.max(0, depth + opened(child.value));
      if (child.type === 'text' && depth === 0) starts.push(...slashesIn(child, source));
    }
  }
  return starts;
}

/** Offsets of the lines of a text that start with `/` and a letter, indented by three spaces at most. */
function slashesIn({ position }: Text, source: string): number[] {
  const starts: number[] = [];
  const from = position?.start.offset ?? 0;
  const to = position?.end.offset ?? from;
  for (let line = startOfLine(source, from); line < to; line = endOfLine(source, line) + 1) {
    const first = line + (/^ {0,3}/.exec(source.slice(line, line + 3))?.[0].length ?? 0);
    if (first >= from && /^\/[a-z]/i.test(source.slice(first, first + 2))) starts.push(first);
  }
  return starts;
}

const startOfLine = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1;
const endOfLine = (source: string, offset: number): number => {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end;
};

/** One line and the text below it as a command; null where the verb is somebody else's. */
function readCommand(line: string, text: string): ParsedCommand | null {
  const words = line.slice(1).split(/\s+/);
  const first = (words[0] ?? '').toLowerCase();
  const two = `${first} ${(words[1] ?? '').toLowerCase()}`;
  const command = commandNamed(two) ?? commandNamed(first);
  if (command) {
    const rest = words.slice(command.name.split(' ').length);
    const reading = command.read(rest, text);
    return reading.ok
      ? { command: command.name, args: reading.args, text, problem: null }
      : { command: command.name, args: rest, text, problem: `\`/${command.name}\` ${reading.problem}` };
  }
  const meant = meantBy(first, two);
  // What is no word of ours behind `/vote` is for a poll of another bot.
  if (meant === null && (!OWN_WORDS.has(first) || OTHERS.has(first))) return null;
  const all = COMMANDS.filter((known) => known.name.startsWith(`${first} `)).map((known) => `\`/${known.name}\``);
  return {
    command: words.slice(0, 2).join(' ').toLowerCase(),
    args: words.slice(2),
    text,
    problem: `There is no command ${quoted(`/${words.slice(0, 2).join(' ')}`)}. ${
      meant === null ? `These start with \`/${first}\`: ${all.join(', ')}.` : `Did you mean \`/${meant}\`?`
    }`,
  };
}

/** Words of other bots that are near to ours: whoever writes one of them means it. */
const OTHERS: ReadonlySet<string> = new Set(['lock', 'unlock', 'clock', 'vote']);

/**
 * The command that a mistyped one was probably meant to be. A first word that is not ours is near only together with the
 * second, or where the command has no second: `/close` and `/see` are no mistyped `/core` and `/sep`.
 */
function meantBy(first: string, two: string): string | null {
  if (OTHERS.has(first) && !OWN_WORDS.has(first)) return null;
  const whole = nearest(
    two.trim(),
    COMMANDS.map(({ name }) => name),
  );
  if (whole !== null || OWN_WORDS.has(first)) return whole;
  return nearest(
    first,
    COMMANDS.flatMap(({ name }) => (name.includes(' ') ? [] : [name])),
  );
}
