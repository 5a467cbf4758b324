import { isLogin, isGroup, isWholeRole } from './person-words.js';
import { isFullName } from './person-name.js';
import { splitOutside } from './person-text.js';

/** What divides people in a list. */
export const BETWEEN = /[,，、]|\s(?:and|or|&|\+|\/)\s/;

/** `1. Ada (@ada) 2. Bo (@bo)`: a numbered list, on one line or several, becomes lines. */
export function withoutNumbers(text: string): string {
  if (!/^\s*\d{1,2}[.)]\s/.test(text)) return text;
  return text.replace(/(^|\n)\s*\d{1,2}[.)]\s+/g, '$1').replace(/[,;]?\s\d{1,2}[.)]\s+(?=[@\p{L}])/gu, '\n');
}

/** `Ada & Bo (@ada, @bo)`: as many logins at the end as names before them. Null where it is nothing of the kind. */
export function pairs(text: string): string[] | null {
  const [, before = '', inside = ''] = /^([^()@<>]{3,300})\(([^()<>]{4,300})\)$/.exec(text.trim()) ?? [];
  const logins = splitOutside(inside, BETWEEN_LOGINS).map((part) => part.text);
  const names = splitOutside(before, BETWEEN).map((part) => part.text.replace(/^(?:and|or)\s+/i, ''));
  if (logins.length < 2 || logins.length !== names.length) return null;
  if (!logins.every((login) => login.startsWith('@') && isLogin(login.slice(1)))) return null;
  return names.map((name, at) => `${name} (${logins[at] ?? ''})`);
}

const BETWEEN_LOGINS = /[,;，、]|\s(?:and|or|&|\+|\/)\s/;

/** `Lanterns WG: @ada, @bo`, `Lanterns WG (lead: @ada)`: a group, and the people named with it. */
export function groupWithPeople(text: string): { group: string; people: string } | null {
  const [, name = '', rest = ''] =
    /^(?:the\s+)?([^@:()<>,;]{2,80}?)(?=\s*[:@(]|\s+[–—-]\s)\s*(?::|[–—-]\s)?\s*([^]+)$/i.exec(text) ?? [];
  if (!isGroup(name) || isWholeRole(name)) return null;
  const inside = /^\(([^()]*)\)$/.exec(rest)?.[1] ?? rest;
  // "Lanterns WG (formerly Lamps)" names nobody.
  const named = /[@<]/.test(inside) || splitOutside(inside, BETWEEN).every((part) => isFullName(part.text));
  return named ? { group: name, people: inside } : null;
}

const LEGAL_FORM = /^(?:inc|llc|llp|ltd|limited|gmbh|corp|corporation|co|plc|pbc|pty|pte|b\.?v|s\.?a|s\.?r\.?l)\b\.?/i;

/** `Acme, Inc.` is one name: what is cut behind it is put together again. */
export function withLegalForms<Part extends { text: string; before: string }>(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && part.before === ',' && LEGAL_FORM.test(part.text) && !/[@<)]/.test(last.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text}, ${part.text}` };
    } else joined.push(part);
  }
  return joined;
}
