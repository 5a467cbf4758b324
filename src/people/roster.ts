import type { z } from 'zod';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { nearest } from '../near.js';
import { loginKey } from './logins.js';
import { ProblemLog } from './problems.js';
import { rosterKeysAt, rosterSchema, type RosterFile } from './roster-schema.js';
import type { Problem, Roster, RosterPerson } from './types.js';

/** How `yaml` reports that a flow collection was too deep for it. */
const OUT_OF_STACK = /^Maximum call stack/;
/** Characters: some thousand people. */
const MAX_LENGTH = 256_000;

type KeyPath = (string | number)[];

/**
 * Reads the roster file. Null where it has any error, so that half a roster never holds; every error is given, with its
 * place. Never fails. Anchors and aliases are refused: a roster has no use for them, and a bomb is made of them.
 */
export function readRoster(source: string, path: string): { roster: Roster | null; problems: Problem[] } {
  const log = new ProblemLog(path);
  const lines = new LineCounter();
  const document = parse(source, lines);
  if (document === null) {
    log.error('people/roster-too-heavy', undefined, 'The roster is too large or nested too deeply.', 'Write it flat.');
    return { roster: null, problems: log.sorted() };
  }
  const placeOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: line || 1, column: col || 1 };
  };
  const at = (keys: KeyPath): { line: number; column: number } => placeOf(offsetOf(document, keys));
  for (const error of document.errors.filter((each, index, all) => each.pos[0] !== all[index - 1]?.pos[0])) {
    log.error('people/roster-yaml', placeOf(error.pos[0]), firstLine(error.message), 'Correct the YAML.');
  }
  if (document.errors.length > 0) return { roster: null, problems: log.sorted() };

  const value = valueOf(document, log);
  const read = value === undefined ? null : rosterSchema.safeParse(value);
  for (const issue of read?.error?.issues ?? []) {
    const keys = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const where = keys.length > 0 ? `\`${keys.join('.')}\`: ` : '';
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        log.error(
          'people/roster-unknown-key',
          at([...keys, key]),
          `${where}there is no key \`${key}\` here.`,
          meant(nearest(key, rosterKeysAt(keys))) ?? `There are: ${rosterKeysAt(keys).join(', ')}.`,
        );
      }
    } else {
      const given: unknown = document.getIn(keys);
      const near =
        issue.code === 'invalid_value' && typeof given === 'string' ? nearest(given, issue.values.map(String)) : null;
      log.error(
        'people/roster-value',
        at(keys),
        `${where}${sentence(issue, given)}`,
        meant(near) ?? 'Correct the value.',
      );
    }
  }
  if (read?.success) sayDoubles(read.data, at, log);
  if (!read?.success || log.problems.length > 0) return { roster: null, problems: log.sorted() };
  return { roster: rosterOf(read.data, path, (keys) => at(keys).line), problems: [] };
}

function rosterOf(file: RosterFile, source: string, lineAt: (keys: KeyPath) => number): Roster {
  const span = (each: { since?: string | undefined; until?: string | undefined; decision?: string | undefined }) => ({
    since: each.since ?? null,
    until: each.until ?? null,
    decision: each.decision ?? null,
  });
  return {
    source,
    organizations: file.organizations,
    organizationLines: Object.fromEntries(
      Object.keys(file.organizations).map((name) => [name, lineAt(['organizations', name])]),
    ),
    people: file.people.map((person, index): RosterPerson => {
      const line = (...keys: KeyPath): number => lineAt(['people', index, ...keys]);
      return {
        ids: person.ids,
        logins: person.logins,
        name: person.name ?? null,
        organization: person.organization ?? null,
        roles: person.roles.map((each, position) => ({
          role: each.role,
          ...span(each),
          line: line('roles', position),
        })),
        moderator: person.moderator,
        groups: person.groups.map((each, position) => ({
          group: each.group.toLowerCase(),
          level: each.level,
          ...span(each),
          line: line('groups', position),
        })),
        emeritus: person.emeritus,
        line: line(),
        lines: {
          ids: line('ids'),
          logins: line('logins'),
          name: line('name'),
          organization: line('organization'),
          moderator: line('moderator'),
          emeritus: line('emeritus'),
        },
      };
    }),
  };
}

/** An account belongs to one person, an organisation's name to one organisation, a person to a group once at a time. */
function sayDoubles(file: RosterFile, at: (keys: KeyPath) => { line: number; column: number }, log: ProblemLog): void {
  const owners = new Map<string, number>();
  const claim = (key: string, keys: KeyPath, shown: string): void => {
    const line = owners.get(key);
    const place = at(keys);
    if (line === undefined) owners.set(key, place.line);
    else log.error('people/roster-twice', place, `${shown} stands already in line ${line}.`, 'Keep it in one place.');
  };
  file.people.forEach((person, index) => {
    const here: KeyPath = ['people', index];
    person.ids.forEach((id, position) => claim(`id ${id}`, [...here, 'ids', position], `The id ${id}`));
    person.logins.forEach((login, position) =>
      claim(`login ${loginKey(login)}`, [...here, 'logins', position], `@${login}`),
    );
    person.groups.forEach((membership, position) => {
      if (membership.until !== undefined) return;
      const slug = membership.group.toLowerCase();
      claim(`group ${index} ${slug}`, [...here, 'groups', position], `This person's place in ${slug}`);
    });
  });
  for (const [name, others] of Object.entries(file.organizations)) {
    claim(`organization ${name.toLowerCase()}`, ['organizations', name], `The organisation "${name}"`);
    others.forEach((other, position) =>
      claim(`organization ${other.toLowerCase()}`, ['organizations', name, position], `The organisation "${other}"`),
    );
  }
}

/** Null for a text that is too large, or so deep that the parser runs out of stack. */
function parse(source: string, lineCounter: LineCounter): Document | null {
  if (source.length > MAX_LENGTH) return null;
  try {
    const document = parseDocument(source, { lineCounter, uniqueKeys: true });
    return document.errors.some((error) => OUT_OF_STACK.test(error.message)) ? null : document;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The plain value; undefined where it cannot be made, which is said. */
function valueOf(document: Document, log: ProblemLog): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch {
    log.error('people/roster-alias', undefined, 'The roster uses YAML anchors or aliases.', 'Write each value out.');
    return undefined;
  }
}

/** Where the last key of a path that exists stands: the key of a map, or the item of a list. */
function offsetOf(document: Document, keys: KeyPath): number {
  for (let length = keys.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    const last = keys[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
      continue;
    }
    const node: unknown = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
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

/** What the schema found, in words for people: its own are for programmers, ours are kept. */
function sentence(issue: z.core.$ZodIssue, given: unknown): string {
  const is = given === undefined ? 'this is missing: it is' : 'this has to be';
  if (issue.code === 'invalid_type') {
    return given === null && issue.path.length === 0
      ? 'The roster is empty: it begins with `version: 1`.'
      : `${is} ${KINDS[issue.expected] ?? issue.expected}.`;
  }
  if (issue.code === 'invalid_value')
    return `${is} ${issue.values.map((value) => `\`${String(value)}\``).join(' or ')}.`;
  return issue.message;
}

const meant = (near: string | null): string | null => (near === null ? null : `Did you mean \`${near}\`?`);

const firstLine = (text: string): string => text.split('\n')[0]?.replace(/:$/, '.') ?? text;
