import type { z } from 'zod';
import { isRecord } from './layers.js';
import { rulesSchema, type Rules } from './schema.js';
import type { Path } from './source.js';

/** Rules without what the schema refused. */
export interface Mended {
  rules: Rules;
  /** Where the file has what stands at a path of these rules: entries of a list that were taken out lie in between. */
  original: (path: Path) => Path;
}

/** How often what is still refused is put back from one step further up: the rules' own values lie seven deep. */
const MOST_ROUNDS = 16;

/**
 * Rules with everything that the schema refused put back to what stands below, so that the rest can be looked at for
 * contradictions in the same pass: people are told all at once. As little as possible is put back: where a part that is
 * missing is nowhere below, the entry that misses it goes, and nothing beside it. Null where too little is left.
 */
export function mended(values: unknown, below: unknown, issues: readonly z.core.$ZodIssue[]): Mended | null {
  /** What to put back: the path that was refused, and how many of its last keys are left off. */
  const wrong = new Map<string, { path: Path; cut: number }>();
  let found = pathsOf(issues);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const path of found) {
      const key = JSON.stringify(path);
      const known = wrong.get(key);
      if (known) known.cut += 1;
      else wrong.set(key, { path, cut: 0 });
    }
    const { copy, original } = without([...wrong.values()], values, below);
    const read = rulesSchema.safeParse(copy);
    if (read.success) return { rules: read.data, original };
    found = pathsOf(read.error.issues).map(original);
  }
  return null;
}

const pathsOf = (issues: readonly z.core.$ZodIssue[]): Path[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key): Path => [...path, key]) : [path];
  });

function without(
  wrong: readonly { path: Path; cut: number }[],
  values: unknown,
  below: unknown,
): { copy: unknown } & Pick<Mended, 'original'> {
  const copy: unknown = structuredClone(values);
  const paths = wrong.map(({ path, cut }) => path.slice(0, Math.max(1, path.length - cut)));
  const each = [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
  // The last entries of a list first, and what lies deeper before what holds it: so each path still leads where it did.
  const gone = each.sort(backwards).filter((path) => restore(copy, below, path) === 'removed');
  return { copy, original: (path) => withGaps(path, gone) };
}

function backwards(a: Path, b: Path): number {
  for (const [at, key] of a.entries()) {
    const other = b[at];
    if (other === undefined) return -1;
    if (key === other) continue;
    if (typeof key === 'number' && typeof other === 'number') return other - key;
    return String(key) < String(other) ? 1 : -1;
  }
  return 1;
}

/** A path of the rest, as it was before entries of lists were taken out. */
function withGaps(path: Path, gone: readonly Path[]): Path {
  const whole: (string | number)[] = [];
  for (const key of path) {
    let index = key;
    if (typeof index === 'number') {
      const list = JSON.stringify(whole);
      const taken = gone.flatMap((one) => (JSON.stringify(one.slice(0, -1)) === list ? [Number(one.at(-1))] : []));
      for (const at of taken.sort((a, b) => a - b)) if (at <= index) index += 1;
    }
    whole.push(index);
  }
  return whole;
}

/** Puts what stands at a path back to what stands there below; takes it out where there is nothing. */
function restore(values: unknown, below: unknown, path: Path): 'removed' | 'restored' {
  const key = path.at(-1);
  let place = values;
  let source = below;
  for (const step of path.slice(0, -1)) {
    place = child(place, step);
    source = child(source, step);
  }
  const old = key === undefined ? undefined : child(source, key);
  if (Array.isArray(place)) {
    if (Number(key) >= place.length) return 'restored';
    place.splice(Number(key), 1, ...(old === undefined ? [] : [old]));
    return old === undefined ? 'removed' : 'restored';
  }
  if (isRecord(place) && key !== undefined) {
    if (old === undefined) Reflect.deleteProperty(place, key);
    else place[String(key)] = old;
  }
  return 'restored';
}

const child = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[String(key)]
    : undefined;
