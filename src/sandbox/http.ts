import { GitHubError } from './errors.js';
import type { Fault, Faults } from './faults.js';
import type { Actions } from './actions/types.js';
import type { HandlerContext, Handlers } from './http-types.js';
import { authenticate } from './http/authenticate.js';
import { describeRequest, graphqlRequest } from './http/describe.js';
import {
  bucketOf,
  contentWait,
  primaryLimitReply,
  rateHeaders,
  secondaryLimitReply,
  type Limits,
} from './http/limits.js';
import { withErrors } from './http/partial-data.js';
import type { GitHub } from './state/github.js';
import type { Replica } from './state/replica.js';
import type { ApiReply, ApiRequest, Caller, LoggedRequest } from './state/types.js';
import type { Webhooks } from './webhooks/webhooks.js';

const DOCUMENTATION = 'https://docs.github.com/rest';

/** All that the front door needs. */
export interface FrontDoor {
  github: GitHub;
  actions: Actions;
  handlers: Handlers;
  webhooks: Webhooks;
  faults: Faults;
  replica: Replica;
  limits: Limits;
  expiringTokens: boolean;
  /** Told of errors that are the sandbox's own: the caller gets a 500, and a test should fail. */
  onCrash: (error: unknown, request: LoggedRequest) => void;
}

/**
 * How each request is answered: who asks, is a fault armed, is there budget left, then the handler; everything counted
 * and logged. @returns null where the line is to break
 */
export function answerer(door: FrontDoor): (request: ApiRequest) => Promise<ApiReply | null> {
  const { state } = door.github;
  return async (request) => {
    let caller: Caller = { kind: 'anonymous' };
    let refusal: ApiReply | null = null;
    try {
      caller = authenticate(state, request.headers['authorization'], door.expiringTokens);
    } catch (error) {
      refusal = errorReply(error);
    }
    const entry = describeRequest(state, request, caller);
    state.requests.push(entry);
    const reply = refusal ?? (await answerWithFaults(door, request, entry));
    entry.status = reply?.status ?? 0;
    entry.response = reply?.body;
    if (entry.writes) setImmediate(() => void door.webhooks.flush());
    if (reply === null) return null;
    const bucket = bucketOf(state, caller, entry.kind === 'graphql' ? 'graphql' : 'core', door.limits);
    return { ...reply, headers: { ...rateHeaders(bucket), ...reply.headers } };
  };
}

async function answerWithFaults(door: FrontDoor, request: ApiRequest, entry: LoggedRequest): Promise<ApiReply | null> {
  const met = door.faults.take(entry);
  entry.fault = met?.name ?? null;
  const fault = met?.fault ?? null;
  const early = fault && beforehand(door, fault, entry);
  if (early !== null) return early === 'hangs-up' ? null : early;
  if (fault?.kind === 'meanwhile') await fault.act();
  const reply = await answerHonestly(door, request, entry);
  switch (fault?.kind) {
    case 'hangs-up-after':
      return null;
    case 'fails-after':
      return serverError(fault.status);
    case 'partial-data':
      return withErrors(reply, fault.errors);
    default:
      return reply;
  }
}

/** The faults that let nothing happen. */
function beforehand(door: FrontDoor, fault: Fault, entry: LoggedRequest): ApiReply | 'hangs-up' | null {
  switch (fault.kind) {
    case 'hangs-up':
      return 'hangs-up';
    case 'fails':
      return serverError(fault.status);
    case 'primary-limit': {
      const reset = Date.parse(door.github.now) / 1000 + fault.resetsInSeconds;
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
      return { ...primaryLimitReply(entry.kind, entry.caller), headers };
    }
    case 'secondary-limit':
    case 'content-limit':
      return secondaryLimitReply(fault.retryAfterSeconds, fault.kind === 'content-limit');
    default:
      return null;
  }
}

async function answerHonestly(door: FrontDoor, request: ApiRequest, entry: LoggedRequest): Promise<ApiReply> {
  const { state } = door.github;
  if ((request.headers['user-agent'] ?? '') === '') {
    return {
      status: 403,
      body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    };
  }
  const bucket = bucketOf(state, entry.caller, entry.kind === 'graphql' ? 'graphql' : 'core', door.limits);
  if (bucket.used >= bucket.limit) return primaryLimitReply(entry.kind, entry.caller);
  const wait = contentWait(state, entry, door.limits);
  if (wait > 0) return secondaryLimitReply(wait, true);
  bucket.used++;
  const reply = await handle(door, request, entry);
  bucket.used += (reply.cost ?? 1) - 1;
  return reply;
}

async function handle(door: FrontDoor, request: ApiRequest, entry: LoggedRequest): Promise<ApiReply> {
  const context: HandlerContext = {
    state: entry.writes || entry.authentication ? door.github.state : door.replica.view(),
    actions: door.actions,
    caller: entry.caller,
    redeliver: async (delivery) => {
      await door.webhooks.redeliver(delivery.id);
    },
  };
  try {
    if (entry.kind === 'rest') return await door.handlers.rest(request, context);
    if (entry.caller.kind === 'anonymous' || entry.caller.kind === 'app') {
      return {
        status: 401,
        body: { message: 'This endpoint requires you to be authenticated.', documentation_url: DOCUMENTATION },
      };
    }
    return await door.handlers.graphql(graphqlRequest(request.body), context);
  } catch (error) {
    if (!(error instanceof GitHubError)) door.onCrash(error, entry);
    return errorReply(error);
  }
}

/** A refusal as REST shows it; anything else is a fault of the sandbox and says so. */
function errorReply(error: unknown): ApiReply {
  if (!(error instanceof GitHubError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 500, body: { message: `The sandbox failed: ${message}` } };
  }
  const { status, message, errors } = error;
  const body = {
    message,
    ...(errors === null ? {} : { errors }),
    documentation_url: DOCUMENTATION,
    status: String(status),
  };
  return { status, body };
}

const serverError = (status: number): ApiReply => ({ status, body: { message: 'Server Error' } });
