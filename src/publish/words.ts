import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Liquid } from 'liquidjs';

/** The templates that ship with Convenor; people read nothing that does not come from one of them. */
export type TemplateName = 'status' | 'reply' | 'suggestion' | 'check' | 'document' | 'group' | 'front';

const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, cache: true });

/** Fills a template. A variable that it names and is not given is an error: nobody reads half a sentence. */
export function words(name: TemplateName, data: object): string {
  const text = readFileSync(fileURLToPath(new URL(`../../templates/${name}.liquid`, import.meta.url)), 'utf8');
  const rendered = engine.parseAndRenderSync(text, data) as string;
  return `${rendered.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
