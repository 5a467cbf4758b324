import { createHash } from 'node:crypto';
import { z } from 'zod';
import { nearest } from '../near.js';
import { isPack, packSource, PACKS } from './packs.js';
import type { RulesProblem } from './problem.js';
import { rulesSchema, type Rules } from './schema.js';
import { originOf, problemAt, readSource, valuesOf, type Path, type Source } from './source.js';

/** Rules as they are in force, with the hash that ledger lines name them by. */
export interface LoadedRules {
  rules: Rules;
  /** SHA-256 (hex) of the canonical JSON of `rules`. */
  sha256: string;
}

/** Either rules, or everything that is wrong with them, all at once. */
export type RulesResult = { ok: true; loaded: LoadedRules } | { ok: false; problems: RulesProblem[] };

/** The pack that governs a repository without a rules file of its own. */
export const DEFAULT_PACK = 'mcp';

/**
 * Reads a repository's rules: its file, laid over the pack that it `extends`. A map is merged key by key, everything
 * else is replaced. Without a file (`text` null) the {@link DEFAULT_PACK} holds. Every problem is given with its place,
 * in the file where the value stands; nothing is taken from a file that has one.
 */
export function loadRules(text: string | null, path = '.github/convenor.yml'): RulesResult {
  if (text === null) return overPack({ extends: DEFAULT_PACK }, null);
  const { source, problems } = readSource(text, path);
  if (problems.length > 0) return { ok: false, problems };
  const read = valuesOf(source);
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  if (isRecord(read.values)) return overPack(read.values, source);
  return { ok: false, problems: [problemAt(source, [], 'rules/shape', 'A rules file is a map of keys and values.')] };
}

/** Lays values over the pack that they extend. `own` is the file that they come from; null for a pack alone. */
function overPack(values: Record<string, unknown>, own: Source | null): RulesResult {
  const { extends: base = DEFAULT_PACK, ...rest } = values;
  if (typeof base !== 'string' || !isPack(base)) {
    const message = `There is no rule pack ${JSON.stringify(base)}: the packs are ${PACKS.join(' and ')}.`;
    const meant = typeof base === 'string' ? guess(base, PACKS) : '';
    return { ok: false, problems: own ? [problemAt(own, ['extends'], 'rules/unknown-pack', message + meant)] : [] };
  }
  const packFile = packSource(base);
  const pack = readSource(packFile.source, packFile.path).source;
  const poison = own ? prototypes(values).map((path) => unknownKey(own, path)) : [];
  const checked = rulesSchema.safeParse(merge(pack.document.toJS(), rest));
  if (checked.success && poison.length === 0) {
    return { ok: true, loaded: { rules: checked.data, sha256: hashOf(checked.data) } };
  }
  const found = (checked.error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
    const source = (at: Path): Source => (own ? originOf(at, own, pack) : pack);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(source([...path, key]), [...path, key]));
    }
    return [problemAt(source(path), path, `rules/${issue.code}`, issue.message)];
  });
  return { ok: false, problems: [...poison, ...found] };
}

/** SHA-256 (hex) over the JSON of rules: keys in the schema's order, those of a record in the order of the file. */
export const hashOf = (rules: Rules): string => createHash('sha256').update(JSON.stringify(rules)).digest('hex');

function unknownKey(source: Source, path: Path): RulesProblem {
  const key = String(path.at(-1));
  const message = `There is no key \`${key}\` here.${guess(key, keysAt(path.slice(0, -1)))}`;
  return problemAt(source, path, 'rules/unknown-key', message);
}

function guess(word: string, candidates: Iterable<string>): string {
  const meant = nearest(word, candidates);
  return meant === null ? '' : ` Did you mean \`${meant}\`?`;
}

/** The parts of a JSON schema that lead down to the keys of a map. */
interface Shape {
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  items?: Shape;
}

/** The keys that a map at a path may have. */
function keysAt(path: Path): string[] {
  let shape: Shape | undefined = z.toJSONSchema(rulesSchema, { io: 'input' }) as Shape;
  for (const key of path) {
    const others: Shape | boolean | undefined = shape?.additionalProperties;
    shape = shape?.properties?.[key] ?? (typeof others === 'object' ? others : shape?.items);
  }
  return Object.keys(shape?.properties ?? {});
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of keys that would change what every object is; none of them is a key of ours. */
function prototypes(value: unknown, path: Path = [], seen = new Set<unknown>()): Path[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return key === '__proto__' ? [here] : prototypes(inner, here, seen);
  });
}

/** One map laid over another: maps are merged key by key, everything else is replaced. */
function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (key !== '__proto__') result[key] = Object.hasOwn(base, key) ? merge(base[key], value) : value;
  }
  return result;
}
