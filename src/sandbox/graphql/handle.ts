import { execute, getVariableValues, GraphQLError } from 'graphql';

import type { GraphqlHandler } from '../http-types.js';
import type { ApiReply } from '../state/types.js';
import type { Context } from './context.js';
import { operationOf, prepare } from './documents.js';
import { formatError, isFault } from './errors.js';
import { measure } from './limits.js';
import { githubSchema } from './schema.js';
import { resolveField, resolveType } from './serve.js';

const DOCUMENTATION = 'https://docs.github.com/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql';

/**
 * Answers a GraphQL request as GitHub does: 200 with `data`, `errors` or both. Only a caller without a name gets 401;
 * an app has none before it takes an installation's token. The reply's `cost` is in points of the hourly budget.
 * @throws what is the sandbox's own mistake, for the server to answer with 500 and report
 */
export const handleGraphql: GraphqlHandler = async (request, handler) => {
  const { caller } = handler;
  if (caller.kind === 'anonymous' || caller.kind === 'app') {
    const message = 'This endpoint requires you to be authenticated.';
    return { status: 401, body: { message, documentation_url: DOCUMENTATION } };
  }
  const { document, errors } = prepare(request.query);
  if (errors) return refused(errors);
  const operation = operationOf(document, request.operationName);
  if (!operation) {
    const name = request.operationName;
    return refused([
      new GraphQLError(name === null ? 'An operation name is required' : `No operation named "${name}"`),
    ]);
  }
  const coerced = getVariableValues(githubSchema(), operation.variableDefinitions ?? [], request.variables);
  if (coerced.errors) return refused(coerced.errors);
  const demand = measure(githubSchema(), document, operation, coerced.coerced);
  if (demand.errors.length > 0) return refused(demand.errors);
  const contextValue: Context = { ...handler, demand };
  const result = await execute({
    schema: githubSchema(),
    document,
    rootValue: {},
    contextValue,
    variableValues: request.variables,
    operationName: request.operationName,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  const fault = result.errors?.find(isFault);
  if (fault) throw fault.originalError ?? fault;
  const answer = { data: result.data, ...(result.errors && { errors: result.errors.map(formatError) }) };
  return { ...ok(answer), cost: demand.cost };
};

const ok = (body: unknown): ApiReply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body,
});

/** Refused before anything ran: there is no `data`. */
const refused = (errors: readonly GraphQLError[]): ApiReply => ok({ errors: errors.map(formatError) });
