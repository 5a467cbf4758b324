import { readFileSync } from 'node:fs';
import { nearest } from '../near.js';
import { readArguments } from './arguments.js';
import { familyHelp, generalHelp, helpOf } from './help.js';
import { complain, EXIT, type ExitCode, type Io } from './io.js';
import { ENTRIES, findFamily, findSubcommand } from './subcommands.js';

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
  const family = findFamily(first);
  if (family && asksForHelp(args.slice(1))) return print(io, familyHelp(family));

  const found = findSubcommand(args);
  if (!found) return wrongUse(io, unknownCommand(args));
  const given = readArguments(found.command, found.rest);
  if (!given.ok) return wrongUse(io, given.problem);
  if (given.help) return print(io, helpOf(found.command));
  return found.command.run(given, io);
}

function help(words: string[], io: Io): ExitCode {
  if (asksForHelp(words)) return print(io, generalHelp());
  const family = findFamily(words[0] ?? '');
  if (family && asksForHelp(words.slice(1))) return print(io, familyHelp(family));
  const found = findSubcommand(words);
  if (!found || found.rest.length > 0) return wrongUse(io, unknownCommand(words));
  return print(io, helpOf(found.command));
}

/** Whether nothing stands there, or nothing but the wish for help. */
const asksForHelp = (words: readonly string[]): boolean => words.every((word) => word === '--help' || word === '-h');

/** Words that are no command: within a family the nearest of its members, else the nearest of all. */
function unknownCommand(words: readonly string[]): string {
  const [first = '', second = ''] = words;
  const found = findSubcommand(words);
  if (found) return `there is no command "${words.join(' ')}". See: convenor help ${found.command.name}`;
  const family = findFamily(first);
  if (family) {
    if (second.startsWith('-')) return `"${first}" has no option "${second}". See: convenor help ${first}`;
    const near = nearest(
      second,
      family.members.map(({ name }) => name.slice(first.length + 1)),
    );
    const next = near === null ? `See: convenor help ${first}` : `Did you mean "${first} ${near}"?`;
    return `there is no command "${first} ${second}". ${next}`;
  }
  const near = nearest(first, ['help', ...ENTRIES.map(({ name }) => name)]);
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
