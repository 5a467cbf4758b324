import { GraphQLError, Kind, parse, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';

import { githubSchema } from './schema.js';

/** A text of GraphQL that GitHub's schema allows, or why it does not. */
export type Prepared = { document: DocumentNode; errors: null } | { document: null; errors: readonly GraphQLError[] };

/** Bots send the same few texts again and again, and checking one takes longer than answering it. */
const REMEMBERED = 500;
const prepared = new Map<string, Prepared>();

export function prepare(query: string): Prepared {
  const known = prepared.get(query);
  if (known) return known;
  const result = check(query);
  const [oldest] = prepared.keys();
  if (prepared.size >= REMEMBERED && oldest !== undefined) prepared.delete(oldest);
  prepared.set(query, result);
  return result;
}

function check(query: string): Prepared {
  try {
    const document = parse(query);
    const errors = validate(githubSchema(), document);
    return errors.length === 0 ? { document, errors: null } : { document: null, errors };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [error] };
    throw error;
  }
}

/** The operation of that name, or the only one; null where GitHub could not tell which is meant. */
export function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (name !== null) return operations.find((operation) => operation.name?.value === name) ?? null;
  return operations.length === 1 ? (operations[0] ?? null) : null;
}
