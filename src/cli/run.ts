import { readFileSync } from 'node:fs';
import { nearest } from '../near.js';
import { readArguments } from './arguments.js';
import { generalHelp, helpOf } from './help.js';
import { complain, EXIT, type ExitCode, type Io } from './io.js';
import { findSubcommand, SUBCOMMANDS } from './subcommands.js';

/**
 * Runs one command line.
 * @param args what stands behind `convenor`
 * @returns the exit status; everything that the person should know has been written
 */
export async function run(args: string[], io: Io): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h') return print(io, generalHelp());
  if (first === '--version') return print(io, `${version()}\n`);
  if (first.startsWith('-')) {
    const near = nearest(first.replace(/^-+/, ''), ['help', 'version']);
    const next = near === null ? 'Options of a command stand behind its name.' : `Did you mean "--${near}"?`;
    return wrongUse(io, `there is no option "${first}" here. ${next}`);
  }
  if (first === 'help') return help(args.slice(1), io);

  const found = findSubcommand(args);
  if (!found) return wrongUse(io, unknownCommand(args));
  const given = readArguments(found.command, found.rest);
  if (!given.ok) return wrongUse(io, given.problem);
  if (given.help) return print(io, helpOf(found.command));
  return found.command.run(given, io);
}

function help(words: string[], io: Io): ExitCode {
  if (words.length === 0 || words.every((word) => word === '--help' || word === '-h')) return print(io, generalHelp());
  const found = findSubcommand(words);
  if (!found || found.rest.length > 0) return wrongUse(io, unknownCommand(words));
  return print(io, helpOf(found.command));
}

/** A word that is no command: the commands that begin with it, else the nearest. */
function unknownCommand(words: readonly string[]): string {
  const [first = ''] = words;
  const below = SUBCOMMANDS.map(({ name }) => name).filter((name) => name.startsWith(`${first} `));
  if (below.length > 0) return `"${first}" is not complete: ${below.map((name) => `convenor ${name}`).join(', ')}.`;
  const found = findSubcommand(words);
  if (found) return `there is no command "${words.join(' ')}". See: convenor help ${found.command.name}`;
  const names = new Set(['help', ...SUBCOMMANDS.flatMap(({ name }) => [name, name.split(' ')[0] ?? name])]);
  const near = nearest(first, names);
  const next = near === null ? 'See: convenor --help' : `Did you mean "${near}"?`;
  return `there is no command "${first}". ${next}`;
}

function print(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return EXIT.fine;
}

function wrongUse(io: Io, problem: string): ExitCode {
  complain(io, problem);
  return EXIT.wrongUse;
}

/** The package's version. Works from `src/` and from `dist/` alike. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
