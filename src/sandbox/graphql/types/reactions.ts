import type * as Schema from '@octokit/graphql-schema';

import type { Reaction as ReactionState, ReactionContent } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { sorted, type Order } from '../order.js';
import { viewerId } from '../permissions.js';
import { actor, databaseId, on, type ReactableSource, type ReactionSource } from '../sources.js';

/** GraphQL's words for reactions, in the order in which it lists groups. */
const WORDS = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
} as const satisfies Record<Schema.ReactionContent, ReactionContent>;

export const toRest = (word: Schema.ReactionContent): ReactionContent => WORDS[word];

const toGraphql = (content: ReactionContent): Schema.ReactionContent =>
  (Object.keys(WORDS) as Schema.ReactionContent[]).find((word) => WORDS[word] === content) ?? 'THUMBS_UP';

const ofViewer = (context: Context, reactions: readonly ReactionState[]): boolean =>
  reactions.some(({ userId }) => userId !== null && userId === viewerId(context));

/** What can be reacted to. */
export const REACTABLE = {
  reactions: (
    subject,
    args: PageArgs & { content?: Schema.ReactionContent | null; orderBy?: Order | null },
    context,
  ) => {
    const { content } = args;
    const found = subject.value.reactions.filter((one) => content == null || one.content === toRest(content));
    return connection(
      sorted(found, args.orderBy, { CREATED_AT: ({ createdAt }) => createdAt }),
      args,
      { key: ({ id }) => id, node: (reaction) => reactionSource(subject, reaction) },
      { viewerHasReacted: ofViewer(context, found) },
    );
  },
  reactionGroups: (subject) => reactionGroups(subject),
  viewerCanReact: ({ repository }) => !repository.archived,
} satisfies FieldsOf<Schema.Reactable, ReactableSource>;

export const reactionSource = (subject: ReactableSource, reaction: ReactionState): ReactionSource =>
  on('Reaction', subject.repository, { reaction, subject });

interface GroupSource {
  readonly subject: ReactableSource;
  readonly word: Schema.ReactionContent;
}

/** A group for every kind of reaction, those that nobody gave included. */
export const reactionGroups = (subject: ReactableSource): GroupSource[] =>
  (Object.keys(WORDS) as Schema.ReactionContent[]).map((word) => ({ subject, word }));

const membersOf = ({ subject, word }: GroupSource): ReactionState[] =>
  subject.value.reactions.filter(({ content }) => content === toRest(word));

function reactors(group: GroupSource, args: PageArgs, { state }: Context): object {
  // An edge needs its person: who deleted their account has none.
  const known = membersOf(group).filter(({ userId }) => actor(state, userId) !== null);
  return connection(known, args, {
    key: ({ id }) => id,
    node: ({ userId }) => actor(state, userId),
    edge: ({ createdAt }) => ({ reactedAt: createdAt }),
  });
}

export const ReactionGroup = {
  content: ({ word }) => word,
  createdAt: (group) => membersOf(group)[0]?.createdAt ?? null,
  subject: ({ subject }) => subject,
  users: reactors,
  reactors,
  viewerHasReacted: (group, _args, context) => ofViewer(context, membersOf(group)),
} satisfies FieldsOf<Schema.ReactionGroup, GroupSource>;

export const Reaction = {
  id: ({ value }) => value.reaction.nodeId,
  databaseId: ({ value }) => databaseId(value.reaction.id),
  content: ({ value }) => toGraphql(value.reaction.content),
  createdAt: ({ value }) => value.reaction.createdAt,
  reactable: ({ value }) => value.subject,
  user: ({ value }, _args, { state }) => actor(state, value.reaction.userId),
} satisfies FieldsOf<Schema.Reaction, ReactionSource>;
