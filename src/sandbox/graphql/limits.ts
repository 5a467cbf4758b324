import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The most nodes that one call may ask for, and the most on a page (GitHub's "Rate limits and query limits"). */
const MOST_NODES = 500_000;
const LARGEST_PAGE = 100;
const MOST_NODE_IDS = 100;

/** What a call asks for, counted before it runs, by GitHub's own formulas. */
export interface Demand {
  /** Points against the hourly limit: requests that the connections need, by the hundred, one at least. */
  cost: number;
  /** Nodes that the call could return at most. */
  nodeCount: number;
  /** Why GitHub would not run it. */
  errors: GraphQLError[];
}

interface Walk {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
  requests: number;
  nodes: number;
  errors: GraphQLError[];
}

/**
 * Counts a valid operation: every connection is fetched once for each node that its ancestors can return.
 * @param variables coerced, defaults included.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Demand {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const walk: Walk = { schema, fragments, variables, requests: 0, nodes: 0, errors: [] };
  const root = schema.getRootType(operation.operation);
  if (root !== undefined && root !== null) visit(walk, root, operation.selectionSet, 1, []);
  if (walk.nodes > MOST_NODES) {
    const count = walk.nodes.toLocaleString('en-US');
    const message = `This query requests up to ${count} possible nodes which exceeds the maximum limit of 500,000.`;
    walk.errors.push(refusal('MAX_NODE_LIMIT_EXCEEDED', message, operation, []));
  }
  return { cost: Math.max(1, Math.round(walk.requests / 100)), nodeCount: walk.nodes, errors: walk.errors };
}

function visit(walk: Walk, type: GraphQLNamedType, set: SelectionSetNode, factor: number, path: string[]): void {
  for (const selection of set.selections) {
    switch (selection.kind) {
      case Kind.FIELD:
        visitField(walk, type, selection, factor, path);
        break;
      case Kind.INLINE_FRAGMENT: {
        const condition = selection.typeCondition;
        const inside = condition === undefined ? type : walk.schema.getType(condition.name.value);
        if (inside !== undefined) visit(walk, inside, selection.selectionSet, factor, path);
        break;
      }
      case Kind.FRAGMENT_SPREAD: {
        const fragment = walk.fragments.get(selection.name.value);
        const inside = fragment && walk.schema.getType(fragment.typeCondition.name.value);
        if (inside) visit(walk, inside, fragment.selectionSet, factor, path);
        break;
      }
    }
  }
}

function visitField(walk: Walk, parent: GraphQLNamedType, node: FieldNode, factor: number, path: string[]): void {
  if (!isCompositeType(parent) || !('getFields' in parent) || node.name.value.startsWith('__')) return;
  const field = parent.getFields()[node.name.value];
  if (field === undefined) return;
  const here = [...path, (node.alias ?? node.name).value];
  const args = getArgumentValues(field, node, walk.variables);
  const size = isConnection(field) ? pageSize(walk, field, args, node, here) : 1;
  if (isConnection(field)) {
    walk.requests += factor;
    walk.nodes += factor * size;
  }
  if (field.name === 'nodes' && Array.isArray(args['ids']) && args['ids'].length > MOST_NODE_IDS) {
    const message = `You may not provide more than ${MOST_NODE_IDS} node ids; you provided ${args['ids'].length}.`;
    walk.errors.push(refusal('ARGUMENT_LIMIT', message, node, here));
  }
  if (node.selectionSet) visit(walk, getNamedType(field.type), node.selectionSet, factor * size, here);
}

function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  const type = getNamedType(field.type);
  return isObjectType(type) && type.name.endsWith('Connection') && field.args.some(({ name }) => name === 'first');
}

/** The nodes that a page can have. A connection that is only asked for its count needs no page, and has none. */
function pageSize(
  walk: Walk,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
  node: FieldNode,
  path: string[],
): number {
  const given = (['first', 'last'] as const).filter((name) => typeof args[name] === 'number');
  const [bound] = given;
  const refuse = (type: string, message: string): number => {
    walk.errors.push(refusal(type, message, node, path));
    return 0;
  };
  if (bound === undefined) {
    if (!turnsPages(walk, node.selectionSet)) return 0;
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field.name}\` connection.`;
    return refuse('MISSING_PAGINATION_BOUNDARIES', message);
  }
  if (given.length > 1) {
    const message = `Passing both \`first\` and \`last\` values to paginate the \`${field.name}\` connection is not supported.`;
    return refuse('INVALID_PAGINATION_BOUNDARIES', message);
  }
  const size = Number(args[bound]);
  if (size < 1) {
    const message = `\`${bound}\` on the \`${field.name}\` connection cannot be less than one: ask for 1 to ${LARGEST_PAGE} records.`;
    return refuse('INVALID_PAGINATION_BOUNDARIES', message);
  }
  if (size > LARGEST_PAGE) {
    const message = `Requesting ${size} records on the \`${field.name}\` connection exceeds the \`${bound}\` limit of ${LARGEST_PAGE} records.`;
    return refuse('EXCESSIVE_PAGINATION', message);
  }
  return size;
}

function turnsPages(walk: Walk, set: SelectionSetNode | undefined): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD) return ['nodes', 'edges', 'pageInfo'].includes(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return turnsPages(walk, selection.selectionSet);
    return turnsPages(walk, walk.fragments.get(selection.name.value)?.selectionSet);
  });
}

function refusal(
  type: string,
  message: string,
  node: FieldNode | OperationDefinitionNode,
  path: string[],
): GraphQLError {
  return new GraphQLError(message, { nodes: [node], path, extensions: { type } });
}
