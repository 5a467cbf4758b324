import type { GitHubClient } from '../github/clients.js';
import type { RawReview, RawText } from '../github/queries/fragments.js';
import { PAGES, type RawPages } from '../github/queries/pages.js';
import { SNAPSHOT, type RawPull, type RawSnapshot } from '../github/queries/snapshot.js';
import { present, query } from '../github/read.js';
import { ledgerFolder } from '../ledger/layout.js';
import type { Rules } from '../rules/schema.js';
import { accountsFor } from './accounts-for.js';
import type { Facts, Governing, Published, PullFacts, RepositoryRef } from './facts.js';
import { documentOf } from './document.js';
import { addedProposal, changedFiles, type ChangedFile } from './files.js';
import {
  governingKey,
  onDay,
  packRules,
  readGoverning,
  RULES_FILE,
  samePaths,
  type GoverningTexts,
} from './governing.js';
import type { GoverningMemory, RepositoryMemory, SubjectMemory } from './memory.js';
import { ownChecks, pullFacts, rememberOwn, saidInPull } from './pull.js';
import { readRecord, type RecordFacts } from './record.js';

export type { GoverningTexts };

/** What a look found: a proposal with all its facts, or a pull request that is none of Convenor's business. */
export type Look =
  | { kind: 'proposal'; facts: Facts; record: RecordFacts; pins: Governing['accounts']; settle: () => void }
  | { kind: 'other'; pull: PullFacts; repositoryId: string; rules: Rules; checks: Published; settle: () => void }
  | { kind: 'gone' };

/** Who looks, at what, when. */
export interface LookRequest {
  client: GitHubClient;
  appId: number;
  repository: RepositoryRef;
  number: number;
  memory: RepositoryMemory;
  /** The instant at which the look begins. */
  now: string;
}

/**
 * Gathers everything about one pull request: one request when warm, one more for a new head. Nothing is concluded here
 * from what could not be read: a failing or partial answer fails the look.
 */
export async function gather(request: LookRequest): Promise<Look> {
  const { client, repository, number, memory, now } = request;
  const subject = memory.subject(number);
  const assumed = memory.governing?.loaded.rules ?? packRules();
  let raw = await snapshot(request, subject, assumed);
  let governing = await governingOf(request, raw, assumed);
  const { rules } = governing.loaded;
  if (!samePaths(rules.paths, assumed.paths) || rules.record.branch !== assumed.record.branch) {
    raw = await snapshot(request, subject, rules);
    governing = await governingOf(request, raw, rules);
  }
  const branch = raw.repository?.defaultBranchRef;
  const rawPull = raw.repository?.pullRequest;
  if (!raw.repository || !branch || !rawPull) return { kind: 'gone' };
  const pull = pullFacts(rawPull, branch.name);
  const conversation = await wholeConversation(request, rawPull);
  rememberOwn(subject, rawPull, [...conversation.comments, ...conversation.reviews]);
  const published = publishedNow(raw.repository, rawPull, subject);
  const changed = await filesOf(request, subject, pull);
  const added = pull.intoDefault ? addedProposal(changed, rules.paths.proposals, number) : null;
  const settle = (): void => {
    subject.kind = added ? 'proposal' : 'other';
    subject.head = pull.head;
    subject.path = added?.path ?? null;
    subject.updatedAt = rawPull.updatedAt;
    subject.open = pull.state === 'open';
    subject.commentsAfter = conversation.commentsAfter;
    subject.reviewsAfter = conversation.reviewsAfter;
  };
  if (!added) return { kind: 'other', pull, repositoryId: raw.repository.id, rules, checks: published, settle };

  const record = readRecord(raw.repository.record, number);
  const document = await documentOf(request, rawPull, subject, added);
  const said = saidInPull(rawPull, conversation.reviews, conversation.comments);
  const { governance } = governing;
  const accounts = await accountsFor({ client, memory, record, governance, said, document });
  const now_: Governing = {
    commit: branch.target.oid,
    rules,
    sha256: governing.loaded.sha256,
    governance,
    accounts,
  };
  const facts: Facts = {
    now,
    repository: { ...repository, nodeId: raw.repository.id, defaultBranch: branch.name },
    pull,
    document,
    said,
    governing: now_,
    rulebook: new Map([...record.rulebook, [now_.sha256, rules]]),
    ledger: record.lines,
    published,
  };
  return { kind: 'proposal', facts, record, pins: accounts, settle };
}

