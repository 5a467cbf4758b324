import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tooHeavy } from './limits.js';
import { endOfLine, linesOfProse } from './lines.js';

const markdown = unified().use(remarkParse).use(remarkGfm);

const LINE = /^continues:? +#([1-9]\d{0,8})\.?$/i;

/**
 * The pull requests that a description says it goes on with, each once and in its order: `Continues #12` on a line of its
 * own, where a command could stand. Code, quotes, lists and HTML say nothing.
 */
export function continuedIn(body: string): number[] {
  if (!/^ {0,3}continues:? +#\d/im.test(body)) return [];
  const source = body.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (tooHeavy(source) !== null) return [];
  const numbers = linesOfProse(markdown.parse(source), source, /^continues\b/i).flatMap(({ start, hidden }) => {
    const number = hidden === null ? LINE.exec(source.slice(start, endOfLine(source, start)).trim())?.[1] : undefined;
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)];
}
