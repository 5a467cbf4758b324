import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A page on the loopback address can be reached through any name that leads there, unless the name is looked at. */
export const isOurs = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host ?? '');

/**
 * Why a form may not be acted on, in a sentence; null where it comes from a page of this start: neither another site,
 * nor another port, nor a page from before a restart can act.
 * @param given the token that the form carries
 */
export function whyForeign(headers: IncomingHttpHeaders, given: string | null, token: string): string | null {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'Only this page itself can act here.';
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ''}`) {
    return 'Only this page itself can act here.';
  }
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '');
  if (!isForm) return 'Only a form of this page can act here.';
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b)
    ? null
    : 'This form is from before the playground was started. Load the page again.';
}
