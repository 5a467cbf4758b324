import type { Family, Option, Subcommand } from './subcommand.js';
import { ENTRIES } from './subcommands.js';
import { clean } from './terminal.js';

const WIDTH = 100;

/** What `convenor` and `convenor --help` print. */
export function generalHelp(): string {
  const rows = ENTRIES.map(({ name, summary }): [string, string] => [name, summary]);
  return [
    'Convenor runs the proposal process of a specification. This is its command line.',
    '',
    'Usage: convenor COMMAND [OPTIONS] [OPERANDS]',
    '',
    'Commands:',
    ...columns([...rows, ['help COMMAND', 'Says all about a command.']]),
    '',
    'Options:',
    ...columns([
      ['-h, --help', 'Print this help, or that of a command.'],
      ['--version', 'Print the version.'],
    ]),
    '',
    'Exit status: 0 fine, 1 findings, 2 wrong use.',
    '',
  ].join('\n');
}

/** What the first word of a family prints when it stands alone. */
export function familyHelp({ name, summary, members }: Family): string {
  return [
    `Usage: convenor ${name} COMMAND [OPTIONS] [OPERANDS]`,
    '',
    summary,
    '',
    'Commands:',
    ...columns(members.map((member): [string, string] => [member.name, member.summary])),
    '',
    `"convenor help ${members[0]?.name ?? name}" says all about one of them.`,
    '',
  ].join('\n');
}

/** What `convenor help NAME` prints. */
export function helpOf(command: Subcommand): string {
  const options = Object.entries(command.options).map(([name, option]): [string, string] => [
    optionSyntax(name, option),
    option.says,
  ]);
  return [
    `Usage: convenor ${command.usage}`,
    '',
    command.summary,
    ...command.help.flatMap((paragraph) => ['', ...wrapped(paragraph)]),
    '',
    'Options:',
    ...columns([...options, ['-h, --help', 'Print this help.']]),
    '',
    'Examples:',
    ...command.examples.flatMap(({ line, says }) => [`  ${line}`, `      ${says}`]),
    '',
  ].join('\n');
}

/** `-q, --quiet`, `--out DIR`. */
export const optionSyntax = (name: string, { short, value }: Option): string =>
  `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  for (const word of clean(paragraph).split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
