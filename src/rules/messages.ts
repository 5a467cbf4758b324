import type { z } from 'zod';
import { nearest } from '../near.js';
import { MOST_PROBLEMS } from './problem.js';
import { keysAt, rulesShape, shapeAt, type Shape } from './shape.js';
import type { Path } from './source.js';

/** Something that the schema found, with the place that it means. */
export interface Said {
  code: string;
  path: Path;
  message: string;
}

/** Characters of a person's own value that a message repeats. */
const LONGEST_VALUE = 60;

/**
 * What the schema found, in sentences for people who have never read it.
 * @param root the schema of the whole file; that of the rules where it is left out
 */
export function sayIssue(issue: z.core.$ZodIssue, whole: unknown, root: Shape = rulesShape()): Said[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_PROBLEMS + 1).map((key) => unknownKey([...path, key], root));
  const value = valueAt(whole, path);
  const code = `rules/${issue.code}`;
  if (value === undefined) {
    return [{ code, path, message: `This is missing. ${describe(path, root)}`.trimEnd() }];
  }
  return [{ code, path, message: sentence(issue, value, path, root) }];
}

function sentence(issue: z.core.$ZodIssue, value: unknown, path: Path, root: Shape): string {
  const here = `here stands ${show(value)}`;
  switch (issue.code) {
    case 'invalid_type':
      return `This is ${KINDS[issue.expected] ?? issue.expected}, and ${here}.${slip(issue.expected, value)} ${describe(path, root)}`.trimEnd();
    case 'invalid_value': {
      const known = issue.values.map(String);
      const near = typeof value === 'string' ? guess(value, known) : '';
      return known.length === 1
        ? `This is always \`${known[0] ?? ''}\`, and ${here}. ${describe(path, root)}`.trimEnd()
        : `This is one of ${known.map((word) => `\`${word}\``).join(', ')}, and ${here}.${near}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return `This must not be empty. ${describe(path, root)}`.trimEnd();
      if (issue.origin === 'array')
        return `This needs at least ${entries(issue.minimum)}. ${describe(path, root)}`.trimEnd();
      return `This is at least ${String(issue.minimum)}, and ${here}. ${describe(path, root)}`.trimEnd();
    case 'too_big':
      if (issue.origin === 'string') return `This has at most ${String(issue.maximum)} characters.`;
      if (issue.origin === 'array') return `This has at most ${entries(issue.maximum)}.`;
      return `This is at most ${String(issue.maximum)}, and ${here}. ${describe(path, root)}`.trimEnd();
    case 'invalid_format':
      if (issue.format === 'date') return `This is a day of the calendar, written \`YYYY-MM-DD\`, and ${here}.`;
      return `${stop(issue.message)} And ${here}.`;
    default:
      return stop(issue.message);
  }
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a whole number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
};

/** The slips that are made most, with what to write instead. */
function slip(expected: string, value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST_VALUE) return '';
  if (expected === 'array') return ` Write \`[${value}]\`.`;
  if (expected === 'number' && /^\d+$/.test(value)) return ` Write \`${value}\`, without quotation marks.`;
  if (expected === 'boolean' && /^(yes|on)$/i.test(value)) return ' Write `true`.';
  if (expected === 'boolean' && /^(no|off)$/i.test(value)) return ' Write `false`.';
  return '';
}

const entries = (count: number | bigint): string => `${String(count)} ${Number(count) === 1 ? 'entry' : 'entries'}`;
const stop = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);

/** What belongs at a path, as the schema describes it; empty where it says nothing. */
const describe = (path: Path, root: Shape): string => shapeAt(path, root)?.description ?? '';

function show(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const shown = JSON.stringify(value);
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE)}…` : shown;
}

function valueAt(whole: unknown, path: Path): unknown {
  let value: unknown = whole;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[String(key)];
  }
  return value;
}

/** A key that there is not, with the one that was probably meant. */
export function unknownKey(path: Path, root: Shape = rulesShape()): Said {
  const key = String(path.at(-1));
  const known = keysAt(path.slice(0, -1), root);
  // Where no key is near, but there are few, they are named: nobody has to look them up.
  const meant = guess(key, known);
  const few = meant === '' && known.length > 0 && known.length <= 8 ? ` There are: ${known.join(', ')}.` : '';
  return { code: 'rules/unknown-key', path, message: `There is no key \`${key}\` here.${meant}${few}` };
}

/** By few slips of the fingers, or by case, or as the beginning of one word and no other. */
function guess(word: string, candidates: readonly string[]): string {
  const begun = candidates.filter((each) => word !== '' && each.toLowerCase().startsWith(word.toLowerCase()));
  const meant = nearest(word, candidates) ?? (begun.length === 1 ? begun[0] : undefined);
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}
