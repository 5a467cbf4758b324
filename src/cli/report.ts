import { join } from 'node:path';
import { type Problem, tally } from './problem.js';
import { clean, counted, type Paint } from './terminal.js';

/** Characters of a source line that are shown. */
const LONGEST_EXCERPT = 120;

/** Problems for people: under each file its own, in their order, each with its next step. Empty without problems. */
export function problemLines(problems: readonly Problem[], directory: string, paint: Paint): string[] {
  return [...new Set(problems.map(({ path }) => path))].flatMap((path) => {
    const own = problems.filter((each) => each.path === path);
    const width = Math.max(...own.map((each) => place(each).length));
    return [
      paint('strong', clean(join(directory, path))),
      ...own.flatMap((each) => problemText(each, width, paint)),
      '',
    ];
  });
}

function problemText(problem: Problem, width: number, paint: Paint): string[] {
  const { severity, message, help, excerpt, code } = problem;
  const indent = ' '.repeat(width + 4);
  return [
    `  ${place(problem).padStart(width)}  ${paint(severity, severity)}  ${clean(message)}  ${paint('quiet', code)}`,
    ...(excerpt === null ? [] : [`${indent}| ${clean(excerpt.slice(0, LONGEST_EXCERPT))}`]),
    ...(help === null ? [] : [paint('quiet', `${indent}${clean(help)}`)]),
  ];
}

const place = ({ line, column }: Problem): string => `${line}:${column}`;

/** "3 errors, 12 warnings, 1 note in 43 files". */
export function summaryLine(problems: readonly Problem[], files: number): string {
  const { error, warning, info } = tally(problems);
  const notes = info === 0 ? '' : `, ${counted(info, 'note')}`;
  return `${counted(error, 'error')}, ${counted(warning, 'warning')}${notes} in ${counted(files, 'file')}`;
}
