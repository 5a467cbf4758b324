import { isAlias, isMap, isNode, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { DEEPEST, tooDeep } from '../yaml-depth.js';
import { MOST_PROBLEMS, type RulesProblem } from './problem.js';

/** Keys and positions of lists from the top of a file down to a value. */
export type Path = readonly (string | number)[];

/** A YAML file with what is needed to point into it. */
export interface Source {
  path: string;
  text: string;
  lines: LineCounter;
  document: Document;
}

/** Characters; the longest pack has 23,000. */
const LONGEST = 100_000;

/** How often a file may repeat itself by an alias. */
const MOST_ALIASES = 50;

/**
 * A file as YAML, or what keeps it from being read, all at once. Which keys stand twice in it, {@link keysTwice} says:
 * the rest can be read all the same.
 */
export function readSource(text: string, path: string): { source: Source; problems: RulesProblem[] } {
  const lines = new LineCounter();
  const read = (yaml: string): Source => ({
    path,
    text,
    lines,
    // Errors are put into words, and keys compared, here: the parser's own way takes time with the square of their number.
    document: parseDocument(yaml, { lineCounter: lines, uniqueKeys: false, prettyErrors: false }),
  });
  if (text.length > LONGEST) {
    const message = `The file has ${text.length} characters; more than ${LONGEST} are not read.`;
    return { source: read(''), problems: [place({ path, text }, 1, 1, 'rules/too-large', message)] };
  }
  const deep = tooDeep(text);
  if (deep)
    return { source: read(''), problems: [place({ path, text }, deep.line, deep.column, 'rules/too-deep', DEEP)] };
  try {
    const source = read(text);
    // A warning of the parser is a value that it read otherwise than it is written, such as one with an unknown tag.
    const problems = [...source.document.errors, ...source.document.warnings].slice(0, MOST_PROBLEMS).map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return place(source, line, col, 'rules/yaml', yamlWords(error));
    });
    return { source, problems };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { source: read(''), problems: [place({ path, text }, 1, 1, 'rules/too-deep', DEEP)] };
  }
}

const DEEP = `Values lie more than ${DEEPEST} deep in each other here, and none of ours does.`;

/** What the parser found, in words for people who do not know its own. */
function yamlWords({ code, message }: { code: string; message: string }): string {
  const [first = ''] = message.split('\n');
  const said = first.replace(/ at line \d+, column \d+:?$/, '');
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'YAML is indented with spaces, and here is a tab.';
    case 'BAD_INDENT':
      return `The indentation does not fit the lines above. (${said}.)`;
    case 'TAG_RESOLVE_FAILED':
      return `Tags such as this one are not used here. (${said}.)`;
    case 'MULTIPLE_DOCS':
      return 'This file is one document: take out the line with `---`.';
    default:
      return `This is no YAML: ${said}.`;
  }
}

/** The values of a file, or why they cannot be built: an alias that leads nowhere, or too many of them. */
export function valuesOf(source: Source): { values: unknown } | { problem: RulesProblem } {
  try {
    const values: unknown = source.document.toJS({ maxAliasCount: MOST_ALIASES });
    const deep = deepPath(values);
    return deep ? { problem: { ...problemAt(source, deep, 'rules/too-deep', ''), message: DEEP } } : { values };
  } catch (error) {
    const { line, col } = source.lines.linePos(faultyAlias(source));
    return { problem: place(source, line || 1, col || 1, 'rules/yaml', aliasWords(error)) };
  }
}

function aliasWords(error: unknown): string {
  if (error instanceof RangeError) return DEEP;
  const message = error instanceof Error ? error.message : String(error);
  return message.startsWith('Excessive alias count')
    ? 'Its aliases (`*name`) repeat more than can be built. Write the values out.'
    : `Its values cannot be built: ${message.replace(/\.$/, '')}.`;
}

/** The offset of the first alias without an anchor before it; where each has one, of the first alias; else the top. */
function faultyAlias({ document }: Source): number {
  const aliases: { offset: number; leads: boolean }[] = [];
  visit(document, {
    Alias(_, alias) {
      aliases.push({ offset: alias.range?.[0] ?? 0, leads: alias.resolve(document) !== undefined });
    },
  });
  return (aliases.find(({ leads }) => !leads) ?? aliases[0])?.offset ?? 0;
}

/** The path to something that lies too deep, without recursion: what lies so deep would end ours, too. */
function deepPath(values: unknown): Path | null {
  const rest: { value: unknown; path: Path }[] = [{ value: values, path: [] }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > DEEPEST) return path.slice(0, DEEPEST);
    for (const [key, inner] of Object.entries(value)) {
      rest.push({ value: inner, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return null;
}

/** A problem at a path of a file: at the key that the path ends in, or at the nearest above it that is there. */
export function problemAt(source: Source, path: Path, code: string, message: string): RulesProblem {
  const { line, col } = source.lines.linePos(find(source, path).offset);
  const where = path.length > 0 ? `\`${path.join('.')}\`: ` : '';
  const problem = place(source, line || 1, col || 1, code, where + message);
  // Where a channel is named, somebody may have written its address, which is a secret: a log must not repeat it.
  return path[0] === 'tell' ? { ...problem, excerpt: '' } : problem;
}

/** Whether a file says what stands at a path, and the offset of the deepest key on the way there. */
export function find({ document }: Source, path: Path): { here: boolean; offset: number } {
  let node: unknown = document.contents;
  let offset = 0;
  let inList = false;
  for (const key of path) {
    // A list, a word or an alias replaces whatever stood there before, with all that is in it.
    if (!isMap(node) && !isSeq(node)) return { here: node !== null || inList || isAlias(node), offset };
    if (isSeq(node)) {
      inList = true;
      node = node.items[Number(key)];
      if (isNode(node) && node.range) offset = node.range[0];
      continue;
    }
    const pair = node.items.find((item) => isNode(item.key) && String(item.key) === String(key));
    if (!pair) return { here: inList, offset };
    if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
    node = pair.value;
  }
  return { here: true, offset };
}

/** A problem at a line and column, with what stands there. */
export const place = (
  source: Pick<Source, 'path' | 'text'>,
  line: number,
  column: number,
  code: string,
  message: string,
): RulesProblem => ({
  code,
  path: source.path,
  line,
  column,
  message,
  excerpt: (source.text.split('\n', line)[line - 1] ?? '').replace(/\r$/, '').slice(0, 200),
});
