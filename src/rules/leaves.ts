import type { z } from 'zod';
import { isRecord } from './layers.js';
import { words, type Words } from './schema/values.js';
import {
  fraction,
  type Evidence,
  type Fraction,
  type PriorityArea,
  type SupportWay,
  type Transition,
} from './schema.js';
import type { Path } from './source.js';
import {
  either,
  evidenceInWords,
  numberInWords,
  personInWords,
  shareInWords,
  transitionInWords,
  wayInWords,
} from './words.js';

/** A value of the rules that means something by itself, with the words for it. */
export interface Leaf {
  path: Path;
  meant: Words;
  value: unknown;
}

/** What is text for people and changes nothing: not looked at where rules are compared by what they do. */
const TEXTS = new Set(['says', 'clause', 'version', 'name']);

/** Every value under a part of the rules, in the order of the schema, without texts for people. */
export function leavesOf(schema: z.core.$ZodType, value: unknown, path: Path = []): Leaf[] {
  const inner = unwrapped(schema);
  if (value === undefined) return [];
  if (inner._zod.def.type === 'object' && isRecord(value) && !isFraction(value)) {
    const { shape } = inner._zod.def as z.core.$ZodObjectDef;
    return Object.entries(shape).flatMap(([key, below]) =>
      TEXTS.has(key) ? [] : leavesOf(below, value[key], [...path, key]),
    );
  }
  if (inner._zod.def.type === 'record' && isRecord(value)) {
    const label = words.get(inner)?.label ?? path.map(String).join('.');
    return Object.entries(value).map(([key, each]) => ({
      path: [...path, key],
      meant: { label: `${label} \`${key}\`` },
      value: each,
    }));
  }
  return [{ path, meant: words.get(schema) ?? words.get(inner) ?? named(path), value }];
}

/** What stands where no words are given: the path itself. */
const named = (path: Path): Words => ({ label: path.map(String).join('.') });

/** A schema without what only says that a value may be missing. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = schema._zod;
  if (def.type !== 'optional' && def.type !== 'nullable' && def.type !== 'default') return schema;
  return unwrapped((def as z.core.$ZodOptionalDef).innerType);
}

/** Whether a value is a {@link Fraction}. */
export const isFraction = (value: unknown): value is Fraction => fraction.safeParse(value).success;

/** A leaf's value for people, on one line. */
export function valueInWords(leaf: Leaf): string {
  const { value, meant } = leaf;
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberInWords(value, meant.unit);
  if (typeof value === 'string') return personInWords(value);
  if (isFraction(value)) return shareInWords(value, meant.share);
  const entries = entriesInWords(leaf);
  return isTable(value) ? entries.join('; ') : either(entries, meant.may === undefined ? 'and' : 'or') || noneOf(meant);
}

const noneOf = ({ may }: Words): string => (may === undefined ? 'none' : 'nobody');

/** The entries of a list, each for people; none for everything else. */
export function entriesInWords({ value, meant }: Leaf): string[] {
  if (!Array.isArray(value)) return [];
  if (isTransitions(value)) return value.map(transitionInWords);
  if (isSupport(value)) return value.map((way, at) => `${at === 0 ? '' : 'or '}${wayInWords(way)}`);
  if (isAreas(value)) return value.map(areaInWords);
  if (meant.evidence) return (value as Evidence[]).map(evidenceInWords);
  return value.map((each) => personInWords(String(each)));
}

/** Whether a value is a list of which each entry takes a line of its own. */
export const isTable = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isRecord);

const entryHas = (value: readonly unknown[], key: string): boolean =>
  value.every((each) => isRecord(each) && Object.hasOwn(each, key));
const isTransitions = (value: readonly unknown[]): value is Transition[] => entryHas(value, 'from');
const isSupport = (value: readonly unknown[]): value is SupportWay[] => entryHas(value, 'roles');
const isAreas = (value: readonly unknown[]): value is PriorityArea[] => entryHas(value, 'coreMaintainers');

/** `Improved Primitives (primitives): @a and @b; groups file-uploads`. */
export function areaInWords({ key, title, coreMaintainers, groups, unchartered }: PriorityArea): string {
  const core = either(coreMaintainers, 'and');
  const all = either([...groups, ...unchartered], 'and');
  return `${title} (${key}), of ${core}${all === '' ? '' : `, with ${all}`}`;
}
