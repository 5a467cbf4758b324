/** What is sent for an address. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * Nothing but our own style and script is loaded, forms go nowhere else, nobody frames it; pages change, so none is
 * kept. The referrer stays within these pages: without any, a browser would call the origin of a form "null".
 */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export const reply = (status: number, type: string, body: string): Reply => ({
  status,
  headers: { ...HEADERS, 'content-type': `${type}; charset=utf-8` },
  body,
});

export const plain = (status: number, text: string): Reply => reply(status, 'text/plain', `${text}\n`);

/** @param status 302 for who looks, 303 for who has acted */
export const redirect = (status: 302 | 303, location: string): Reply => {
  const { headers, ...rest } = plain(status, 'See there.');
  return { ...rest, headers: { ...headers, location } };
};
