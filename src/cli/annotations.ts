import type { Severity } from '../proposal/index.js';
import type { Problem } from './problem.js';
import { clean } from './terminal.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * A finding as GitHub Actions reads it from a job's output, to show it on the line of the file.
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions".
 */
export function annotation(problem: Problem & { readonly endLine?: number }): string {
  const { path, line, endLine, column, severity, code, message, help } = problem;
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    ...(endLine === undefined ? [] : [`endLine=${endLine}`]),
    `col=${column}`,
    `title=${property(code)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(help === null ? message : `${message} ${help}`)}`;
}

function data(text: string): string {
  return clean(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
