import type { IncomingHttpHeaders } from 'node:http';
import { pictureAt } from '../page/dashboard.js';
import { pullPage } from '../page/pages.js';
import type { Html } from '../page/html.js';
import type { Place } from '../page/layout.js';
import { openPage, pullsPage } from '../page/pulls.js';
import { SCRIPT } from '../page/script.js';
import { ICON } from '../page/icon.js';
import { STYLE } from '../page/style.js';
import type { Person } from '../people.js';
import type { Desk } from './desk.js';
import { isOurs, whyForeign } from './guard.js';
import { readMove, type Reading } from './read-move.js';
import { plain, redirect, reply, type Reply } from './reply.js';

/** What is served together. */
export interface Site {
  desks: readonly Desk[];
  /** Made anew with each start; every form carries it. */
  token: string;
}

/** A request as it came. */
export interface Asked {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** Empty for what has none. */
  body: string;
}

/** An address, taken apart. */
interface Wanted {
  desk: Desk;
  /** Null for the page of the table itself. */
  number: number | null;
  /** What stands below. */
  page: string;
  /** As whom one acts. */
  me: Person;
}

/** The answer to a request; never throws on what a stranger may send. */
export async function answer(site: Site, asked: Asked): Promise<Reply> {
  const { method, headers } = asked;
  if (!isOurs(headers.host)) return plain(421, 'This page is served for 127.0.0.1 and localhost only.');
  const url = addressIn(asked.url);
  if (!url) return plain(404, 'There is no such page.');
  if (method === 'POST') return acted(site, asked, url);
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Pages here are looked at, and forms sent.');
  const [first] = site.desks;
  if (url.path === '/style.css') return reply(200, 'text/css', STYLE);
  if (url.path === '/script.js') return reply(200, 'text/javascript', SCRIPT);
  if (url.path === '/icon.svg') return reply(200, 'image/svg+xml', ICON);
  if (url.path === '/' && first) return redirect(302, `/${first.slug}`);
  const wanted = await wantedIn(site, url);
  if (!wanted) return plain(404, 'There is no such page.');
  return shown(site, wanted);
}

/** A page, in the state that it has once nothing is being done. */
function shown(site: Site, { desk, number, page, me }: Wanted): Reply {
  const places = placesFor(site, desk);
  if (number === null) {
    const { first } = desk.table.laid;
    const isAlone = desk.table.pulls.length === 1 && first !== null && page === '';
    if (isAlone) return redirect(302, addressOf(desk, first, me, ''));
    if (page === 'open') return pageReply(openPage(desk.around(me, site.token), places));
    return page === ''
      ? pageReply(pullsPage(desk.around(me, site.token), places))
      : plain(404, 'There is no such page.');
  }
  if (page === 'act') return redirect(302, addressOf(desk, number, me, ''));
  const show = desk.show(number, me, site.token);
  const picture = pictureAt(show, page);
  if (picture !== null) return reply(200, 'image/svg+xml', picture);
  const found = pullPage(places, { ...show, page });
  return found ? pageReply(found) : plain(404, 'There is no such page.');
}

/** Does what a form asks for, and leads back to where it was sent from. What is refused is said there, words kept. */
async function acted(site: Site, { headers, body }: Asked, url: Address): Promise<Reply> {
  const fields = new URLSearchParams(body);
  const foreign = whyForeign(headers, fields.get('token'), site.token);
  if (foreign !== null) return plain(403, foreign);
  const wanted = await wantedIn(site, url);
  if (wanted?.page !== 'act') return plain(404, 'There is nothing to do.');
  const { desk, me } = wanted;
  const number = wanted.number ?? 0;
  const page = fields.get('page') ?? '';
  const back = /^[\w-]{1,60}$/.test(fields.get('back') ?? '') ? `#${fields.get('back') ?? ''}` : '';
  if (fields.get('do') === 'again') {
    await desk.again();
    return redirect(303, `/${desk.slug}`);
  }
  // A pull request is opened by whom the form names; everything else is done by whom the page shows.
  const who = fields.get('who')?.trim() ?? me.login;
  const read: Reading = desk.table.person(who)
    ? readMove(fields)
    : { ok: false, problem: `Nobody here is called "${who}".` };
  const done = read.ok ? await desk.does(read.move, who, number) : desk.refuses(read.problem, number);
  if (done.happened.refused === null) {
    const isElsewhere = done.number !== number || page.startsWith('edit/');
    const next = desk.table.person(who) ?? me;
    return redirect(303, `${addressOf(desk, done.number, next, isElsewhere ? '' : page)}${back}`);
  }
  const draft = (fields.get('text') ?? '').replace(/\r\n?/g, '\n');
  if (wanted.number === null) {
    const form = openPage({ ...desk.around(me, site.token), draft: fields }, placesFor(site, desk));
    return { ...pageReply(form), status: 422 };
  }
  const show = { ...desk.show(number, me, site.token), draft };
  const found = pullPage(placesFor(site, desk), { ...show, page }) ?? pullPage(placesFor(site, desk), show);
  return found ? { ...pageReply(found), status: 422 } : plain(404, 'There is no such page.');
}

const pageReply = (page: Html): Reply => reply(200, 'text/html', page.text);

const addressOf = (desk: Desk, number: number, me: Person, page: string): string =>
  `/${desk.slug}/${number}${page === '' ? '' : `/${page.split('/').map(encodeURIComponent).join('/')}`}?as=${encodeURIComponent(me.login)}`;

const placesFor = ({ desks }: Site, here: Desk): Place[] =>
  desks.map((desk) => ({ address: `/${desk.slug}`, name: desk.table.laid.name, isHere: desk === here }));

interface Address {
  /** Decoded. */
  path: string;
  as: string | null;
}

/** Null where it is malformed. */
function addressIn(url: string): Address | null {
  try {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    return { path: decodeURIComponent(pathname), as: searchParams.get('as') };
  } catch {
    return null;
  }
}

async function wantedIn({ desks }: Site, { path, as }: Address): Promise<Wanted | null> {
  const [slug, second = '', ...rest] = path.slice(1).split('/');
  const desk = desks.find((one) => one.slug === slug);
  if (!desk) return null;
  await desk.rest();
  const wanted = as === null ? null : desk.table.person(as);
  if (!/^[1-9]\d{0,8}$/.test(second)) {
    return { desk, number: null, page: [second, ...rest].join('/'), me: wanted ?? desk.table.visitor };
  }
  const number = Number(second);
  // Who has chosen nobody is the author.
  const me = wanted ?? desk.table.authorOf(number) ?? desk.table.visitor;
  return desk.table.pull(number) ? { desk, number, page: rest.join('/'), me } : null;
}
