import type { Piece } from './inline.js';

const PROFILE = /^(?:https?:\/\/)?(?:www\.)?github\.com\/@?([A-Za-z0-9][A-Za-z0-9_-]{0,62})\/?(?:[?#].*)?$/i;

/**
 * A value about people as one plain text in which links have become what they mean: a mailto link `<mail>`, a
 * profile link `(@login)`. List items are divided by line breaks; all other white space is one space.
 */
export function personText(value: readonly Piece[]): string {
  return value
    .map((piece) => {
      if (piece.kind === 'break') return '\n';
      if (piece.kind === 'text') return plainLinks(piece.text.replace(/\s+/g, ' '));
      return linkText(piece.text.replace(/\s+/g, ' ').trim(), piece.url);
    })
    .join('');
}

function linkText(label: string, url: string): string {
  const mail = /^mailto:([^?]+)/i.exec(url)?.[1];
  if (mail !== undefined) return label === '' || label === mail ? `<${mail}>` : `${label} <${mail}>`;
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
