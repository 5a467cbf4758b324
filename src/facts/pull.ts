import type { RawPull } from '../github/queries/snapshot.js';
import type { RawText } from '../github/queries/fragments.js';
import { pullState } from '../github/own-pulls.js';
import { present } from '../github/read.js';
import type { Conversation } from './conversation.js';
import type { OwnPost, PullFacts, Said } from './facts.js';
import type { SubjectMemory } from './memory.js';
import type { Rules } from '../rules/schema.js';
import { saidByAssigning } from './assignments.js';
import { saidByReviewing } from './positions.js';
import { accountOf, markerOf, saidIn, saidInReview } from './texts.js';

/** The pull request of a snapshot as facts. */
export function pullFacts(raw: RawPull, defaultBranch: string): PullFacts {
  return {
    number: raw.number,
    nodeId: raw.id,
    title: raw.title,
    url: raw.url,
    author: accountOf(raw.author),
    createdAt: raw.createdAt,
    updatedAt: raw.updatedAt,
    state: pullState(raw.state),
    closedAt: raw.closedAt,
    reopenedAt: present(raw.reopened.nodes)[0]?.createdAt ?? null,
    locked: raw.locked,
    locks: present(raw.locks.nodes).map(({ __typename, createdAt: at }) => ({
      at,
      locked: __typename === 'LockedEvent',
    })),
    base: raw.baseRefName,
    intoDefault: raw.baseRefName === defaultBranch,
    head: raw.headRefOid,
    pushedBy: pushedBy(raw),
    hasBranch: raw.headRef !== null,
    labels: present(raw.labels?.nodes).map(({ id, name }) => ({ name, nodeId: id })),
    assignees: present(raw.assignees.nodes).flatMap((actor) => accountOf(actor) ?? []),
    reviews: raw.submitted?.totalCount ?? 0,
    askedForReview: idsAsked(present(raw.reviewRequests?.nodes)),
    requested: present(raw.timelineItems.nodes).flatMap(({ createdAt: at, requestedReviewer }) => {
      const id = accountOf(requestedReviewer)?.id;
      return id === undefined ? [] : [{ id, at }];
    }),
  };
}

/** A commit of a bot's has no user behind it, and a name that no person can have. */
function pushedBy(raw: RawPull): PullFacts['pushedBy'] {
  const author = present(raw.commits.nodes)[0]?.commit.author ?? null;
  const user = author?.user ?? null;
  const who = user?.databaseId == null ? null : { id: user.databaseId, login: user.login };
  return { who, isBot: who === null && (author?.name?.endsWith('[bot]') ?? false) };
}

const idsAsked = (nodes: { requestedReviewer: Parameters<typeof accountOf>[0] }[]): number[] =>
  nodes.flatMap((node) => accountOf(node.requestedReviewer)?.id ?? []);

/** What of a pull request says something beside its comments and reviews. */
export type SpokenIn = RawText & Pick<RawPull, 'assignments' | 'dismissals'>;

/**
 * Every command in a snapshot's texts, and who took the proposal on without a word.
 * @param rules whether reviews are ballots is theirs to say
 */
export function saidInPull(
  raw: SpokenIn,
  { reviews, comments }: Pick<Conversation, 'reviews' | 'comments'>,
  rules: Rules,
): Said[] {
  const verbs = rules.commands;
  return [
    ...saidIn(raw, 'description', raw.createdAt, verbs),
    ...comments.flatMap((comment) => saidIn(comment, 'comment', comment.createdAt, verbs)),
    ...reviews.flatMap((review) => saidInReview(review, verbs)),
    ...saidByAssigning(raw),
    ...(rules.rules['review-ballots'].count ? saidByReviewing(raw, reviews, verbs) : []),
  ];
}

/** Remembers what Convenor itself has put under a pull request or an issue, as the texts of a snapshot show it. */
export function rememberOwn(memory: SubjectMemory, raw: RawText, texts: readonly RawText[]): void {
  for (const text of [raw, ...texts]) {
    const own = (text.reactionGroups ?? []).filter((group) => group.viewerHasReacted).map((group) => group.content);
    if (own.length > 0) memory.reactions.set(text.id, new Set(own));
    const marker = text.viewerDidAuthor ? markerOf(text.body) : null;
    if (marker === null) continue;
    const post = { nodeId: text.id, url: text.url, marker, body: text.body, at: text.createdAt };
    const known = memory.posts.get(marker);
    const isSpare = known !== undefined && known.nodeId !== text.id && isBefore(known, post);
    if (isSpare) memory.duplicates.set(text.id, post);
    else memory.posts.set(marker, post);
    if (known && known.nodeId !== text.id && !isSpare) memory.duplicates.set(known.nodeId, known);
  }
}

/** Of two posts with one marker every process keeps the same: if each kept its own, each would delete the other's. */
const isBefore = (a: OwnPost, b: OwnPost): boolean => (a.at === b.at ? a.nodeId < b.nodeId : a.at < b.at);
