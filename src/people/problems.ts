import type { Problem, Source } from './types.js';

/** A place in a text; lines and columns count from 1. */
interface Place {
  line: number;
  column: number;
}

/** Collects what is to be said about one file, every problem and not only the first. */
export class ProblemLog {
  readonly problems: Problem[] = [];
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  error(code: string, place: Place | undefined, message: string, help: string): void {
    this.add('error', code, place, message, help);
  }

  warning(code: string, place: Place | undefined, message: string, help: string): void {
    this.add('warning', code, place, message, help);
  }

  info(code: string, place: Place | undefined, message: string, help: string): void {
    this.add('info', code, place, message, help);
  }

  /** By place, so that a report reads like the file. */
  sorted(): Problem[] {
    return this.problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  private add(severity: Problem['severity'], code: string, place: Place | undefined, message: string, help: string) {
    const { line, column } = place ?? { line: 1, column: 1 };
    this.problems.push({ code, severity, path: this.path, line, column, message, help });
  }
}

/** The start of a line. */
export const atLine = (line: number): Place => ({ line, column: 1 });

/** A place in words: `MAINTAINERS.md, line 12`. */
export const placeWords = ({ path, line }: Source): string => `${path}, line ${line}`;

/** What two places say differently: told at one of them, with the others named. */
export const contradiction = (
  code: string,
  severity: Problem['severity'],
  at: Source,
  others: Source[],
  message: string,
  help: string,
): Problem => ({ code, severity, path: at.path, line: at.line, column: 1, message, help, others });
