import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import { fieldNamed } from '../keys.js';
import type { Block, RawField } from './types.js';

/**
 * YAML front matter. `text` is the YAML between the dashes, `start` its offset. Only plain values and lists are read;
 * aliases are refused, so that a small file cannot grow into a large value.
 */
export function frontMatterBlock(text: string, start: number): Block | null {
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
  const fields: RawField[] = problems.length > 0 ? fieldsOfLines(text, start) : [];
  if (problems.length === 0 && isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      const node = value;
      if (node !== null && containsAlias(node)) {
        problems.push({ at: start + node.range[0], message: `"${key.value}" uses a YAML alias.` });
        continue;
      }
      const keyEnd = key.range[1];
      const range = node?.range ?? [keyEnd + 1, keyEnd + 1];
      const end = range[0] + text.slice(range[0], range[1]).trimEnd().length;
      fields.push({
        key: key.value,
        canonical: fieldNamed(key.value),
        keyAt: start + key.range[0],
        value: { start: start + range[0], end: start + end },
        text: node === null ? '' : textOf(node),
        plain: false,
      });
    }
  }
  return fields.some((field) => field.canonical) || problems.length > 0
    ? { form: 'frontmatter', fields, problems }
    : null;
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
  if (isMap(node)) return personText(node);
  return '';
}

function personText(node: YamlNode): string {
  if (!isMap(node)) return '';
  const part = (...names: string[]): string => {
    for (const item of node.items) {
      const key = isScalar(item.key) && typeof item.key.value === 'string' ? item.key.value.toLowerCase() : '';
      if (names.includes(key) && isScalar(item.value) && typeof item.value.value === 'string') return item.value.value;
    }
    return '';
  };
  const email = part('email', 'mail');
  const login = part('github', 'handle', 'login', 'username').replace(/^@/, '');
  const affiliation = part('affiliation', 'organization', 'organisation', 'org', 'company');
  return [part('name'), email && `<${email}>`, login && `(@${login})`, affiliation && `— ${affiliation}`]
    .filter((piece) => piece !== '')
    .join(' ');
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
