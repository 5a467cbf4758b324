import { nearest } from '../near.js';
import type { Rules } from '../rules/schema.js';
import type { Command } from './command.js';
import { COMMANDS, commandNamed } from './registry.js';

/** What the rules say of verbs: further words for commands, and words that belong to other bots. */
export type Verbs = Rules['commands'];

/** Rules that say nothing of verbs. */
export const PLAIN: Verbs = { aliases: {}, others: [] };

/** Verbs of bots that are common elsewhere and are near to ours: whoever writes one of them means it. */
const ELSEWHERE: ReadonlySet<string> = new Set('lock unlock clock black bark vote hello preview'.split(' '));

/** Whether bots elsewhere have a verb that is one of ours, or near to one. */
export const isElsewhere = (verb: string): boolean => ELSEWHERE.has(verb);

const firstOf = (name: string): string => name.split(' ')[0] ?? '';

/** The first words of Convenor's commands. */
const OWN: ReadonlySet<string> = new Set(COMMANDS.map(({ name }) => firstOf(name)));

/** Whether commands of Convenor begin with a word. */
export const beginsCommand = (word: string): boolean => OWN.has(word);

/** Whether a verb is Convenor's here; every other `/word` belongs to somebody else. */
export const isOwn = (verb: string, { aliases, others }: Verbs): boolean =>
  Object.hasOwn(aliases, verb) || (OWN.has(verb) && !others.includes(verb));

/** The words of a line as they are meant: with the name of the command in the place of an alias. */
export function meant(words: readonly string[], { aliases }: Verbs): string[] {
  const [verb = '', ...rest] = words;
  const name = Object.hasOwn(aliases, verb.toLowerCase()) ? aliases[verb.toLowerCase()] : undefined;
  return name === undefined ? [...words] : [...name.split(' '), ...rest];
}

/** The command that words begin with, and the words behind it; null for none. */
export function commandOf(words: readonly string[]): { command: Command; rest: string[] } | null {
  const [first = '', second = ''] = words.map((word) => word.toLowerCase());
  const command = commandNamed(`${first} ${second}`) ?? commandNamed(first);
  return command && { command, rest: words.slice(command.name.split(' ').length) };
}

/**
 * The command that mistyped words were probably meant to be; null where none is near. A first word that is not ours is
 * near only together with the second, or where the command has no second: `/close` and `/see` are no mistyped `/core` and
 * `/sep`.
 */
export function nearMiss(words: readonly string[], verbs: Verbs): string | null {
  const [first = '', second = ''] = words.map((word) => word.toLowerCase());
  if (isElsewhere(first) && !beginsCommand(first)) return null;
  const names = COMMANDS.map(({ name }) => name).filter((name) => !verbs.others.includes(firstOf(name)));
  const whole = nearest(`${first} ${second}`.trim(), names);
  if (whole !== null || beginsCommand(first)) return whole;
  return nearest(first, [...names.filter((name) => !name.includes(' ')), ...Object.keys(verbs.aliases)]);
}
