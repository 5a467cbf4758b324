import { loadRules, PACKS, type Rules } from '../../src/rules/index.js';
import { rulesShape, type Shape } from '../../src/rules/shape.js';
import { evidence, groupLevel, ladderRole, proposalState, standing, track } from '../../src/rules/schema.js';
import { table } from './tables.js';

/** Characters of a pack's value that a cell shows. */
const LONGEST = 48;

/** What each rule has, said once and not with every rule. */
const COMMON = new Set(['says', 'clause', 'mode']);

/** Every key of a rules file below some keys: its type, what the packs say, and what it means. */
export function keyTable(tops: readonly string[]): string {
  const rows = tops.flatMap((top) => rowsOf(rulesShape().properties?.[top], [top]));
  return table(['Key', 'Type', ...PACKS.map((pack) => `\`${pack}\``), 'What it says'], rows);
}

function rowsOf(shape: Shape | undefined, path: string[]): string[][] {
  if (!shape) return [];
  const { properties, additionalProperties: others, items, propertyNames } = shape;
  if (properties && !('num' in properties)) {
    return Object.entries(properties).flatMap(([key, below]) =>
      path[0] === 'rules' && path.length === 2 && COMMON.has(key) ? [] : rowsOf(below, [...path, key]),
    );
  }
  const own = [
    `\`${path.join('.')}\``,
    typeOf(shape),
    ...PACKS.map((pack) => valueAt(pack, path)),
    shape.description ?? '',
  ];
  if (typeof others === 'object' && !propertyNames?.enum) return [own, ...rowsOf(others, [...path, '<key>'])];
  if (items?.properties) return [own, ...rowsOf(items, [...path.slice(0, -1), `${path.at(-1) ?? ''}[]`])];
  return [own];
}

/** Words that stand in many places, by the name under which the page explains them. */
const NAMES = new Map(
  (
    [
      ['who', standing],
      ['places on the ladder', ladderRole],
      ['status', proposalState],
      ['evidence', evidence],
      ['kinds', track],
      ['levels', groupLevel],
    ] as const
  ).map(([name, { options }]) => [JSON.stringify(options), name]),
);

const bounds = ({ minimum, maximum }: Shape): string =>
  Number(maximum) > 1_000_000 ? `at least ${String(minimum)}` : `${String(minimum)} to ${String(maximum)}`;

/** A type in words: `a whole number, 1 to 366`. */
function typeOf(shape: Shape): string {
  const { type, enum: words, properties, items, anyOf } = shape;
  if (anyOf) return anyOf.map(typeOf).join(' or ');
  if ('const' in shape) return `\`${String(shape['const'])}\``;
  const name = words && NAMES.get(JSON.stringify(words));
  if (name !== undefined) return name;
  if (words) return words.map((word) => `\`${String(word)}\``).join(', ');
  if (properties && 'num' in properties) return 'a share';
  if (items) return `a list of ${items.properties ? 'maps' : typeOf(items).replace(/^an? /, '')}`;
  switch (type) {
    case 'integer':
      return `a whole number, ${bounds(shape)}`;
    case 'boolean':
      return '`true` or `false`';
    case 'object':
      return 'a map';
    case 'null':
      return '`null`';
    default:
      return shape['format'] === 'date' ? 'a day, `YYYY-MM-DD`' : 'a text';
  }
}

/** What a pack says at a path; empty inside of lists, and a word where it is too long. */
function valueAt(pack: string, path: readonly string[]): string {
  const result = loadRules(`extends: ${pack}\n`);
  if (!result.ok) throw new Error(`The pack ${pack} is broken.`);
  let value: unknown = result.loaded.rules satisfies Rules;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return '';
    value = (value as Record<string, unknown>)[key];
  }
  const shown = inYaml(value);
  return shown.length > LONGEST ? 'see the pack' : `\`${shown}\``;
}

/** A value on one line, as a rules file has it. */
function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('num' in value && 'den' in value) {
    const { num, den, strict, of } = value as { num: number; den: number; strict: boolean; of: string };
    return `${strict ? 'more than ' : ''}${num}/${den} of ${of}`;
  }
  const inner = Object.entries(value).map(([key, each]) => `${key}: ${inYaml(each)}`);
  return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
}
