import { cutTo } from './cut.js';
import { NotTold, type Outcome, type Tell } from './tell.js';

/** Discord's own hosts: no other is ever called. */
const HOSTS = new Set(['discord.com', 'ptb.discord.com', 'canary.discord.com', 'discordapp.com']);

/** `/api/webhooks/ID/TOKEN`, perhaps with the version of the API, and a thread within the channel. */
const PATH = /^\/api\/(?:v\d{1,2}\/)?webhooks\/\d{1,20}\/[\w-]{1,200}$/;
const QUERY = /^(?:\?thread_id=\d{1,20})?$/;

/** Discord takes no longer message. */
export const LONGEST_MESSAGE = 2000;

const TIMEOUT_MS = 15_000;

/** No previews of what is linked. */
const SUPPRESS_EMBEDS = 4;

/** Whether an address is a webhook of Discord's. */
export const isDiscord = (url: URL): boolean =>
  url.protocol === 'https:' &&
  HOSTS.has(url.hostname) &&
  url.port === '' &&
  url.username === '' &&
  url.password === '' &&
  url.hash === '' &&
  PATH.test(url.pathname) &&
  QUERY.test(url.search);

/**
 * Tells a Discord channel by its webhook. Nobody is called by it, whatever the text holds; no redirect is followed; and
 * it is only told when Discord says that the message is there (`wait`).
 * @see https://discord.com/developers/docs/resources/webhook#execute-webhook
 */
export const tellDiscord: Tell = async ({ name, address }, { text, more }) => {
  const url = new URL(address.open());
  // Whoever made the address: what is called is looked at where it is called.
  if (!isDiscord(url)) throw new NotTold('refused', `The address of the channel ${name} is no webhook of Discord's.`);
  url.searchParams.set('wait', 'true');
  const content = cutTo(forDiscord(text), LONGEST_MESSAGE, more);
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'DiscordBot (convenor, 1)' },
      body: JSON.stringify({ content, allowed_mentions: { parse: [] }, flags: SUPPRESS_EMBEDS }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const code = codeOf(error);
    const outcome: Outcome = NEVER_SENT.has(code) ? 'later' : 'unknown';
    throw new NotTold(outcome, `Discord did not answer for the channel ${name} (${code}).`);
  }
  const { status } = response;
  // What else is in the answer is nothing that we need.
  await response.body?.cancel().catch(() => undefined);
  if (status >= 200 && status < 300) return;
  const what = `Discord answered ${status} for the channel ${name}.`;
  throw new NotTold(outcomeOf(status), what, status === 429 || status === 503 ? secondsOf(response.headers) : 0);
};

/** What a status that is no success says of the message. */
function outcomeOf(status: number): Outcome {
  if (status === 429 || status === 503) return 'later';
  // A gateway that gave up does not know what became of what it passed on.
  return status >= 500 ? 'unknown' : 'refused';
}

/** Discord asks for whole or broken seconds. A limit without a number is left alone for a minute. */
function secondsOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 60;
}

/** Failures of a connection before anything was sent over it. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The code of a failed request, which holds no address; its message might. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  // `fetch` wraps what happened below it.
  const [code] = [error, error.cause].flatMap((one) => (one instanceof Error && 'code' in one ? [one.code] : []));
  return typeof code === 'string' && /^[A-Z_]{1,50}$/.test(code) ? code : 'unknown';
}

/**
 * Markdown of ours as Discord reads it: it knows no entities, and what calls people, channels or everybody is taken apart
 * by a space without width, so that it links and means nothing either.
 */
const forDiscord = (markdown: string): string =>
  markdown
    .replaceAll('&amp;', '&')
    .replace(/@(?=everyone|here)/gi, '@\u200b')
    .replace(/<(?=[@#/]|(?:a|t|id)?:)/gi, '<\u200b');
