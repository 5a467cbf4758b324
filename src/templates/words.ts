import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Template } from 'liquidjs';
import { asCode, withCode } from '../publish/escape.js';
import type { TemplateName, Words } from './catalogue.js';
import { fill, parse, shippedEngine } from './engine.js';
import { fillOwn, type Overrides } from './own.js';

/** Templates as read from their files, each once for a process. */
const shipped = new Map<TemplateName, Template[]>();

function shippedTemplate(name: TemplateName): Template[] {
  const known = shipped.get(name);
  if (known) return known;
  const path = fileURLToPath(new URL(`../../templates/${name}.liquid`, import.meta.url));
  const template = parse(shippedEngine, readFileSync(path, 'utf8'));
  if (!template.ok) throw new Error(`${path}:${template.line}:${template.column} ${template.message}`);
  shipped.set(name, template.parsed);
  return template.parsed;
}

/** What the template that ships with Convenor says, and what it took; what it is not given is an error. */
export function shippedWords(name: TemplateName, data: object): { text: string; steps: number } {
  const filled = fill(shippedEngine, shippedTemplate(name), data);
  if (filled.ok) return filled;
  throw new Error(`templates/${name}.liquid:${filled.line}:${filled.column} ${filled.message}`);
}

/**
 * Fills a template: the repository's own where it has one, else the one that ships with Convenor. Where its own cannot
 * be filled with these data, the shipped words stand in, and say so at their end.
 */
export function words<Name extends TemplateName>(name: Name, data: Words<Name>, overrides: Overrides): string {
  const instead = shippedWords(name, data);
  const own = overrides.get(name);
  if (!own) return instead.text;
  const filled = fillOwn(name, own, data, instead);
  if (filled.ok) return filled.text;
  const place = asCode(`${own.path}:${filled.line}:${filled.column}`);
  return `${instead.text}\n<sub>These are the words that Convenor ships: ${place} cannot be filled here. ${withCode(filled.message)}</sub>\n`;
}
