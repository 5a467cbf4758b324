/** HTML that is safe to send: made by `html` from literal markup, or by the sanitiser. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template. Text is escaped; null, undefined and false leave nothing. */
export type Part = string | number | Html | null | undefined | false | readonly Part[];

/** A template in which everything that is put in is escaped, but for what is HTML already. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, index) => text + textOf(parts[index - 1]) + string, '').replace(/^\n/, ''));

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escape(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element's content or a quoted attribute. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
