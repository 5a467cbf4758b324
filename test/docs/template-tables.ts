import { z } from 'zod';
import { SHEETS, TEMPLATE_NAMES, VARIABLES } from '../../src/templates/index.js';
import { table } from './tables.js';

/** Every template with where it is read, what it has to show, and the meaning of each of its variables. */
export const templateTables = (): string =>
  TEMPLATE_NAMES.map((name) => {
    const { says, shows } = SHEETS[name];
    const rows = variablesOf(VARIABLES[name], '');
    return [
      `## \`${name}.liquid\``,
      says,
      ...(shows.length > 0 ? [`It has to show ${shows.map((path) => `\`${path}\``).join(', ')}.`] : []),
      table(['Variable', 'What it is', 'Meaning'], rows),
    ].join('\n\n');
  }).join('\n\n');

/** A shape without what only says that it may not be changed. */
function bare(shape: z.ZodType): { shape: z.ZodType; isOptional: boolean } {
  if (shape instanceof z.ZodReadonly) return bare(shape.unwrap() as z.ZodType);
  if (shape instanceof z.ZodNullable) return { ...bare(shape.unwrap() as z.ZodType), isOptional: true };
  return { shape, isOptional: false };
}

/** The variables of an object, those within it under its name; an element of a list is named `[]`. */
function variablesOf(object: z.ZodType, prefix: string): string[][] {
  if (!(object instanceof z.ZodObject)) throw new Error(`${prefix} has no variables.`);
  return Object.entries(object.shape).flatMap(([key, value]) => {
    const described = value as z.ZodType;
    const { shape, isOptional } = bare(described);
    const path = `${prefix}${key}`;
    const meaning = described.description ?? '';
    const inside =
      shape instanceof z.ZodArray
        ? insideOf(shape.element as z.ZodType, `${path}[].`)
        : shape instanceof z.ZodObject
          ? variablesOf(shape, `${path}.`)
          : [];
    return [[`\`${path}\``, `${kindOf(shape)}${isOptional ? ' or null' : ''}`, meaning], ...inside];
  });
}

const insideOf = (element: z.ZodType, prefix: string): string[][] =>
  element instanceof z.ZodObject ? variablesOf(element, prefix) : [];

function kindOf(shape: z.ZodType): string {
  if (shape instanceof z.ZodString) return 'text';
  if (shape instanceof z.ZodNumber) return 'number';
  if (shape instanceof z.ZodBoolean) return 'yes or no';
  if (shape instanceof z.ZodObject) return 'object';
  if (shape instanceof z.ZodArray) return shape.element instanceof z.ZodObject ? 'list' : 'list of texts';
  throw new Error('A variable of a kind that the page does not know.');
}
