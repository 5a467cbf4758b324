import type { Actions } from './actions/types.js';
import type { ApiReply, ApiRequest, Caller, GitHubState, WebhookDelivery } from './state/types.js';

/** What a handler is given with each request. */
export interface HandlerContext {
  /**
   * To read from. The present for requests that write; for others possibly an older copy, where the sandbox was told
   * to let reads lag behind. Never change it: that is what `actions` are for.
   */
  state: GitHubState;
  /** What can be done; always acts on the present. */
  actions: Actions;
  caller: Caller;
  /** Sends a webhook again, as `POST /app/hook/deliveries/{id}/attempts` asks for; missing where nothing is sent. */
  redeliver?: (delivery: WebhookDelivery) => Promise<void>;
}

/** Answers a REST request. May throw `GitHubError`: the server turns it into `{ message, errors, documentation_url }`. */
export type RestHandler = (request: ApiRequest, context: HandlerContext) => Promise<ApiReply>;

/** The body of a request to `/graphql`. */
export interface GraphqlRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | null;
}

/** Answers a GraphQL request, nearly always with status 200 and `{ data, errors }`. */
export type GraphqlHandler = (request: GraphqlRequest, context: HandlerContext) => Promise<ApiReply>;

export interface Handlers {
  rest: RestHandler;
  graphql: GraphqlHandler;
}
