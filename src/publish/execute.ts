import { RequestError } from '@octokit/request-error';
import type { Facts, PullFacts } from '../facts/facts.js';
import type { SubjectMemory } from '../facts/memory.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation, type FieldError } from '../github/mutation.js';
import { refusal } from '../github/refused.js';
import { addCheck } from './check-run.js';
import type { Write } from './write.js';

/** Where writes go, and what is remembered of those that came through. */
export interface Target {
  client: GitHubClient;
  facts: Pick<Facts, 'repository'> & { pull: Pick<PullFacts, 'number' | 'nodeId' | 'locked'> };
  memory: SubjectMemory;
}

/**
 * Writes a plan in one aliased mutation: each field has its own effect, even where another fails, and what came through
 * is remembered. Anything that failed fails the look, which is then run again and finds the rest still to do.
 */
export async function execute(writes: readonly Write[], target: Target): Promise<void> {
  const mutation = new Mutation();
  const refusals: Error[] = [];
  for (const write of writes) {
    // A label that may not be made holds up neither the checks nor the rest.
    await add(mutation, write, target).catch((error: unknown) => {
      const refused = refusal(error);
      if (!refused) throw error;
      refusals.push(refused);
    });
  }
  if (!mutation.isEmpty) await send(mutation, target);
  const [refused] = refusals;
  if (refused) throw refused;
}

async function send(mutation: Mutation, { client, memory, facts }: Target): Promise<void> {
  const isLocked = facts.pull.locked;
  const { data, errors } = await mutation.run(client);
  for (const [alias, write] of mutation.entries())
    remember(memory, write as Write, data[alias] ?? null, errors.get(alias) ?? null);
  const serious = [...errors].filter(
    ([alias, error]) => !isExpected(mutation.payload(alias) as Write, error, isLocked),
  );
  const failure = mutation.failure(new Map(serious));
  if (failure) throw failure;
}

/**
 * A comment that was deleted cannot be reacted to, somebody without access cannot be asked, and a pull request whose
 * branch went another way cannot be opened again; and in a conversation that somebody has locked nothing is said: none of
 * these is a failure.
 */
const isExpected = (write: Write, { type, message }: FieldError, isLocked: boolean): boolean =>
  (type === 'FORBIDDEN' && isSaid(write) && (isLocked || /\bis locked\b/.test(message))) ||
  (write.kind === 'react' && type === 'NOT_FOUND') ||
  (write.kind === 'ask' && type === 'UNPROCESSABLE') ||
  ((write.kind === 'close' || write.kind === 'reopen') && type === 'UNPROCESSABLE') ||
  ((write.kind === 'delete' || write.kind === 'resolve') && type === 'NOT_FOUND');

/** Whether something is said in the conversation by it. */
const isSaid = ({ kind }: Write): boolean =>
  ['comment', 'edit', 'delete', 'react', 'suggest', 'resolve'].includes(kind);

async function add(mutation: Mutation, write: Write, { client, facts }: Target): Promise<void> {
  const subject = facts.pull.nodeId;
  switch (write.kind) {
    case 'comment':
      mutation.add(
        write,
        'addComment',
        { subjectId: subject, body: write.body },
        'commentEdge { node { id url body createdAt } }',
      );
      break;
    case 'edit':
      mutation.add(
        write,
        'updateIssueComment',
        { id: write.nodeId, body: write.body },
        'issueComment { id url body createdAt }',
      );
      break;
    case 'delete':
      mutation.add(write, 'deleteIssueComment', { id: write.nodeId });
      break;
    case 'label': {
      const ids = write.nodeIds.filter((id) => id !== null);
      if (ids.length === write.names.length) {
        mutation.add(write, 'addLabelsToLabelable', { labelableId: subject, labelIds: ids });
      } else {
        // REST adds labels by name and makes those that the repository does not have yet.
        const { owner, name: repo } = facts.repository;
        await client.rest.issues.addLabels({ owner, repo, issue_number: facts.pull.number, labels: write.names });
      }
      break;
    }
    case 'unlabel':
      mutation.add(write, 'removeLabelsFromLabelable', { labelableId: subject, labelIds: write.nodeIds });
      break;
    case 'react':
      mutation.add(write, 'addReaction', { subjectId: write.nodeId, content: write.content });
      break;
    case 'suggest': {
      const { path, head } = write;
      const threads = write.threads.map(({ line, startLine, body }) => {
        const place = { path, line, side: 'RIGHT', body };
        return startLine < line ? { ...place, startLine, startSide: 'RIGHT' } : place;
      });
      mutation.add(write, 'addPullRequestReview', {
        pullRequestId: subject,
        commitOID: head,
        event: 'COMMENT',
        threads,
      });
      break;
    }
    case 'resolve':
      mutation.add(write, 'resolveReviewThread', { threadId: write.nodeId });
      break;
    case 'close':
      mutation.add(write, 'closePullRequest', { pullRequestId: subject });
      break;
    case 'reopen':
      mutation.add(write, 'reopenPullRequest', { pullRequestId: subject });
      break;
    case 'ask':
      mutation.add(write, 'requestReviews', { pullRequestId: subject, userIds: [write.person.nodeId], union: true });
      break;
    case 'unask': {
      // GraphQL only sets the whole list anew, and would drop whom somebody has asked meanwhile.
      const { owner, name: repo } = facts.repository;
      const reviewers = { reviewers: [write.login] };
      await client.rest.pulls
        .removeRequestedReviewers({ owner, repo, pull_number: facts.pull.number, ...reviewers })
        .catch(unlessGone);
      break;
    }
    case 'check':
      addCheck(mutation, write, facts.repository.nodeId);
  }
}

/** Whoever has another login by now, or no account, is on no list that could be changed by it. */
function unlessGone(error: unknown): void {
  if (!(error instanceof RequestError && error.status === 422)) throw error;
}

interface Posted {
  id: string;
  url: string;
  body: string;
  createdAt: string;
}

/** Keeps what came through, so that the next look does not have to ask for it. */
function remember(memory: SubjectMemory, write: Write, data: unknown, error: FieldError | null): void {
  if (error?.type === 'NOT_FOUND') forget(memory, write);
  if (write.kind === 'ask' && error) memory.unaskable.add(write.person.id);
  if ((write.kind === 'close' || write.kind === 'reopen') && error) memory.refused.add(write.key);
  if (write.kind === 'react') {
    // A comment that is gone needs no reaction any more.
    memory.reactions.set(write.nodeId, new Set([...(memory.reactions.get(write.nodeId) ?? []), write.content]));
  }
  if (error) return;
  const payload = data as { commentEdge?: { node: Posted }; issueComment?: Posted } | null;
  const post = payload?.commentEdge?.node ?? payload?.issueComment;
  if ((write.kind === 'comment' || write.kind === 'edit') && post) {
    const { id: nodeId, url, body, createdAt: at } = post;
    memory.posts.set(write.marker, { nodeId, url, marker: write.marker, body, at });
  }
  if (write.kind === 'delete') forget(memory, write);
}

/** What is deleted, by us or somebody else, is not there to be edited or removed any more: the next look makes it anew or lets it be. */
function forget(memory: SubjectMemory, write: Write): void {
  if (write.kind === 'edit') memory.posts.delete(write.marker);
  if (write.kind !== 'delete') return;
  memory.duplicates.delete(write.nodeId);
  for (const [marker, { nodeId }] of memory.posts) if (nodeId === write.nodeId) memory.posts.delete(marker);
}
