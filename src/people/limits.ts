import { atLine, type ProblemLog } from './problems.js';

/** Characters. The largest real charter has 13,000, MAINTAINERS.md 6,000. */
export const MAX_LENGTH = 64_000;
/** Delimiters in one block: on runs of these Markdown parsers take quadratic time. Real blocks stay far below 500. */
const MAX_MARKS = 4_000;
/** Levels of nesting that one line opens or stands in; a line of a real charter has three at most. */
const MAX_DEPTH = 40;

/**
 * A page's text where it can be read in little time; empty, with an error, where it cannot. Charters and lists also
 * come from pull requests of strangers, and a page of `*` and `{` alone keeps a Markdown parser busy for minutes.
 */
export function readable(source: string, log: ProblemLog): string {
  if (source.length > MAX_LENGTH) {
    return refuse(1, `has ${source.length} characters, more than the ${MAX_LENGTH} that are read`);
  }
  let marks = 0;
  for (const [index, line] of source.split('\n').entries()) {
    marks = line.trim() === '' ? 0 : marks + (line.match(/[*_~`[\]<&\\@]|:\/\//g)?.length ?? 0);
    if (marks > MAX_MARKS) return refuse(index + 1, `has more than ${MAX_MARKS} marks in one block`);
    const opening = /^[\s>*+-]*/.exec(line)?.[0] ?? '';
    const depth = (opening.match(/[>*+-]/g)?.length ?? 0) + opening.length / 4;
    if (depth > MAX_DEPTH && !/^[-*\s]+$/.test(line)) return refuse(index + 1, 'is nested too deeply');
  }
  return source;

  function refuse(line: number, why: string): '' {
    log.error('people/too-heavy', atLine(line), `The file ${why}, so none of it is read.`, 'Write it more simply.');
    return '';
  }
}