async function snapshot(request: LookRequest, subject: SubjectMemory, rules: Rules): Promise<RawSnapshot> {
  const { client, appId, repository, number } = request;
  return query<RawSnapshot>(client, SNAPSHOT, {
    ...repository,
    number,
    appId,
    recordRef: `refs/heads/${rules.record.branch}`,
    ledgerFolder: ledgerFolder(number),
    rulesFile: RULES_FILE,
    workingGroups: rules.paths.workingGroups,
    interestGroups: rules.paths.interestGroups,
    maintainers: rules.paths.maintainers,
    roster: rules.paths.roster,
    path: subject.path ?? '',
    hasPath: subject.path !== null,
    commentsAfter: subject.commentsAfter,
    reviewsAfter: subject.reviewsAfter,
  });
}

/** What governs the repository, from memory while the files of the default branch are the same objects. */
async function governingOf(request: LookRequest, raw: RawSnapshot, rules: Rules): Promise<GoverningMemory> {
  const target = raw.repository?.defaultBranchRef?.target;
  if (!target) throw new Error('The repository has no default branch that could be read.');
  const key = governingKey(target);
  const asOf = request.now.slice(0, 10);
  const { memory, client, repository } = request;
  if (memory.governing?.key !== key || !samePaths(memory.governing.loaded.rules.paths, rules.paths)) {
    memory.governing = await readGoverning(client, repository, target.oid, key, rules.paths, asOf);
  }
  memory.governing = onDay(memory.governing, asOf);
  return memory.governing;
}

interface Conversation {
  comments: RawText[];
  reviews: RawReview[];
  commentsAfter: string | null;
  reviewsAfter: string | null;
}

/** All comments and reviews since the last look; a discussion of more than a hundred takes more requests. */
async function wholeConversation(request: LookRequest, raw: RawPull): Promise<Conversation> {
  let { comments, reviews } = raw;
  const all = { comments: present(comments.nodes), reviews: present(reviews?.nodes) };
  const subject = request.memory.subject(request.number);
  let commentsAfter = comments.pageInfo.endCursor ?? subject.commentsAfter;
  let reviewsAfter = reviews?.pageInfo.endCursor ?? subject.reviewsAfter;
  while (comments.pageInfo.hasNextPage || reviews?.pageInfo.hasNextPage) {
    const page = await query<RawPages>(request.client, PAGES, {
      ...request.repository,
      number: request.number,
      moreComments: comments.pageInfo.hasNextPage,
      commentsAfter,
      moreReviews: reviews?.pageInfo.hasNextPage ?? false,
      reviewsAfter,
    });
    const none = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
    comments = page.repository?.pullRequest?.comments ?? none;
    reviews = page.repository?.pullRequest?.reviews ?? none;
    all.comments.push(...present(comments.nodes));
    all.reviews.push(...present(reviews.nodes));
    commentsAfter = comments.pageInfo.endCursor ?? commentsAfter;
    reviewsAfter = reviews.pageInfo.endCursor ?? reviewsAfter;
  }
  return { ...all, commentsAfter, reviewsAfter };
}

async function filesOf(request: LookRequest, subject: SubjectMemory, pull: PullFacts): Promise<ChangedFile[]> {
  if (subject.files?.head !== pull.head || subject.files.base !== pull.base) {
    const changed = await changedFiles(request.client, request.repository, request.number);
    subject.files = { head: pull.head, base: pull.base, changed };
  }
  return subject.files.changed;
}

function publishedNow(
  repository: NonNullable<RawSnapshot['repository']>,
  raw: RawPull,
  subject: SubjectMemory,
): Published {
  const threads = present(raw.reviewThreads.nodes).flatMap((thread) => {
    const first = present(thread.comments.nodes)[0];
    const marker = first?.viewerDidAuthor ? /^<!-- convenor:(\S+) -->/.exec(first.body)?.[1] : undefined;
    return marker === undefined ? [] : [[marker, { nodeId: thread.id, isResolved: thread.isResolved }] as const];
  });
  return {
    posts: subject.posts,
    duplicates: [...subject.duplicates.values()],
    threads: new Map(threads),
    labels: new Map(present(repository.labels?.nodes).map(({ name, id }) => [name, id])),
    unaskable: subject.unaskable,
    checks: ownChecks(raw),
    reactions: subject.reactions,
  };
}
