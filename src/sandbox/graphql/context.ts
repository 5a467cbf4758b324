import type { GraphQLResolveInfo } from 'graphql';

import type { HandlerContext } from '../http-types.js';

/** What each resolver is given beside its source and arguments. */
export interface Context extends HandlerContext {
  /** Counted before the call runs. */
  demand: { cost: number; nodeCount: number };
}

/** `args: never` lets each resolver name the arguments that it reads; graphql-js has checked them by the schema. */
export type Resolve<Source> = (source: Source, args: never, context: Context, info: GraphQLResolveInfo) => unknown;

/** Fields that GitHub's schema has and the types of its package, which are made less often, have not. */
type NewerFields = 'clientId' | 'parent' | 'viewerCanLabel';

/** Resolvers of the fields of one type. `Type` is its shape in GitHub's schema, so that a misspelt field is refused. */
export type FieldsOf<Type, Source> = Partial<Record<Exclude<keyof Type, '__typename'> | NewerFields, Resolve<Source>>>;
