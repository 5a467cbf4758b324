import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node as YamlNode, type YAMLMap } from 'yaml';
import { fieldNamed } from '../keys.js';
import type { Block, RawField } from './types.js';

/**
 * YAML front matter. `yaml` is what stands between the dashes, `start` its offset. Only plain values, lists and maps of
 * people are read; aliases are refused, so that a small file cannot grow into a large value.
 */
export function frontMatterBlock(yaml: string, start: number): Block | null {
  // The parser takes a lone carriage return at the end for a value.
  const text = yaml.replace(/\r$/, '');
  const document = parseDocument(text, {
    uniqueKeys: false,
    stringKeys: false,
    logLevel: 'silent',
    schema: 'failsafe',
  });
  const problems = document.errors.map((error) => ({
    at: start + Math.min(error.pos[0], text.length),
    message: `The YAML front matter cannot be read here: ${firstLine(error.message)}`,
  }));
  // Broken YAML, most often an unquoted "@": the lines still say what was meant.
  if (problems.length > 0) return block(fieldsOfLines(text, start), problems);
  return block(
    isMap(document.contents) ? fieldsOfMap(document.contents, { text, start, problems, depth: 0 }) : [],
    problems,
  );
}

function block(fields: RawField[], problems: Problem[]): Block | null {
  return fields.some((field) => field.canonical) || problems.length > 0
    ? { form: 'frontmatter', fields, problems }
    : null;
}

type Problem = Block['problems'][number];

interface Reading {
  readonly text: string;
  readonly start: number;
  readonly problems: Problem[];
  /** How many maps are open: `sep: { status: … }` is looked into, what lies deeper is not. */
  readonly depth: number;
}

function fieldsOfMap(map: YAMLMap.Parsed, reading: Reading): RawField[] {
  const { text, start, problems } = reading;
  return map.items.flatMap(({ key, value: node }): RawField[] => {
    if (!isScalar(key) || typeof key.value !== 'string') return [];
    if (node !== null && containsAlias(node)) {
      problems.push({ at: start + node.range[0], message: `"${key.value}" uses a YAML alias.` });
      return [];
    }
    if (isMap(node) && reading.depth === 0 && hasFields(node)) {
      return fieldsOfMap(node, { ...reading, depth: 1 });
    }
    const keyEnd = key.range[1];
    const number = /^:[ \t]+(#\d{1,9})(?!\w)/.exec(text.slice(keyEnd, keyEnd + 100));
    // `pr: #12` is a comment to YAML, and a number to everybody else.
    const [from, to] = number
      ? [keyEnd + number[0].length - (number[1]?.length ?? 0), keyEnd + number[0].length]
      : (node?.range ?? [keyEnd + 1, keyEnd + 1]);
    const end = from + text.slice(from, to).trimEnd().length;
    return [
      {
        key: key.value,
        canonical: fieldNamed(key.value),
        keyAt: start + key.range[0],
        value: { start: start + from, end: start + end },
        text: number?.[1] ?? (node === null ? '' : textOf(node)),
        plain: false,
      },
    ];
  });
}

/** Whether a map holds the preamble and not a person: a person has neither status nor type. */
function hasFields(map: YAMLMap.Parsed): boolean {
  return map.items.some(({ key }) => {
    const name = isScalar(key) && typeof key.value === 'string' ? fieldNamed(key.value) : null;
    return name === 'status' || name === 'type';
  });
}

/** `key: value` at the beginning of a line, and nothing else of YAML. */
function fieldsOfLines(text: string, start: number): RawField[] {
  const fields: RawField[] = [];
  for (const match of text.matchAll(/^([A-Za-z][\w -]{0,40}):[ \t]*(.*)$/gm)) {
    const [whole, key = '', rest = ''] = match;
    const value = rest.trimEnd();
    const at = start + match.index + whole.length - rest.length;
    const unquoted = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
    fields.push({
      key,
      canonical: fieldNamed(key),
      keyAt: start + match.index,
      value: { start: at, end: at + value.length },
      text: unquoted,
      plain: false,
    });
  }
  return fields;
}

/** A list becomes lines, one for each entry; `{name, github, email}` becomes `Name <email> (@github)`. */
function textOf(node: YamlNode): string {
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isSeq(node)) return node.items.map((item) => textOf(item as YamlNode)).join('\n\n');
  if (isMap(node)) return personText(node) || peopleText(node);
  return '';
}

function personText(node: YamlNode): string {
  const entries = entriesOf(node);
  const part = (...names: string[]): string =>
    entries.find(([key]) => names.includes(key.toLowerCase().replace(/[-_\s]/g, '')))?.[1] ?? '';
  const email = part('email', 'mail');
  const profile = PROFILE.exec(part('url', 'githuburl', 'profile', 'link'))?.[1] ?? '';
  const login =
    part('github', 'githubusername', 'githubid', 'githubhandle', 'handle', 'login', 'username', 'gh') || profile;
  const affiliation = part('affiliation', 'organization', 'organisation', 'org', 'company');
  const bare = PROFILE.exec(login)?.[1] ?? login.replace(/^@/, '');
  return [part('name'), email && `<${email}>`, bare && `(@${bare})`, affiliation && `— ${affiliation}`]
    .filter((piece) => piece !== '')
    .join(' ');
}

const PROFILE = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([A-Za-z0-9][A-Za-z0-9_-]{0,62})\/?$/i;

/** `Ada Example: ada` and `ada: Ada Example`, one line for each: the one with a space is the name. */
function peopleText(node: YamlNode): string {
  return entriesOf(node)
    .map(([key, value]) => (/\s/.test(value) && !/\s/.test(key) ? [value, key] : [key, value]))
    .map(([name = '', login = '']) => `${name} (@${login.replace(/^@/, '')})`)
    .join('\n\n');
}

/** The entries of a map that are words. */
function entriesOf(node: YamlNode): [key: string, value: string][] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }): [string, string][] =>
    isScalar(key) && typeof key.value === 'string' && isScalar(value) && typeof value.value === 'string'
      ? [[key.value, value.value]]
      : [],
  );
}

function containsAlias(node: YamlNode): boolean {
  if (isAlias(node)) return true;
  if (isSeq(node)) return node.items.some((item) => containsAlias(item as YamlNode));
  if (isMap(node)) return node.items.some((item) => item.value !== null && containsAlias(item.value as YamlNode));
  return false;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
