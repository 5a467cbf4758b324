import { GitHubError } from '../errors.js';
import type { HandlerContext, RestHandler } from '../http-types.js';
import type { ApiReply, ApiRequest } from '../state/types.js';
import { namedPath } from './named-path.js';
import { API_VERSIONS, ENTERPRISE_VERSION } from './areas/meta.js';
import { conditional } from './conditional.js';
import { mediaType } from './media.js';
import { ReplyInstead } from './replies.js';
import { acceptedPermissions, type Call } from './route.js';
import { findRoute, type Found } from './routes.js';

const DOCS = 'https://docs.github.com/rest';
/** What a person's token may do in the sandbox: all that the person may. */
const SCOPES = 'admin:org, repo, user, workflow';

/** GitHub's REST API over the sandbox's state. Every refusal is a reply; it throws only where the sandbox is at fault. */
export const handleRest: RestHandler = async (request, context) => {
  const media = mediaType(request);
  if (media === null) {
    const accept = request.headers['accept'] ?? '';
    return errorReply(415, `Unsupported 'Accept' header: '${accept}'. Must accept 'application/json'.`, DOCS);
  }
  const version = request.headers['x-github-api-version'];
  if (version !== undefined && !API_VERSIONS.includes(version)) {
    return errorReply(
      400,
      `"${version}" is not a valid API version. Supported versions are ${API_VERSIONS.join(', ')}.`,
      DOCS,
    );
  }
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const asked = { ...request, path: namedPath(context.state, request.path) };
  const found = findRoute(method, asked.path);
  const reply = found === null ? errorReply(404, 'Not Found', DOCS) : await answer(asked, context, found, media.format);
  const headers = {
    'cache-control': `${context.caller.kind === 'anonymous' ? 'public' : 'private'}, max-age=60, s-maxage=60`,
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, X-Requested-With',
    'x-github-media-type': media.header,
    'x-github-api-version-selected': version ?? '2022-11-28',
    ...(request.prefix ? { 'x-github-enterprise-version': ENTERPRISE_VERSION } : {}),
    ...permissionHeaders(context, found),
    ...reply.headers,
  };
  return conditional(request, { ...reply, headers });
};

async function answer(request: ApiRequest, context: HandlerContext, found: Found, format: string): Promise<ApiReply> {
  const { route, params, docs } = found;
  const { actions, caller } = context;
  const state = { ...context.state, urls: { ...context.state.urls, api: addressOf(request, context) } };
  const redeliver: Call['redeliver'] = async (delivery) => context.redeliver?.(delivery);
  try {
    return await route.handle({ request, state, actions, caller, params, format, need: route.need, redeliver });
  } catch (error) {
    if (error instanceof ReplyInstead) return error.reply;
    if (error instanceof GitHubError) return refusal(error, docs);
    throw error;
  }
}

/**
 * Addresses in replies are those by which the client came: SDKs refuse to follow a link that leads out of the base
 * address they were given.
 */
function addressOf(request: ApiRequest, { state }: HandlerContext): string {
  const host = request.headers['host'];
  const base = host === undefined ? state.urls.api : `http://${host}`;
  return `${base}${request.prefix ?? ''}`;
}

/** A refusal of GitHub's as REST words it. */
function refusal(error: GitHubError, docs: string): ApiReply {
  const reply = errorReply(error.status, error.message, docs);
  if (error.errors === null) return reply;
  const { message, ...rest } = reply.body as Record<string, unknown>;
  return { ...reply, body: { message, errors: error.errors, ...rest } };
}

const errorReply = (status: number, message: string, docs: string): ApiReply => ({
  status,
  body: { message, documentation_url: docs, status: `${status}` },
});

/** Apps are told which permissions are enough; people's tokens, which scopes they have. */
function permissionHeaders({ caller }: HandlerContext, found: Found | null): Record<string, string> {
  if (found === null || caller.kind === 'anonymous' || caller.kind === 'app') return {};
  return caller.kind === 'user'
    ? { 'x-oauth-scopes': SCOPES, 'x-accepted-oauth-scopes': '' }
    : { 'x-accepted-github-permissions': acceptedPermissions(found.route.need) };
}
