import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tooHeavy } from './limits.js';
import { endOfLine, linesOfProse, SLASH } from './lines.js';
import { quoted } from './quoted.js';
import { COMMANDS } from './registry.js';
import { beginsCommand, commandOf, isElsewhere, isOwn, meant, nearMiss, PLAIN, type Verbs } from './verbs.js';

/** A command as it stands in a comment, read or with the reason why it could not be. */
export interface ParsedCommand {
  /** Name of the command, or the words that were written where it is none of ours. */
  command: string;
  args: string[];
  /** The lines below it, where it takes them; else empty. */
  text: string;
  /** What is wrong and how to mend it; null where the command was read. */
  problem: string | null;
}

/** More commands than this in one comment are not read: nobody means that many. */
export const MOST_COMMANDS = 10;

const markdown = unified().use(remarkParse).use(remarkGfm);

/**
 * The commands in a comment, a review or a description, in order. A command is a line of a top-level paragraph that
 * starts with `/verb`; code, quotes, lists, headings, HTML and links never hold one. Verbs are read in any case. The
 * lines below a command, up to the next, are its text where it takes one. Verbs that Convenor does not own are left
 * alone, unless one is so near to an owned one that it must have been meant. Behind the first {@link MOST_COMMANDS} one
 * more stands, which says that the rest is not read.
 */
export function parseCommands(body: string, verbs: Verbs = PLAIN): ParsedCommand[] {
  // Most comments hold none: a cheap look spares the parser, and a hostile text costs nothing.
  if (!/^ {0,3}\/[a-z]/im.test(body)) return [];
  const source = body
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    // A page of blank lines takes a parser seconds, and says nothing.
    .replace(/\n(?:[ \t]*\n){99,}/g, '\n'.repeat(100));
  const heavy = tooHeavy(source);
  if (heavy !== null) return unread(source, heavy, verbs);
  const lines = linesOfProse(markdown.parse(source), source, SLASH);
  const starts = lines.flatMap(({ start, hidden }) => (hidden === null ? [start] : []));
  const found: ParsedCommand[] = [];
  for (const { start, hidden } of lines) {
    const lineEnd = endOfLine(source, start);
    const written = source
      .slice(start + 1, lineEnd)
      .trim()
      .split(/\s+/);
    if (verbs.others.includes(written[0]?.toLowerCase() ?? '')) continue;
    const words = meant(written, verbs);
    const below = source.slice(lineEnd, starts.find((other) => other > start) ?? source.length).trim();
    const read = hidden === null ? readWords(words, below, verbs) : misplaced(words, hidden);
    if (read) found.push(read);
    if (found.length > MOST_COMMANDS) break;
  }
  return found.map((read, index) => (index < MOST_COMMANDS ? read : tooMany(read)));
}

const tooMany = ({ command }: ParsedCommand): ParsedCommand => {
  const problem = `Only the first ${MOST_COMMANDS} commands of a comment are read: this one is not, nor is what follows it.`;
  return { command, args: [], text: '', problem };
};

/** What is said of a text that is too heavy to be read, where one of its lines looks like a command of ours. */
function unread(source: string, why: string, verbs: Verbs): ParsedCommand[] {
  const verb = source
    .split('\n')
    .map((line) => /^ {0,3}\/([a-z][a-z0-9-]*)/i.exec(line)?.[1]?.toLowerCase() ?? '')
    .find((one) => isOwn(one, verbs));
  if (verb === undefined) return [];
  const problem = `This comment is not read for commands: ${why}. Write the command into a comment of its own.`;
  return [{ command: verb, args: [], text: '', problem }];
}

/** What is said of a command in a place where none counts; null where the line is none of ours to speak of. */
function misplaced(words: readonly string[], hidden: string): ParsedCommand | null {
  const found = commandOf(words);
  if (!found) return null;
  const { command, rest } = found;
  const problem = `\`/${command.name}\` was not read: ${hidden}. Leave a blank line above and below it.`;
  return { command: command.name, args: rest, text: '', problem };
}

/** One line and the text below it as a command; null where the verb is somebody else's. */
function readWords(words: readonly string[], text: string, verbs: Verbs): ParsedCommand | null {
  const found = commandOf(words);
  if (found) {
    const { command, rest } = found;
    const below = command.takesText ? text : '';
    const reading = command.read(rest, below);
    return reading.ok
      ? { command: command.name, args: reading.args, text: below, problem: null }
      : { command: command.name, args: rest, text: below, problem: `\`/${command.name}\` ${reading.problem}` };
  }
  const verb = words[0]?.toLowerCase() ?? '';
  const near = nearMiss(words, verbs);
  // What is no word of ours behind `/vote` is for a poll of another bot.
  if (near === null && (!beginsCommand(verb) || isElsewhere(verb))) return null;
  const all = COMMANDS.filter(({ name }) => name.startsWith(`${verb} `)).map(({ name }) => `\`/${name}\``);
  const help = near === null ? `These start with \`/${verb}\`: ${all.join(', ')}.` : `Did you mean \`/${near}\`?`;
  return {
    command: words.slice(0, 2).join(' ').toLowerCase(),
    args: words.slice(2),
    text: '',
    problem: `There is no command ${quoted(`/${words.slice(0, 2).join(' ')}`)}. ${help}`,
  };
}
