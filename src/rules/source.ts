import { isAlias, isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { RulesProblem } from './problem.js';

/** Keys and positions of lists from the top of a file down to a value. */
export type Path = readonly (string | number)[];

/** A YAML file with what is needed to point into it. */
export interface Source {
  path: string;
  text: string;
  lines: LineCounter;
  document: Document;
}

/** Characters; the packs have 5,000. */
const LONGEST = 256_000;

/** A file as YAML, or what keeps it from being read, all at once. */
export function readSource(text: string, path: string): { source: Source; problems: RulesProblem[] } {
  const lines = new LineCounter();
  const read = (yaml: string): Source => ({
    path,
    text,
    lines,
    document: parseDocument(yaml, { lineCounter: lines, uniqueKeys: true }),
  });
  if (text.length > LONGEST) {
    const source = read('');
    const message = `The file has ${text.length} characters; more than ${LONGEST} are not read.`;
    return { source, problems: [place(source, 1, 1, 'rules/too-large', message)] };
  }
  try {
    const source = read(text);
    const problems = source.document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return place(source, line, col, 'rules/yaml', error.message.split('\n')[0] ?? error.message);
    });
    return { source, problems };
  } catch {
    const source = read('');
    return { source, problems: [place(source, 1, 1, 'rules/yaml', 'The file is nested too deeply to be read.')] };
  }
}

/** The values of a file, or why they cannot be built: an alias that leads nowhere, or too many of them. */
export function valuesOf(source: Source): { values: unknown } | { problem: RulesProblem } {
  try {
    return { values: source.document.toJS({ maxAliasCount: 50 }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problem: place(source, 1, 1, 'rules/yaml', `Its values cannot be built: ${message}.`) };
  }
}

/** A problem at a path of a file: at the key that the path ends in, or at the nearest above it that is there. */
export function problemAt(source: Source, path: Path, code: string, message: string): RulesProblem {
  const { line, col } = source.lines.linePos(find(source, path).offset);
  const where = path.length > 0 ? `\`${path.join('.')}\`: ` : '';
  return place(source, line || 1, col || 1, code, where + message);
}

/**
 * Which of two files a value comes from, of which one is laid over the other key by key: the upper one where it says
 * something at that path, or has replaced what the path leads through, or where neither says anything.
 */
export function originOf(path: Path, upper: Source, lower: Source): Source {
  return find(upper, path).here || !find(lower, path).here ? upper : lower;
}

/** Whether a file says what stands at a path, and the offset of the deepest key on the way there. */
function find({ document }: Source, path: Path): { here: boolean; offset: number } {
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

const place = (source: Source, line: number, column: number, code: string, message: string): RulesProblem => ({
  code,
  path: source.path,
  line,
  column,
  message,
  excerpt: (source.text.split('\n')[line - 1] ?? '').replace(/\r$/, '').slice(0, 200),
});
