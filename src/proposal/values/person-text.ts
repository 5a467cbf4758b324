import type { Piece } from './inline.js';

const PROFILE = /^(?:https?:\/\/)?(?:www\.)?github\.com\/@?([A-Za-z0-9][A-Za-z0-9_-]{0,62})\/?(?:[?#].*)?$/i;

/**
 * A value about people as one plain text in which links have become what they mean: a mailto link `<mail>`, a
 * profile link `(@login)`. List items are divided by line breaks; all other white space is one space.
 */
export function personText(value: readonly Piece[]): string {
  return value
    .map((piece) => {
      // What is listed below a person says more of that person.
      if (piece.kind === 'break') return piece.nested ? ', ' : '\n';
      if (piece.kind === 'link') return linkText(piece.text.replace(/\s+/g, ' ').trim(), piece.url);
      // An avatar.
      return piece.image ? '' : plainLinks(usual(piece.text.replace(/\s+/g, ' ')));
    })
    .join('')
    .replace(/(@[A-Za-z0-9_-]{1,63})\s?[/+&|](?=\s?@)/g, '$1,');
}

/** Brackets and signs of other keyboards, and icons, which say nothing. */
function usual(text: string): string {
  return text
    .replace(/[（｛{](?=\s?[@＠])/g, '(')
    .replace(/（/g, ' (')
    .replace(/）/g, ')')
    .replace(/(\(\s?[@＠][\w-]{1,63}\s?)[}｝]/g, '$1)')
    .replace(/＠/g, '@')
    .replace(/(@[\w-]{1,63})\s{1,3}on\s{1,3}github\b/gi, '$1')
    .replace(/\(\s?([\w-]{1,63})\s{1,3}on\s{1,3}github\s?\)/gi, '(@$1)')
    .replace(/\p{Extended_Pictographic}[\u200d\ufe0f\p{Extended_Pictographic}]{0,8}|[\u200b-\u200d\u2060\ufeff]/gu, '');
}

function linkText(label: string, url: string): string {
  const mail = /^mailto:([^?]+)/i.exec(url)?.[1];
  // `<mailto:ada@x.example>` shows its whole address as its label.
  if (mail !== undefined)
    return label === '' || label.replace(/^mailto:/i, '') === mail ? `<${mail}>` : `${label} <${mail}>`;
  const login = PROFILE.exec(url)?.[1];
  if (login === undefined) return label;
  const named = label.replace(/^@/, '').toLowerCase();
  return label === '' || named === login.toLowerCase() || PROFILE.test(label) ? `@${login}` : `${label} (@${login})`;
}

/** `github.com/login` written out as text. */
function plainLinks(text: string): string {
  return text.replace(/(?:https?:\/\/)?(?:www\.)?github\.com\/([A-Za-z0-9][A-Za-z0-9_-]{0,62})(?=$|[\s),;>])/gi, '@$1');
}

/** Cuts at separators that stand in no brackets. Each part remembers which separator stood before it. */
export function splitOutside(text: string, separator: RegExp): { text: string; before: string }[] {
  const parts: { text: string; before: string }[] = [];
  let depth = 0;
  let current = '';
  let before = '';
  for (const token of text.split(new RegExp(`([()]|${separator.source})`, 'i'))) {
    if (token === '(') depth++;
    else if (token === ')') depth = Math.max(0, depth - 1);
    const whole = new RegExp(`^(?:${separator.source})$`, 'i');
    if (depth === 0 && token !== ')' && whole.test(token)) {
      parts.push({ text: current.trim(), before });
      current = '';
      before = token.trim() === '' ? '\n' : token.trim().toLowerCase();
    } else current += token;
  }
  parts.push({ text: current.trim(), before });
  return parts.filter((part) => part.text !== '');
}
