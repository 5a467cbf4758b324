import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checksPage } from './checks.js';
import { conversationPage } from './conversation.js';
import { dashboardPage } from './dashboard.js';
import { filesPage } from './files.js';
import type { Html } from './html.js';
import { layout, type Tab } from './layout.js';
import { ledgerPage } from './ledger.js';
import { addressOf } from './links.js';
import type { Show } from './show.js';
import { STYLE } from './style.js';

/** What is sent for an address. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export type Served = { ok: true; url: string; close: () => Promise<void> } | { ok: false; problem: string };

const USUAL_PORT = 8080;
const LOOPBACK = '127.0.0.1';

/**
 * Serves pages of these shows on the loopback address alone.
 * @param port null: the usual one, or any other where that is taken
 */
export async function servePages(shows: readonly Show[], port: number | null): Promise<Served> {
  const server = createServer((request, response) => {
    const reply = answer(shows, request);
    response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
    response.end(request.method === 'HEAD' ? '' : reply.body);
  });
  const failed = await listen(server, port ?? USUAL_PORT);
  const taken = failed !== null && port === null ? await listen(server, 0) : failed;
  if (taken !== null) return { ok: false, problem: `The page cannot be served on port ${port ?? 0}: ${taken}.` };
  const address = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ok: true, url: `http://${LOOPBACK}:${address.port}/`, close };
}

/** @returns null, or why it cannot listen there */
const listen = (server: Server, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException): void =>
      resolve(error.code === 'EADDRINUSE' ? 'another program has it' : error.message);
    server.once('error', refused);
    server.listen(port, LOOPBACK, () => {
      server.off('error', refused);
      resolve(null);
    });
  });

/** Nothing but our own style is loaded, nothing runs, nobody frames it; pages change, so none is kept. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** A page on the loopback address can be reached through any name that leads there, unless the name is looked at. */
const isOurs = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host ?? '');

/** The answer to a request; never throws on what a stranger may send. */
export function answer(shows: readonly Show[], request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Reply {
  if (!isOurs(request.headers.host)) return plain(421, 'This page is served for 127.0.0.1 and localhost only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Pages here are only looked at.');
  const path = pathOf(request.url ?? '/');
  const [first] = shows;
  if (path === null || first === undefined) return plain(404, 'There is no such page.');
  if (path === '/style.css') return reply(200, 'text/css; charset=utf-8', STYLE);
  if (path === '/')
    return { ...plain(302, 'See the first story.'), headers: { ...HEADERS, location: addressOf(first) } };
  const [slug, tab = '', ...rest] = path.slice(1).split('/');
  const show = shows.find((one) => one.slug === slug);
  const page = show && pageOf(show, tab, rest.join('/'));
  if (!show || !page) return plain(404, 'There is no such page.');
  return reply(200, 'text/html; charset=utf-8', layout(shows, show, page.tab, page.content).text);
}

function pageOf(show: Show, tab: string, rest: string): { tab: Tab; content: Html } | null {
  if (tab === 'dashboard') {
    const content = dashboardPage(show, rest);
    return content && { tab, content };
  }
  if (rest !== '') return null;
  switch (tab) {
    case '':
      return { tab, content: conversationPage(show) };
    case 'files':
      return { tab, content: filesPage(show) };
    case 'checks':
      return { tab, content: checksPage(show) };
    case 'ledger':
      return { tab, content: ledgerPage(show) };
    default:
      return null;
  }
}

/** The decoded path of an address, without its query; null where it is malformed. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

const reply = (status: number, type: string, body: string): Reply => ({
  status,
  headers: { ...HEADERS, 'content-type': type },
  body,
});

const plain = (status: number, text: string): Reply => reply(status, 'text/plain; charset=utf-8', `${text}\n`);
