import { fileParts } from './rename.js';
import type { Link } from './links.js';

/** The path that a relative link leads to, from where `path` counts; null for the page itself and for other kinds. */
export function relativePath(link: Link, path: string): string | null {
  const target = link.target.split(/[?#]/)[0] ?? '';
  // A scheme, a page of the site, an address of a host, a placeholder: no path in the repository.
  if (target === '' || /^(?:[a-z][a-z0-9+.-]*:|\/|\\|[<{$])/i.test(target)) return null;
  return joined(fileParts(path).folder, decoded(target));
}

/** The heading's anchor on this very page that a link leads to, without `#`; null where it leads elsewhere. */
export function ownAnchor({ target }: Link, path: string): string | null {
  const hash = target.indexOf('#');
  if (hash === -1 || hash === target.length - 1) return null;
  const page = decoded(target.slice(0, hash));
  const { name } = fileParts(path);
  return page === '' || page === name || page === `./${name}` ? decoded(target.slice(hash + 1)) : null;
}

/** The number of another proposal, from the target of a link or else its text: `./1850-a.md`, `/seps/1850-a`, `SEP-1850`. */
export function numberOfProposal({ text, target }: Link): number | null {
  const found =
    /(?:^(?:\.\/)?|\/seps\/)(?:sep-)?(\d{1,7})-[^/?#]*$/i.exec(target.split(/[?#]/)[0] ?? '') ??
    /^\s*`?SEP[- ]#?(\d{1,7})\b/i.exec(text);
  const number = Number(found?.[1] ?? 0);
  return number > 0 ? number : null;
}

function joined(folder: string, target: string): string {
  const parts: string[] = folder === '' ? [] : folder.split('/').filter((part) => part !== '.');
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return `${folder.startsWith('/') ? '/' : ''}${parts.filter((part) => part !== '').join('/')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
