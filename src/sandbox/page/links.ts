import { posix } from 'node:path';
import { fullName } from '../state/find.js';
import type { Links } from './markdown.js';
import { recordIn, repositoryOf, type Show } from './show.js';

/** The tabs of a pull request, by their part of the address. */
export const TABS = { '': 'Conversation', files: 'Files changed', checks: 'Checks', ledger: 'Ledger' } as const;

export const addressOf = (show: Show, ...rest: readonly string[]): string =>
  `/${[show.slug, ...rest].map((part) => part.split('/').map(encodeURIComponent).join('/')).join('/')}`;

/** The dashboard's first page. */
export const DASHBOARD_START = 'README.md';

/**
 * Where links of the GitHub in memory lead on these pages.
 * @param page path of the record's file in which a relative link stands; undefined where none can
 */
export function linksOf(show: Show, page?: string): Links {
  const home = `${show.state.urls.web}/${fullName(show.state, repositoryOf(show))}`;
  return (address) => {
    const [path = '', fragment] = address.split('#');
    const anchor = fragment === undefined ? '' : `#${fragment}`;
    if (path === `${home}/pull/${show.number}`) return `${addressOf(show)}${anchor}`;
    if (path.startsWith(`${home}/tree/${show.record.branch}/ledgers/`)) return addressOf(show, 'ledger');
    if (path.startsWith(show.state.urls.web)) return null;
    if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('/')) return address;
    if (path === '') return anchor;
    return page === undefined ? null : inRecord(show, posix.join(posix.dirname(page), path), anchor);
  };
}

function inRecord(show: Show, path: string, anchor: string): string | null {
  const folder = `${show.record.dashboard}/`;
  if (!path.startsWith(folder) || !recordIn(show).has(path)) return null;
  return `${addressOf(show, 'dashboard', path.slice(folder.length))}${anchor}`;
}
