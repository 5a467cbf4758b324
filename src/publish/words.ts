import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Liquid, type Template } from 'liquidjs';

/** The templates that ship with Convenor; people read nothing that does not come from one of them. */
export type TemplateName =
  | 'status'
  | 'reply'
  | 'help'
  | 'help-command'
  | 'answer-document'
  | 'answer-standing'
  | 'answer-group'
  | 'suggestion'
  | 'document'
  | 'amendment'
  | 'companion'
  | 'elsewhere'
  | 'governance'
  | 'group'
  | 'front'
  | 'rules';

const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true });

/** Templates as read from their files, each once for a process. */
const templates = new Map<TemplateName, Template[]>();

function templateOf(name: TemplateName): Template[] {
  const known = templates.get(name);
  if (known) return known;
  const path = fileURLToPath(new URL(`../../templates/${name}.liquid`, import.meta.url));
  const template = engine.parse(readFileSync(path, 'utf8'), path);
  templates.set(name, template);
  return template;
}

/** Fills a template. A variable that it names and is not given is an error: nobody reads half a sentence. */
export function words(name: TemplateName, data: object): string {
  const rendered = engine.renderSync(templateOf(name), data) as string;
  return `${rendered.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
