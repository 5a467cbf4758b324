import type { z } from 'zod';
import { isRecord } from './layers.js';
import { rulesSchema, type Rules } from './schema.js';
import type { Path } from './source.js';

/**
 * Rules with everything that the schema refused put back to what stands below, so that the rest can be looked at for
 * contradictions in the same pass: people are told all at once. Null where too little is left.
 */
export function mended(values: unknown, below: unknown, issues: readonly z.core.$ZodIssue[]): Rules | null {
  const paths = issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key): Path => [...path, key]) : [path];
  });
  for (const depth of [Infinity, 2, 1]) {
    const copy: unknown = structuredClone(values);
    for (const path of paths) restore(copy, below, path.slice(0, depth));
    const read = rulesSchema.safeParse(copy);
    if (read.success) return read.data;
  }
  return null;
}

/** Puts what stands at a path back to what stands there below; takes it out where there is nothing. */
function restore(values: unknown, below: unknown, path: Path): void {
  const key = path.at(-1);
  if (key === undefined) return;
  let place = values;
  let source = below;
  for (const step of path.slice(0, -1)) {
    place = child(place, step);
    source = child(source, step);
  }
  const old = child(source, key);
  if (Array.isArray(place)) {
    place.splice(Number(key), 1, ...(old === undefined ? [] : [old]));
  } else if (isRecord(place)) {
    if (old === undefined) Reflect.deleteProperty(place, key);
    else place[String(key)] = old;
  }
}

const child = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[String(key)]
    : undefined;
