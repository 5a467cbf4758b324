import { SHEETS, type TemplateName } from './catalogue.js';
import { fill, ownEngine, parse, type Filled, type Limits } from './engine.js';

/** Where a repository's own templates lie on its default branch, by the names of those that ship with Convenor. */
export const TEMPLATES_FOLDER = '.github/convenor/templates';

/** A template of a repository's own. */
export interface Override {
  path: string;
  text: string;
}

/** A repository's own templates, as far as they can be used. */
export type Overrides = ReadonlyMap<TemplateName, Override>;

/** A repository without templates of its own. */
export const NO_OVERRIDES: Overrides = new Map();

const parsed = new WeakMap<Override, ReturnType<typeof parse>>();

/** A template of a repository's own, read once. */
export function parsedOwn(own: Override): ReturnType<typeof parse> {
  const known = parsed.get(own);
  if (known) return known;
  const fresh = parse(ownEngine, own.text);
  parsed.set(own, fresh);
  return fresh;
}

/** So many times what the shipped template takes for the same data a repository's own may take, and some more. */
const limitsBy = ({ text, steps }: Shipped): Limits => ({
  steps: 20 * steps + 10_000,
  characters: 4 * text.length + 10_000,
});

/** What the shipped template says, and the pieces that took. */
interface Shipped {
  text: string;
  steps: number;
}

/**
 * Fills a repository's own template. It fails where it takes far more than the shipped one, where what comes of it is
 * longer than GitHub takes, and where it calls somebody whom the shipped one does not: of whom nothing is asked.
 */
export function fillOwn(name: TemplateName, own: Override, data: object, shipped: Shipped): Filled {
  const template = parsedOwn(own);
  if (!template.ok) return template;
  return checked(name, fill(ownEngine, template.parsed, data, limitsBy(shipped)), shipped);
}

function checked(name: TemplateName, filled: Filled, shipped: Shipped): Filled {
  if (!filled.ok) return filled;
  const { most } = SHEETS[name];
  if (most !== null && filled.text.length > most) return fails('What comes of it is longer than GitHub takes.');
  const asked = new Set(calledIn(shipped.text));
  const stranger = calledIn(filled.text).find((name) => !asked.has(name));
  return stranger === undefined ? filled : fails(`It calls ${stranger}, of whom nothing is asked here.`);
}

/** Whom a text calls, people and teams. */
const calledIn = (text: string): string[] => text.match(/(?<!\w)@[a-z\d][\w-]*(?:\/[\w-]+)?/gi) ?? [];

const fails = (message: string): Filled => ({ ok: false, line: 1, column: 1, message });
