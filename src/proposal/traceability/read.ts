import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import { tooDeep } from '../../yaml-depth.js';

/** A row of a traceability file: a requirement, and the check that exercises it or why there is none. */
export interface TracedRow {
  /** From 1. */
  line: number;
  text: string;
  /** Identifier of a check of the conformance suite; null for an exclusion. */
  check: string | null;
  /** Why it has no check; null for one that has. */
  excluded: string | null;
}

/** Something that keeps a traceability file, or a row of it, from being taken. */
export interface TraceabilityProblem {
  /** From 1. */
  line: number;
  message: string;
}

/** A traceability file as read. Where there are problems, `rows` are those that could be read. */
export interface Traceability {
  rows: TracedRow[];
  problems: TraceabilityProblem[];
}

/** Characters; the longest known file has 56,000. */
const LONGEST = 256_000;
const MOST_ROWS = 1000;
const MOST_PROBLEMS = 20;

/**
 * Reads a traceability file, `sep-NNNN.yaml`: `sep` with the number, and `requirements`, each with its `text` and either
 * a `check` or a reason why it is `excluded`. Other keys, such as `spec_url`, `url` and `issue`, are for people. Nothing is
 * put in the place of an alias, so that a small file is never a large one: where one stands, the value is missing.
 * Source: SEP-2484, "Traceability file".
 * @param number of the proposal that the file has to be for
 */
export function readTraceability(text: string, number: number): Traceability {
  const only = (line: number, message: string): Traceability => ({ rows: [], problems: [{ line, message }] });
  if (text.length > LONGEST) return only(1, `It has more than ${LONGEST} characters.`);
  const deep = tooDeep(text);
  if (deep) return only(deep.line, 'Values lie deeper in each other here than in any such file.');
  const lines = new LineCounter();
  const lineOf = (node: unknown): number => lines.linePos((node as Node | null | undefined)?.range?.[0] ?? 0).line || 1;
  const document = parsed(text, lines);
  if (document === null) return only(1, 'Values lie deeper in each other here than in any such file.');
  const { contents, errors, warnings } = document;
  const [error] = [...errors, ...warnings];
  if (error)
    return only(lines.linePos(error.pos[0]).line || 1, `It is no YAML: ${error.message.split('\n')[0] ?? ''}.`);
  if (!isMap(contents)) return only(1, 'It is no map with `sep` and `requirements`.');
  const problems: TraceabilityProblem[] = [];
  const say = (line: number, message: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ line, message });
  };
  if ((contents.get('sep') as unknown) !== number) say(lineOf(contents.get('sep', true)), `\`sep\` is not ${number}.`);
  const list = contents.get('requirements', true);
  const items = isSeq(list) ? list.items : [];
  if (items.length === 0) say(lineOf(list), '`requirements` is no list with a row in it.');
  if (items.length > MOST_ROWS) say(lineOf(items[MOST_ROWS]), `Rows after the ${MOST_ROWS}th are not read.`);
  const rows: TracedRow[] = [];
  for (const item of items.slice(0, MOST_ROWS)) {
    const line = lineOf(item);
    const read = isMap(item) ? rowOf(item, line) : 'This row is no map.';
    if (typeof read === 'string') say(line, read);
    else rows.push(read);
  }
  return { rows, problems };
}

/** Null for a text so deep, by its indentation, that the parser runs out of stack on it. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    // The parser's own search for keys that stand twice takes time with the square of their number.
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** A row, or what is wrong with it. */
function rowOf(item: YAMLMap, line: number): TracedRow | string {
  const twice = keyTwice(item);
  if (twice !== null) return `\`${twice}\` stands twice in this row.`;
  const said = (key: string): string | null => {
    const value = item.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const [text, check, excluded] = [said('text'), said('check'), said('excluded')];
  if (text === null) return 'This row has no `text`: the requirement as the proposal says it.';
  if (check === null && excluded === null) return 'This row has neither a `check` nor a reason why it is `excluded`.';
  if (check !== null && excluded !== null) return 'This row has a `check` and is `excluded`: it can be one of the two.';
  if (check !== null && /\s/.test(check)) return 'A `check` is one identifier, without spaces.';
  return { line, text, check, excluded };
}

const KEYS = ['text', 'check', 'excluded'];

/** The first key of a row that stands in it twice, so that nobody knows which is meant; null where none does. */
function keyTwice({ items }: YAMLMap): string | null {
  const names = items.map(({ key }) => (isScalar(key) ? key.value : null));
  return KEYS.find((name) => names.filter((one) => one === name).length > 1) ?? null;
}
