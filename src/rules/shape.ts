import { z } from 'zod';
import { rulesSchema } from './schema.js';
import type { Path } from './source.js';

/** The parts of a JSON schema that are looked at here: its descriptions, and what leads down to the keys of a map. */
export interface Shape {
  description?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  properties?: Record<string, Shape>;
  propertyNames?: Shape;
  additionalProperties?: Shape | boolean;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  [keyword: string]: unknown;
}

let whole: Shape | null = null;

/** The rules' schema as a JSON schema, for what is written in a file: values with a default may be left out. */
export const rulesShape = (): Shape => (whole ??= z.toJSONSchema(rulesSchema, { io: 'input' }) as Shape);

/**
 * The schema of what stands at a path; undefined where nothing can.
 * @param root of the whole file; that of the rules where it is left out
 */
export function shapeAt(path: Path, root: Shape = rulesShape()): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const key of path) {
    const alternatives: Shape[] = shape?.anyOf ?? (shape ? [shape] : []);
    shape = alternatives.map((one) => below(one, key)).find((one) => one !== undefined);
  }
  return shape;
}

function below(shape: Shape, key: string | number): Shape | undefined {
  const { properties, additionalProperties: others, items } = shape;
  if (properties && Object.hasOwn(properties, key)) return properties[key];
  return typeof others === 'object' ? others : items;
}

/** The keys that a map at a path may have. */
export function keysAt(path: Path, root?: Shape): string[] {
  const shape = shapeAt(path, root);
  const named = (shape?.propertyNames?.enum ?? []).map(String);
  return [...new Set([...Object.keys(shape?.properties ?? {}), ...named])];
}
