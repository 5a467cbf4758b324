import { GraphQLError } from 'graphql';

import { GitHubError } from '../errors.js';

/** An entry of `errors` as GitHub sends it: `type` stands beside the message, not under `extensions`. */
export interface ErrorEntry {
  type?: string;
  path?: readonly (string | number)[];
  extensions?: Readonly<Record<string, unknown>>;
  locations?: readonly { line: number; column: number }[];
  message: string;
}

/** A field or mutation of GitHub's that the sandbox has no answer for. It fails rather than being silently null. */
export class NotServed extends Error {
  override readonly name = 'NotServed';

  constructor(what: string) {
    super(`The sandbox does not serve ${what}. Serve it in src/sandbox/graphql/, or ask for something else.`);
  }
}

/** A refusal in GraphQL's own words, which REST does not have. */
export function refusal(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Nothing has that id, or nothing of the kind that is asked for. */
export const unresolved = (id: string): GraphQLError =>
  refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);

/** An error of graphql-js as GitHub writes it. A refusal by an action gets its `type`. */
export function formatError(error: GraphQLError): ErrorEntry {
  const cause = error.originalError;
  const { type: given, ...extensions } = error.extensions;
  const type = cause instanceof GitHubError ? cause.type : given;
  return {
    ...(typeof type === 'string' && { type }),
    ...(error.path && { path: error.path }),
    ...(cause instanceof NotServed && { extensions: { code: 'sandboxNotServed' } }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
    ...(error.locations && { locations: error.locations }),
    message: cause instanceof GitHubError ? explain(cause) : error.message,
  };
}

/** An error that no GitHub would give: a mistake in the sandbox itself, which must not pass for an answer. */
export function isFault(error: GraphQLError): boolean {
  const known = error.originalError instanceof GitHubError || error.originalError instanceof NotServed;
  return !known && typeof error.extensions['type'] !== 'string';
}

/** GraphQL has no list of invalid fields: they stand in the message. */
function explain({ message, errors }: GitHubError): string {
  const details = (errors ?? []).map((item) => item.message ?? `${item.field ?? item.resource} is ${item.code}`);
  return details.length === 0 ? message : `${message}: ${details.join('; ')}`;
}
