import { getOperationAST, Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';

import type { GraphqlRequest } from '../http-types.js';
import type { ApiRequest, Caller, GitHubState, LoggedRequest } from '../state/types.js';

/** A request's entry in the log, its answer still open. */
export function describeRequest(state: GitHubState, request: ApiRequest, caller: Caller): LoggedRequest {
  const graphql = request.path === '/graphql' ? graphqlRequest(request.body) : null;
  const operation = graphql === null ? null : operationOf(graphql);
  const authentication = request.path === '/app' || request.path.startsWith('/app/');
  return {
    sequence: state.requests.length + 1,
    at: state.now,
    method: request.method,
    path: request.path,
    operation: graphql === null ? `${request.method} ${request.path}` : nameOf(operation),
    kind: graphql === null ? 'rest' : 'graphql',
    writes:
      graphql === null
        ? !['GET', 'HEAD'].includes(request.method) && !authentication
        : operation?.operation === OperationTypeNode.MUTATION,
    authentication,
    caller,
    status: 0,
    fault: null,
    query: graphql?.query ?? null,
    body: request.body,
    response: undefined,
  };
}

/** The parts of a GraphQL request; what is missing or of a wrong type counts as empty. */
export function graphqlRequest(body: unknown): GraphqlRequest {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const { query, variables, operationName } = fields;
  return {
    query: typeof query === 'string' ? query : '',
    variables: typeof variables === 'object' && variables !== null ? { ...variables } : {},
    operationName: typeof operationName === 'string' ? operationName : null,
  };
}

function operationOf({ query, operationName }: GraphqlRequest): OperationDefinitionNode | null {
  try {
    return getOperationAST(parse(query), operationName) ?? null;
  } catch {
    return null;
  }
}

/** Its name, or its first field where it has none. */
function nameOf(operation: OperationDefinitionNode | null): string {
  const first = operation?.selectionSet.selections[0];
  const field = first?.kind === Kind.FIELD ? first.name.value : 'unknown';
  return operation?.name?.value ?? field;
}
