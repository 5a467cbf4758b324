import { actorId } from '../../state/access.js';
import type { Node } from '../../state/nodes.js';
import type { Account, Label, Repository } from '../../state/types.js';
import type { Context, Resolve } from '../context.js';
import { encodeCursor } from '../connection.js';
import { unresolved } from '../errors.js';
import { findVisible } from '../nodes.js';
import { actor, type AccountSource } from '../sources.js';

/** A mutation by what it does with its input. The payload gets the caller's own mark back, as Relay asks. */
export function mutation(run: (input: never, context: Context) => object): Resolve<unknown> {
  return (_root, { input }: { input: { clientMutationId?: string | null } }, context) => {
    const clientMutationId = input.clientMutationId ?? null;
    return { ...run(input as never, context), clientMutationId };
  };
}

type NodeOf<Type extends Node['type'], Each = Node> = Each extends { type: infer Types }
  ? Types extends Type
    ? Each
    : Type extends Types
      ? Each
      : never
  : never;

/** What a mutation is to act on. @throws NOT_FOUND where the id leads to nothing that the caller sees of these types. */
export function target<Type extends Node['type']>(
  context: Context,
  id: string,
  ...types: [Type, ...Type[]]
): NodeOf<Type> {
  const node = findVisible(context, id);
  if (node === null || !(types as readonly string[]).includes(node.type)) throw unresolved(id);
  return node as NodeOf<Type>;
}

/** The users of these ids. */
export function users(context: Context, ids: readonly string[]): Account[] {
  return ids.map((id) => target(context, id, 'User', 'Bot').value);
}

/** The labels of these ids, all of one repository. */
export function labels(context: Context, repository: Repository, ids: readonly string[]): Label[] {
  return ids.map((id) => {
    const label = target(context, id, 'Label');
    if (label.repository !== repository) throw unresolved(id);
    return label.value;
  });
}

/** Who acts, for payloads that name them. */
export const acting = ({ state, caller }: Context): AccountSource | null => actor(state, actorId(caller));

/** An edge around something just made. */
export const edge = (key: number | string, node: object): object => ({ cursor: encodeCursor(key), node });

/** `TOO_HEATED` to `too heated`, `NOT_PLANNED` to `not_planned`: GraphQL's words in REST's spelling. */
export const lower = <Word extends string>(word: Word): Lowercase<Word> => word.toLowerCase() as Lowercase<Word>;
