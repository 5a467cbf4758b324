import { posix } from 'node:path';
import { fullName, needAccount, pullOf } from '../state/find.js';
import type { Links } from './markdown.js';
import { recordIn, repositoryOf, type Show } from './show.js';

/** The tabs of a pull request, by their part of the address. */
export const TABS = { '': 'Conversation', files: 'Files changed', checks: 'Checks' } as const;

/** A page of this show, for the person as whom one acts. */
export const addressOf = (show: Show, ...rest: readonly string[]): string => addressIn(show, show.number, ...rest);

/** A page of another pull request beside it, for the same person. */
export const addressIn = (show: Show, number: number, ...rest: readonly string[]): string =>
  `/${encodePath([show.slug, String(number), ...rest])}${asOf(show)}`;

/** The same pages as somebody else. @param tab path of the page below the pull request's */
export const addressAs = (show: Show, login: string, tab: string): string =>
  `/${encodePath([show.slug, String(show.number), ...(tab === '' ? [] : [tab])])}?as=${encodeURIComponent(login)}`;

const asOf = (show: Show): string => `?as=${encodeURIComponent(needAccount(show.state, show.me).login)}`;

const encodePath = (parts: readonly string[]): string =>
  parts.map((part) => part.split('/').map(encodeURIComponent).join('/')).join('/');

/** The dashboard's first page. */
export const DASHBOARD_START = 'README.md';

/**
 * Where links of the GitHub in memory lead on these pages.
 * @param page path of the record's file in which a relative link stands; undefined where none can
 */
export function linksOf(show: Show, page?: string): Links {
  const repository = repositoryOf(show);
  const home = `${show.state.urls.web}/${fullName(show.state, repository)}`;
  return (address) => {
    const [path = '', fragment] = address.split('#');
    const anchor = fragment === undefined ? '' : `#${fragment}`;
    const pull = path.startsWith(`${home}/pull/`) ? Number(path.slice(`${home}/pull/`.length)) : NaN;
    if (pullOf(repository, pull)) return `${addressIn(show, pull)}${anchor}`;
    if (path.startsWith(`${home}/tree/${show.record.branch}/ledgers/`)) return `${addressOf(show)}#ledger`;
    if (path.startsWith(`${home}/blob/${show.record.branch}/`))
      return inRecord(show, path.slice(`${home}/blob/${show.record.branch}/`.length), anchor);
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
