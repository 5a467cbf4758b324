import { createPublicKey, verify } from 'node:crypto';

import { unauthenticated } from '../errors.js';
import type { App, Caller, GitHubState } from '../state/types.js';

/** GitHub takes no token of an app that lives longer. */
const LONGEST_LIFE_SECONDS = 600;
/** What clocks may differ by. */
const LEEWAY_SECONDS = 60;

/**
 * Who asks, by the `Authorization` header. Installation tokens do not expire unless `expiring` is set: a client keeps
 * them by the machine's clock, which stands apart from the sandbox's; for the same reason an app's own token is
 * measured by the machine's.
 * @throws GitHubError 401
 */
export function authenticate(state: GitHubState, header: string | undefined, expiring = false): Caller {
  if (header === undefined) return { kind: 'anonymous' };
  const credential = credentialOf(header);
  const token = state.tokens.get(credential);
  if (token === undefined) {
    const app = credential.split('.').length === 3 ? appOfToken(state, credential) : null;
    if (app === null) throw unauthenticated('Bad credentials');
    return { kind: 'app', appId: app.id };
  }
  if (expiring && token.expiresAt !== null && token.expiresAt <= state.now) throw unauthenticated('Bad credentials');
  if (token.kind === 'user') return { kind: 'user', userId: token.userId };
  const installation = state.installations.get(token.installationId);
  const app = installation && state.apps.get(installation.appId);
  if (app === undefined || installation === undefined) throw unauthenticated('Bad credentials');
  return {
    kind: 'installation',
    appId: app.id,
    installationId: installation.id,
    permissions: token.permissions,
    repositoryIds: token.repositoryIds,
    botId: app.botId,
  };
}

/** `token x`, `Bearer x`, or `Basic` with the token as password (as git does it). */
function credentialOf(header: string): string {
  const [scheme = '', value = ''] = header.trim().split(/\s+/, 2);
  if (/^(token|bearer)$/i.test(scheme)) return value;
  if (!/^basic$/i.test(scheme)) throw unauthenticated('Bad credentials');
  const [name = '', password = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return password === '' || password === 'x-oauth-basic' ? name : password;
}

/** The app whose key signed this JSON Web Token (RS256); null where none did or its time is over. */
function appOfToken(state: GitHubState, token: string): App | null {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const payload = parse(claims);
  if (payload === null || parse(head)?.['alg'] !== 'RS256') return null;
  const issuer = String(payload['iss']);
  const app = [...state.apps.values()].find(({ id, clientId }) => String(id) === issuer || clientId === issuer);
  if (app === undefined) return null;
  const signed = Buffer.from(`${head}.${claims}`);
  const valid = verify('RSA-SHA256', signed, createPublicKey(app.publicKey), Buffer.from(signature, 'base64url'));
  return valid && isTimely(Number(payload['iat']), Number(payload['exp'])) ? app : null;
}

function isTimely(issued: number, expires: number): boolean {
  const now = Date.now() / 1000;
  const alive = issued <= now + LEEWAY_SECONDS && expires > now - LEEWAY_SECONDS;
  return alive && expires - issued <= LONGEST_LIFE_SECONDS + LEEWAY_SECONDS;
}

function parse(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
