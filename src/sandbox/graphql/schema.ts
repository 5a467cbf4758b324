import { readFileSync } from 'node:fs';

import {
  buildASTSchema,
  GraphQLError,
  GraphQLScalarType,
  Kind,
  parse,
  type GraphQLSchema,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

/** What GitHub accepts as input for its own scalars. Outputs are made right where they are made. */
const SCALARS: Readonly<Record<string, { pattern: RegExp; says: string }>> = {
  Base64String: { pattern: /^[A-Za-z0-9+/\s]*={0,2}\s*$/, says: 'base64 text' },
  BigInt: { pattern: /^-?\d+$/, says: 'a whole number' },
  DateTime: { pattern: /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/, says: 'an ISO 8601 date' },
  GitObjectID: { pattern: /^[0-9a-f]{40}$/, says: '40 hexadecimal digits' },
  GitRefname: { pattern: /^refs\/.+$/, says: 'a full name such as refs/heads/main' },
  GitTimestamp: { pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:?\d\d)$/, says: 'an ISO 8601 instant' },
};

let built: GraphQLSchema | undefined;

/**
 * GitHub's official schema, built once for each process (about a fifth of a second). It is known to be valid, and
 * nobody asks where in the file a type stands, so neither is computed.
 */
export function githubSchema(): GraphQLSchema {
  return (built ??= build());
}

function build(): GraphQLSchema {
  // The package's own entry point parses five megabytes of JSON that are not needed here.
  const text = readFileSync(new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema')), 'utf8');
  const schema = buildASTSchema(parse(text, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
  for (const [name, { pattern, says }] of Object.entries(SCALARS)) {
    const scalar = schema.getType(name);
    if (!(scalar instanceof GraphQLScalarType)) throw new Error(`GitHub's schema has no scalar ${name}`);
    const check = (value: unknown): unknown => {
      if (typeof value === 'string' && pattern.test(value)) return value;
      if (typeof value === 'number' && name === 'BigInt') return String(value);
      throw new GraphQLError(`${name} must be ${says}, got ${JSON.stringify(value)}`);
    };
    scalar.parseValue = check;
    scalar.parseLiteral = (node: ValueNode) => {
      if (node.kind === Kind.STRING || node.kind === Kind.INT) return check(node.value);
      return check(valueFromASTUntyped(node));
    };
  }
  return schema;
}
