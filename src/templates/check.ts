import { nearest } from '../near.js';
import type { RulesProblem } from '../rules/index.js';
import { isTemplateName, SHEETS, TEMPLATE_NAMES, type TemplateName, type Words } from './catalogue.js';
import { fillOwn, NO_OVERRIDES, parsedOwn, TEMPLATES_FOLDER, type Override, type Overrides } from './own.js';
import { SAMPLES } from './samples.js';
import { unknownVariables } from './variable-paths.js';
import { shippedWords } from './words.js';

/** A file in the folder of templates; `text` is null where it is no text, or was not had whole. */
export interface TemplateFile {
  /** Without the folder. */
  name: string;
  text: string | null;
}

/** Characters of a template at most: the longest that ships has a twentieth of them. */
const LONGEST_TEMPLATE = 50_000;

/** A repository's own templates that can be used, and everything that is wrong with the others. */
export interface ReadTemplates {
  overrides: Overrides;
  problems: RulesProblem[];
}

export const NO_TEMPLATES: ReadTemplates = { overrides: NO_OVERRIDES, problems: [] };

/**
 * Reads a repository's own templates. Each is filled with samples; one with which anything is wrong is not used, and the
 * one that ships stands in. Files that are no `.liquid` are none of ours.
 */
export function readTemplates(files: readonly TemplateFile[]): ReadTemplates {
  const overrides = new Map<TemplateName, Override>();
  const problems: RulesProblem[] = [];
  for (const { name: file, text } of files) {
    const name = /^(.*)\.liquid$/.exec(file)?.[1];
    if (name === undefined) continue;
    const path = `${TEMPLATES_FOLDER}/${file}`;
    const wrong = isTemplateName(name) ? problemsOf(name, path, text) : [strange(path, name)];
    problems.push(...wrong);
    if (isTemplateName(name) && text !== null && wrong.length === 0) overrides.set(name, { path, text });
  }
  return { overrides, problems };
}

/** A file of whose name nothing is filled does nothing; a slip in a name would never be found. */
function strange(path: string, name: string): RulesProblem {
  const near = nearest(name, TEMPLATE_NAMES);
  const meant = near === null ? `There are: ${TEMPLATE_NAMES.join(', ')}.` : `Did you mean \`${near}.liquid\`?`;
  return { ...at(path), code: 'template/strange', message: `There is no template \`${name}\`. ${meant}` };
}

const at = (path: string): Omit<RulesProblem, 'code' | 'message'> => ({ path, line: 1, column: 1, excerpt: '' });

/** Everything that is wrong with a template, with its place; nothing where it can be used. */
function problemsOf(name: TemplateName, path: string, text: string | null): RulesProblem[] {
  if (text === null || text.length > LONGEST_TEMPLATE) {
    const message =
      text === null
        ? 'The file is too large or no text, so it cannot be read whole.'
        : `A template has ${LONGEST_TEMPLATE} characters at most; this one has ${text.length}.`;
    return [{ ...at(path), code: text === null ? 'template/no-text' : 'template/too-long', message }];
  }
  const lines = text.split(/\r\n|\n|\r/);
  const located = (code: string, line: number, column: number, message: string): RulesProblem => ({
    code,
    path,
    line,
    column,
    message,
    excerpt: (lines[line - 1] ?? '').slice(0, 200),
  });
  const own: Override = { path, text };
  const template = parsedOwn(own);
  if (!template.ok) return [located('template/syntax', template.line, template.column, template.message)];
  const unknown = unknownVariables(name, text, template.parsed);
  if (unknown.length > 0) {
    return unknown.map(({ line, column, message }) => located('template/unknown-variable', line, column, message));
  }
  for (const data of SAMPLES[name]) {
    const filled = fillOwn(name, own, data, shippedWords(name, data));
    if (!filled.ok) return [located('template/fails', filled.line, filled.column, filled.message)];
    const left = SHEETS[name].shows.filter((path) =>
      valuesAt(data, path).some((value) => !filled.text.includes(value)),
    );
    if (left.length > 0) {
      const missing = left.map((each) => `\`${each}\``).join(', ');
      return [located('template/leaves-out', 1, 1, `It has to show ${missing}, also where it is one of several.`)];
    }
    if ('fence' in data && !offers(filled.text, data)) {
      const message =
        'It has to hold `lines` once and no more, between two lines of `fence`, the first of them `{{ fence }}suggestion`.';
      return [located('template/leaves-out', 1, 1, message)];
    }
  }
  return [];
}

/** Whether an edit can be accepted, and others' words stand in its block alone, where they are not Markdown. */
const offers = (text: string, { fence, lines }: Words<'suggestion'>): boolean =>
  text.split(lines).length === 2 && text.includes(`${fence}suggestion\n${lines}\n${fence}`);

/** The texts at a path of the data, through lists and objects. */
function valuesAt(data: unknown, path: string): string[] {
  const found = path
    .split('.')
    .reduce<unknown[]>((values, part) => values.flatMap((value) => partOf(value, part)).flat(1), [data]);
  return found.filter((value): value is string => typeof value === 'string');
}

const partOf = (value: unknown, part: string): unknown[] =>
  value !== null && typeof value === 'object' && part in value ? [(value as Record<string, unknown>)[part]] : [];
