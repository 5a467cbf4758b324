import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';

import type { Context, Resolve } from './context.js';
import { NotServed } from './errors.js';
import { RESOLVERS } from './resolvers.js';
import { watch } from './watch.js';

/**
 * Answers a field by the resolver of its type, else from the source's property of that name. What neither has is not
 * served, and says so: a null that GitHub would not give could pass for an answer.
 */
export const resolveField: GraphQLFieldResolver<unknown, Context, object> = (source, given, context, info) => {
  const what = `${info.parentType.name}.${info.fieldName}`;
  const resolve: Resolve<never> | undefined = RESOLVERS.get(info.parentType.name)?.[info.fieldName];
  const { args, unread } = watch(given);
  const value = resolve ? resolve(source as never, args as never, context, info) : propertyOf(source, info.fieldName);
  if (value === undefined) throw new NotServed(what);
  if (resolve) {
    // A default of the schema is no wish of the caller.
    const wished = new Set(info.fieldNodes.flatMap((node) => node.arguments?.map(({ name }) => name.value) ?? []));
    const ignored = unread().filter((name) => wished.has(name.split('.', 1)[0] ?? name));
    if (ignored.length > 0) throw new NotServed(`${what}(${ignored.join(', ')}:)`);
  }
  return value;
};

function propertyOf(source: unknown, name: string): unknown {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, name)) return undefined;
  return (source as Readonly<Record<string, unknown>>)[name];
}

/** Every source that can stand behind an interface or a union carries the name of its type. */
export const resolveType: GraphQLTypeResolver<unknown, Context> = (source, _context, info, abstract) => {
  const name = propertyOf(source, '__typename');
  if (typeof name === 'string') return name;
  throw new NotServed(`a type of ${abstract.name} at ${info.parentType.name}.${info.fieldName}`);
};
