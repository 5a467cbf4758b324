import { nearest } from '../near.js';
import type { Packs } from './packs.js';
import type { RulesProblem } from './problem.js';
import { find, problemAt, readSource, valuesOf, type Path, type Source } from './source.js';
import { keysTwice, type Twice } from './twice.js';

/** The pack that governs a repository without a rules file of its own, and that a file without `extends` is laid over. */
export const DEFAULT_PACK = 'mcp';

/** One file of those that rules are laid together from. */
export interface Layer {
  source: Source;
  /** Without `extends`. */
  values: Record<string, unknown>;
}

/**
 * The files of some rules, the uppermost first, or what keeps them from being read. `wrong` is what is wrong with them
 * and leaves the rest readable: nothing is taken from such files, and the rest is looked at all the same.
 */
export type LayersResult = { ok: true; layers: Layer[]; wrong: Wrong } | { ok: false; problems: RulesProblem[] };

/** See {@link LayersResult}. */
export interface Wrong {
  problems: RulesProblem[];
  /** Where two values stand for one, so that nothing can be said of either. */
  unsure: Path[];
  /** Whether it is known on which pack the file stands. */
  hasPack: boolean;
}

/** Reads a file and the packs below it, each of which may extend another. */
export function readLayers(text: string, path: string, packs: Packs): LayersResult {
  const layers: Layer[] = [];
  const names: string[] = [];
  const wrong: Wrong = { problems: [], unsure: [], hasPack: true };
  let read = readLayer(text, path);
  for (;;) {
    if (!read.ok) return read;
    const { layer, twice } = read;
    const { extends: named, ...values } = layer.values;
    layers.push({ source: layer.source, values });
    wrong.problems.push(...twice.map(({ problem }) => problem));
    wrong.unsure.push(...twice.map((each) => each.path));
    // A pack that names none is the bottom; a repository's own file always stands on one.
    let base = 'extends' in layer.values || layers.length > 1 ? named : DEFAULT_PACK;
    if (base === undefined) return { ok: true, layers, wrong };
    if (typeof base !== 'string' || !packs.names.includes(base)) {
      const { code, message, near } = unknownPack(base, packs);
      wrong.problems.push(problemAt(layer.source, ['extends'], code, message));
      wrong.hasPack = near !== null;
      base = near ?? DEFAULT_PACK;
    }
    const name = String(base);
    if (names.includes(name)) {
      const { code, message } = circle(name, names);
      return { ok: false, problems: [problemAt(layer.source, ['extends'], code, message)] };
    }
    names.push(name);
    read = readPack(name, packs);
  }
}

/** Packs do not change while Convenor runs, and most readings end in the same one. */
const known = new WeakMap<Packs, Map<string, LayerResult>>();

function readPack(name: string, packs: Packs): LayerResult {
  const before = known.get(packs) ?? new Map<string, LayerResult>();
  known.set(packs, before);
  const kept = before.get(name);
  if (kept) return kept;
  const { source, path } = packs.read(name);
  const read = readLayer(source, path);
  before.set(name, read);
  return read;
}

type LayerResult = { ok: true; layer: Layer; twice: Twice[] } | { ok: false; problems: RulesProblem[] };

function readLayer(text: string, path: string): LayerResult {
  const { source, problems } = readSource(text, path);
  if (problems.length > 0) return { ok: false, problems };
  const read = valuesOf(source);
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  if (isRecord(read.values)) return { ok: true, layer: { source, values: read.values }, twice: keysTwice(source) };
  const message = 'A rules file is a map of keys and values, such as `extends: mcp`.';
  return { ok: false, problems: [problemAt(source, [], 'rules/shape', message)] };
}

function circle(base: string, names: readonly string[]): { code: string; message: string } {
  const way = [...names.slice(names.indexOf(base)), base].map((name) => `\`${name}\``).join(', ');
  return { code: 'rules/extends-circle', message: `The packs extend each other in a circle: ${way}.` };
}

/** What is said of a pack that there is none of; `near` is the one that was probably meant. */
function unknownPack(base: unknown, { names }: Packs): { code: string; message: string; near: string | null } {
  const near = typeof base === 'string' ? nearest(base, names) : null;
  const meant = near === null ? '' : ` Did you mean \`${near}\`?`;
  const shown = JSON.stringify(base).slice(0, 80);
  const message = `There is no rule pack ${shown}: the packs are ${names.join(' and ')}.${meant}`;
  return { code: 'rules/unknown-pack', message, near };
}

/** The values of layers as one map: a map is merged key by key, everything else is replaced. */
export const merged = (layers: readonly Layer[]): unknown =>
  layers.reduceRight<unknown>((below, layer) => merge(below, layer.values), {});

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (key !== '__proto__') result[key] = Object.hasOwn(base, key) ? merge(base[key], value) : value;
  }
  return result;
}

/**
 * Which file a value comes from: the uppermost that says something at its path, or has replaced what the path leads
 * through; the uppermost of all where none says anything.
 */
export function originOf(path: Path, layers: readonly Layer[]): Source {
  const origin = layers.find(({ source }) => find(source, path).here) ?? layers[0];
  if (!origin) throw new Error('Rules are made of at least one file.');
  return origin.source;
}

/** Whether a value is a map of keys and values. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
