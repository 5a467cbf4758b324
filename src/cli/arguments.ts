import { parseArgs } from 'node:util';
import { nearest } from '../near.js';
import type { Options, Subcommand } from './subcommand.js';

/** What a person gave to a subcommand, or what is wrong with it in one sentence. */
export type Arguments =
  | { ok: true; help: boolean; values: ReturnType<typeof parseArgs>['values']; operands: string[] }
  | { ok: false; problem: string };

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Reads what stands behind a subcommand's name, strictly: nothing unknown is passed over. */
export function readArguments(command: Subcommand, args: string[]): Arguments {
  const options = { ...parserOptions(command.options), ...HELP };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (values.help === true) return { ok: true, help: true, values, operands: positionals };
    const problem = countProblem(command, positionals.length);
    return problem === null
      ? { ok: true, help: false, values, operands: positionals }
      : { ok: false, problem: `${problem}. Usage: convenor ${command.usage}` };
  } catch (error) {
    if (!isParseArgsError(error)) throw error;
    return { ok: false, problem: unknownOption(command, args, options) ?? firstSentence(error.message) };
  }
}

function countProblem({ name, operands: { min, max, noun } }: Subcommand, count: number): string | null {
  if (count < min) return `"${name}" needs ${noun}`;
  if (count > max) return max === 0 ? `"${name}" takes no operands` : `"${name}" takes ${noun}, and here are ${count}`;
  return null;
}

/** What node knows of an option; it refuses keys of its own that are undefined. */
const parserOptions = (options: Options): Record<string, Pick<Options[string], 'type' | 'short' | 'multiple'>> =>
  Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );

/** Names the first option that does not exist, with the one that was probably meant. */
function unknownOption(command: Subcommand, args: string[], options: Record<string, Options[string] | object>) {
  const { tokens } = parseArgs({
    args,
    options: { ...parserOptions(command.options), ...HELP },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  if (unknown?.kind !== 'option') return null;
  const near = nearest(unknown.name, Object.keys(options));
  const meant = near === null ? '' : ` Did you mean "--${near}"?`;
  return `"${command.name}" has no option "${unknown.rawName}".${meant} See: convenor help ${command.name}`;
}

const isParseArgsError = (error: unknown): error is Error & { code: string } =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const firstSentence = (message: string): string => message.split('\n')[0] ?? message;
