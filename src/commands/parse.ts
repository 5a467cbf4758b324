import type { Paragraph, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { nearest } from './near.js';
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
/** GitHub's own limit for a comment. A longer text is not read for commands. */
const LONGEST = 65_536;

const markdown = unified().use(remarkParse).use(remarkGfm);

/**
 * The commands in a comment, a review or a description, in order. A command is a line of a top-level paragraph that
 * starts with `/verb`; code, quotes, lists, HTML and links never hold one. Verbs are read in any case. The lines below a
 * command, up to the next, are its text. Verbs that Convenor does not own are left alone, unless one is so near to an
 * owned one that it must have been meant.
 */
export function parseCommands(body: string): ParsedCommand[] {
  // Most comments hold none: a cheap look spares the parser, and a hostile text costs nothing.
  if (body.length > LONGEST || !/^ {0,3}\/[a-z]/im.test(body)) return [];
  const source = body.replace(/\r\n?/g, '\n');
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

/** Offsets at which a line of a top-level paragraph starts with a slash, in plain text. */
function commandLines(tree: Root, source: string): number[] {
  return tree.children
    .filter((node): node is Paragraph => node.type === 'paragraph')
    .flatMap((paragraph) => {
      const starts: number[] = [];
      for (const child of paragraph.children) {
        if (child.type !== 'text' || !child.position) continue;
        const from = child.position.start.offset ?? 0;
        const to = child.position.end.offset ?? from;
        for (let line = startOfLine(source, from); line < to; line = endOfLine(source, line) + 1) {
          const first = line + (/^[ \t]*/.exec(source.slice(line, to))?.[0].length ?? 0);
          if (first >= from && /^\/[a-z]/i.test(source.slice(first, first + 2))) starts.push(first);
        }
      }
      return starts;
    });
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
  const owned = OWN_WORDS.has(first);
  if (!owned && nearest(first, OWN_WORDS) === null) return null;
  const meant =
    nearest(
      two,
      COMMANDS.map((known) => known.name),
    ) ?? (owned ? null : nearest(first, OWN_WORDS));
  const all = COMMANDS.filter((known) => known.name.startsWith(`${first} `)).map((known) => `\`/${known.name}\``);
  return {
    command: words.slice(0, 2).join(' ').toLowerCase(),
    args: words.slice(2),
    text,
    problem: meant
      ? `There is no command \`/${words.slice(0, 2).join(' ')}\`. Did you mean \`/${meant}\`?`
      : `There is no command \`/${words.slice(0, 2).join(' ')}\`. These start with \`/${first}\`: ${all.join(', ')}.`,
  };
}
