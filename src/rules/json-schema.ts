import { PACKS } from './packs.js';
import { rulesShape, type Shape } from './shape.js';

/**
 * The JSON Schema of a rules file, for editors: as the schema that Convenor itself reads with, but that a file need not
 * say what the pack below it does. What an entry of a list, or a grant, must say stays required: nothing stands below it.
 * What no JSON Schema can say, contradictions above all, `convenor rules check` does.
 */
export function rulesJsonSchema(): Shape {
  const { properties, $schema, ...rest } = overlay(rulesShape());
  return {
    $schema,
    title: 'Rules of Convenor',
    description: 'What governs a repository: .github/convenor.yml, laid over the pack that it extends.',
    ...rest,
    properties: {
      extends: { type: 'string', enum: PACKS, default: PACKS[0], description: 'The pack that this file is laid over.' },
      ...properties,
    },
  };
}

/** A shape of which every key may be left out, down to the first list or map of entries. */
function overlay({ properties, ...rest }: Shape): Shape {
  if (!properties) return rest;
  const inner = Object.entries(properties).map(([key, shape]) => [key, overlay(shape)] as const);
  return { ...without(rest, 'required'), properties: Object.fromEntries(inner) };
}

const without = ({ ...shape }: Shape, key: string): Shape => {
  Reflect.deleteProperty(shape, key);
  return shape;
};
