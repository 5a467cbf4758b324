import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/rules/index.js';
import { readRecorded, SINCE, type Since } from '../../src/rules/recorded.js';

/** Rules of the default pack as the first version recorded them. Never written anew: records like it lie in repositories. */
const FIRST = readFileSync('test/rules/recorded-v1.json', 'utf8');
const HASH = '2048f2450f92bb1842b23ac545846bdc68a9fc7305c446cf45ea3cee6645cf64';

/** The first rules without what stands at a path, as text. */
function without(path: readonly (string | number)[]): string {
  const rules: unknown = JSON.parse(FIRST);
  remove(rules, path);
  return `${JSON.stringify(rules)}\n`;
}

function remove(value: unknown, [key, ...rest]: readonly (string | number)[]): void {
  const place = value as Record<string, unknown>;
  for (const each of key === '*' ? Object.keys(place) : [String(key)]) {
    if (rest.length > 0) remove(place[each], rest);
    else Reflect.deleteProperty(place, each);
  }
}

/** The first rules with something more, as text. */
const withMore = (more: object): string => JSON.stringify({ ...(JSON.parse(FIRST) as object), ...more });

/** Where one value has keys that another has not, `*` for every entry of a list. */
function keysBeyond(one: unknown, other: unknown, path: readonly string[] = []): string[] {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return [];
  return Object.entries(one).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(one) ? '*' : key];
    return Object.hasOwn(other, key)
      ? keysBeyond(value, (other as Record<string, unknown>)[key], here)
      : [here.join('.')];
  });
}

describe('Rules that an earlier version recorded', () => {
  it('can be read, and keep the hash that ledgers name them by', () => {
    const read = readRecorded(FIRST);
    const help =
      "Rules lie in the records of repositories as they were when something was decided by them, and today's schema asks " +
      'for what they do not have. For each key that is named here, add an entry to SINCE in src/rules/recorded.ts with the ' +
      'value that says what was done before there was the key. Leave test/rules/recorded-v1.json as it is.';
    expect(read.ok ? [] : read.problems, help).toEqual([]);
    expect(read.ok && read.sha256).toBe(HASH);
  });

  it('get nothing by a default of the schema, in silence: what a key means to new files, its absence may never have', () => {
    const read = readRecorded(FIRST);
    if (!read.ok) return;
    const told = SINCE.map(({ path }) => path.join('.'));
    expect(keysBeyond(read.rules, JSON.parse(FIRST)).filter((path) => !told.includes(path))).toEqual([]);
  });

  it('get nothing that they have already, and no entry of the table is idle', () => {
    for (const [index, { path }] of SINCE.entries()) {
      const others = SINCE.filter((_, at) => at !== index);
      expect(readRecorded(FIRST, others).ok, `${path.join('.')} is not missing in the first rules`).toBe(false);
    }
  });

  const { holding } = (JSON.parse(FIRST) as { rules: { holding: object } }).rules;
  it.each<[string, Since]>([
    ['a rule', { path: ['rules', 'holding'], meant: holding }],
    ['a key in a rule', { path: ['rules', 'consensus', 'minor'], meant: 5 }],
    ['a key in each row of a list', { path: ['rules', 'transitions', 'table', '*', 'who'], meant: ['maintainer'] }],
    ['a key of the file', { path: ['checks'], meant: { proposal: 'a', merge: 'b', answerAll: false } }],
  ])('are read by what the absence of it meant: %s', (_name, since) => {
    const text = without(since.path);
    expect(readRecorded(text).ok).toBe(false);
    const read = readRecorded(text, [...SINCE, since]);
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(read.ok && read.sha256).not.toBe(HASH);
    expect(read.ok && JSON.stringify(read.rules)).toContain(JSON.stringify(since.meant));
  });

  it('lack nothing where there is nothing to put it into', () => {
    const read = readRecorded(FIRST, [...SINCE, { path: ['delegation', 'grants', '*', 'authority'], meant: 'advise' }]);
    expect(read.ok && read.rules.delegation.grants).toEqual({});
  });
});

describe("Today's rules", () => {
  it.each(['mcp', 'minimal'])('are read back as they are: %s', (pack) => {
    const result = loadRules(`extends: ${pack}\n`);
    if (!result.ok) throw new Error('The pack cannot be read.');
    const { rules, sha256 } = result.loaded;
    expect(readRecorded(`${JSON.stringify(rules)}\n`)).toEqual({ ok: true, rules, sha256 });
  });
});

describe('What is no rules', () => {
  it.each<[string, string, string[]]>([
    ['no JSON', '{', ['This is no JSON.']],
    ['another form', withMore({ version: 2 }), [expect.stringContaining('version: ') as string]],
    ['a word', '"rules"', [expect.any(String) as string]],
    ['a key that nobody knows', withMore({ more: 1 }), [expect.stringContaining('more') as string]],
  ])('is not taken for any: %s', (_name, text, problems) => {
    expect(readRecorded(text)).toEqual({ ok: false, problems });
  });
});
