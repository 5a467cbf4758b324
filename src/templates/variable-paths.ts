import type { Template, Variable } from 'liquidjs';
import { z } from 'zod';
import { nearest } from '../near.js';
import { VARIABLES, type TemplateName } from './catalogue.js';
import { ownEngine } from './engine.js';

/** A variable that a template names and is not given; line and column count from 1. */
export interface Unknown {
  line: number;
  column: number;
  message: string;
}

/** A loop, as its tag names it: what a pass is called, and the path of what it goes through. */
const LOOP = /\{%-?\s*for\s+([\w-]+)\s+in\s+([\w.-]+)/g;

type Shape = z.ZodType;

/**
 * The variables of a template that it is not given, wherever they stand: also in a branch that no sample reaches. What
 * a template assigns to a name of its own is not followed.
 */
export function unknownVariables(name: TemplateName, text: string, parsed: Template[]): Unknown[] {
  const given: Shape = VARIABLES[name];
  const { variables, globals, locals } = ownEngine.analyzeSync(parsed, { partials: false });
  const passes = passesIn(given, text);
  const own = new Set([...Object.keys(locals).filter((local) => !passes.has(local)), 'forloop']);
  const outside = Object.values(globals).flat();
  const inLoops = Object.values(variables)
    .flat()
    .filter(({ segments: [root] }) => passes.has(String(root)) && !own.has(String(root)));
  return [
    ...outside.flatMap((variable) => missing(variable, [given], variable.segments)),
    ...inLoops.flatMap((variable) =>
      missing(variable, passes.get(String(variable.segments[0])) ?? [], variable.segments.slice(1)),
    ),
  ].filter(
    (one, index, all) => all.findIndex(({ line, column }) => line === one.line && column === one.column) === index,
  );
}

/** What each name of a pass can be: several loops may use the same name. */
function passesIn(given: Shape, text: string): Map<string, Shape[]> {
  const passes = new Map<string, Shape[]>();
  for (const [, pass = '', path = ''] of text.matchAll(LOOP)) {
    const [root = '', ...rest] = path.split('.');
    const starts = passes.get(root) ?? step(given, root);
    const lists = rest.reduce<Shape[]>((shapes, part) => shapes.flatMap((shape) => step(shape, part)), starts);
    const elements = lists.map(bare).flatMap((shape) => (shape instanceof z.ZodArray ? [shape.element as Shape] : []));
    passes.set(pass, [...(passes.get(pass) ?? []), ...elements]);
  }
  return passes;
}

/** The problem with a path, where none of the shapes that it may begin at has it. */
function missing({ location }: Variable, from: readonly Shape[], path: Variable['segments']): Unknown[] {
  let shapes = [...from];
  for (const part of path) {
    const before = shapes;
    shapes = before.flatMap((shape) => step(shape, part));
    if (shapes.length > 0) continue;
    const names = [...new Set(before.map(bare).flatMap(namesIn))];
    const called = String(part);
    const near = nearest(called, names);
    const meant =
      near !== null
        ? `Did you mean \`${near}\`?`
        : names.length > 0
          ? `There are: ${names.map((name) => `\`${name}\``).join(', ')}.`
          : 'It has no parts.';
    return [{ line: location.row, column: location.col, message: `There is no variable \`${called}\` here. ${meant}` }];
  }
  return [];
}

/** A shape without what only says that it may be null or may not be changed. */
function bare(shape: Shape): Shape {
  if (shape instanceof z.ZodNullable || shape instanceof z.ZodReadonly) return bare(shape.unwrap() as Shape);
  return shape;
}

const namesIn = (shape: Shape): string[] => (shape instanceof z.ZodObject ? Object.keys(shape.shape) : []);

/** One step along a path; nothing where there is no such part. A step that only shows when it is filled is let pass. */
function step(whole: Shape, part: Variable['segments'][number]): Shape[] {
  const shape = bare(whole);
  if (part === 'size' && !(shape instanceof z.ZodObject)) return [z.number()];
  if (shape instanceof z.ZodArray) {
    const isElement = typeof part !== 'string' || part === 'first' || part === 'last';
    return isElement ? [shape.element as Shape] : [];
  }
  if (!(shape instanceof z.ZodObject) || typeof part !== 'string' || !Object.hasOwn(shape.shape, part)) return [];
  return [(shape.shape as Record<string, Shape>)[part] ?? z.never()];
}
