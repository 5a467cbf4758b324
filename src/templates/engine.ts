import { Context, Liquid, LiquidError, type Template, toValueSync } from 'liquidjs';

const STRICT = { strictVariables: true, strictFilters: true, ownPropertyOnly: true } as const;

/** For the templates that ship with Convenor. */
export const shippedEngine = new Liquid(STRICT);

/** Tags of a repository's own templates: none that reads another file. */
const TAGS = ['#', 'assign', 'break', 'capture', 'case', 'comment', 'continue', 'echo', 'for', 'if', 'raw', 'unless'];

/**
 * Filters of them: none that takes anything out of a text, since others' words are escaped in it, and none that knows a
 * clock, a place or chance, since the same facts give the same words.
 */
const FILTERS = [
  ...['append', 'prepend', 'capitalize', 'downcase', 'upcase', 'default', 'size', 'join', 'first', 'last', 'map'],
  ...['where', 'concat', 'compact', 'reverse', 'plus', 'minus', 'times', 'divided_by', 'modulo', 'at_least', 'at_most'],
];

/** For a repository's own templates. */
export const ownEngine = limited();

function limited(): Liquid {
  const engine = new Liquid({ ...STRICT, templates: {}, relativeReference: false });
  for (const name of Object.keys(engine.tags)) if (!TAGS.includes(name)) Reflect.deleteProperty(engine.tags, name);
  for (const name of Object.keys(engine.filters)) if (!FILTERS.includes(name)) engine.unregisterFilter(name);
  return engine;
}

/** How much a template may do. Both are counted and not timed, so that the same template fails everywhere or nowhere. */
export interface Limits {
  /** Pieces of the template that are filled, loops counted each time. */
  steps: number;
  /** Characters of what comes of it, and of what it puts together on the way. */
  characters: number;
}

/** What came of a template, or where and why nothing did; line and column count from 1. */
export type Filled =
  { ok: true; text: string; steps: number } | { ok: false; line: number; column: number; message: string };

/** Reads a template. Fails with the place. */
export function parse(engine: Liquid, text: string): { ok: true; parsed: Template[] } | (Filled & { ok: false }) {
  try {
    return { ok: true, parsed: engine.parse(text) };
  } catch (error) {
    return failure(error);
  }
}

/** Fills a template. A variable that it names and is not given is an error: nobody reads half a sentence. */
export function fill(engine: Liquid, parsed: Template[], data: object, limits: Limits | null = null): Filled {
  const most = limits?.steps ?? Infinity;
  const context = new Context(
    data,
    engine.options,
    { sync: true, memoryLimit: limits?.characters ?? Infinity },
    { liquid: engine },
  );
  let steps = 0;
  // The library asks this before each piece whether it is too late; what is counted here is how often it asks.
  const counter = {
    check: () => {
      steps += 1;
      if (steps > most) throw new Error('It does not come to an end in reasonable time.');
    },
  };
  Object.defineProperty(context, 'renderLimit', { value: counter });
  const emitter = {
    buffer: '',
    write(piece: unknown) {
      this.buffer += typeof piece === 'string' ? piece : typeof piece === 'number' ? String(piece) : '';
      if (limits && this.buffer.length > limits.characters) throw new Error('What comes of it is too long.');
    },
  };
  try {
    toValueSync(engine.renderer.renderTemplates(parsed, context, emitter));
    return { ok: true, text: tidy(emitter.buffer), steps };
  } catch (error) {
    return failure(error);
  }
}

/** What ends a text, and nothing in it, is more than one empty line. */
const tidy = (text: string): string => `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;

function failure(error: unknown): Filled & { ok: false } {
  const [line = 1, column = 1] = error instanceof LiquidError ? error.token.getPosition() : [];
  const said = error instanceof Error ? error.message : String(error);
  const [message = said] = said.split(/(?:, file:[^\n]*)?, line:\d+, col:\d+/);
  return { ok: false, line, column, message: sentence(message) };
}

const PLAIN: readonly [RegExp, string][] = [
  [/^undefined variable: (.*)$/s, 'There is nothing that is called `$1`.'],
  [/^undefined filter: (.*)$/s, 'There is no filter `$1` for templates.'],
  [/^tag "(.*)" not found$/s, 'There is no tag `$1` for templates.'],
  [/^memory alloc limit exceeded$/, 'It puts together more than fits into memory.'],
];

/** The library's words as a sentence. */
function sentence(message: string): string {
  const known = PLAIN.find(([pattern]) => pattern.test(message));
  if (known) return message.replace(...known);
  return /[.!?]$/.test(message) ? message : `It cannot be read: ${message}.`;
}
