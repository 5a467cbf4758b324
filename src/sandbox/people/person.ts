import type { FileChanges, ReviewEvent } from '../actions/types.js';
import { suggestionOf } from '../actions/suggestions.js';
import { atLeast, permissionLevel } from '../state/access.js';
import { needAccount, needRepository } from '../state/find.js';
import type {
  Account,
  Caller,
  CheckRun,
  Discussion,
  IssueComment,
  PullRequest,
  ReactionContent,
  Repository,
  Review,
  ReviewComment,
  Team,
} from '../state/types.js';
import type { IssueHandle, PullRequestHandle } from './handles.js';
import type { World } from './world.js';

export interface OpensPullRequest {
  repo: Repository;
  files: FileChanges;
  title: string;
  body?: string;
  branch?: string;
  base?: string;
  draft?: boolean;
  /** From a fork of their own where missing, unless they have write access. */
  from?: 'fork' | 'branch';
}

/** Somebody who acts on GitHub. Each act is told to the bot, which is waited for. */
export class Person {
  constructor(
    private readonly world: World,
    readonly id: number,
  ) {}

  get account(): Account {
    return needAccount(this.world.sandbox.state, this.id);
  }

  get login(): string {
    return this.account.login;
  }

  /** As whom they act. */
  get caller(): Caller {
    return { kind: 'user', userId: this.id };
  }

  private get do() {
    return this.world.sandbox.actions;
  }

  private acts<T>(act: () => T): Promise<T> {
    return this.world.acts(act);
  }

  async opensPullRequest(input: OpensPullRequest): Promise<PullRequestHandle> {
    const { state } = this.world.sandbox;
    const { repo, files, title } = input;
    const writes = atLeast(permissionLevel(state, this.id, repo), 'write');
    const forks = (input.from ?? (writes ? 'branch' : 'fork')) === 'fork';
    const branch = input.branch ?? `change-${String(repo.nextNumber)}`;
    const base = input.base ?? repo.defaultBranch;
    const pull = await this.acts(() => {
      const head = forks ? this.do.forkRepository(this.caller, { repository: repo }) : repo;
      const from = repo.refs.get(`refs/heads/${base}`);
      this.do.push(this.caller, head, { branch, files, message: title, ...(from === undefined ? {} : { from }) });
      const { body = '', draft = false } = input;
      return this.do.openPull(this.caller, repo, { title, body, draft, head: branch, headRepository: head, base });
    });
    return this.world.pull(repo, pull.number);
  }

  async opensIssue(input: { repo: Repository; title: string; body?: string; labels?: string[] }): Promise<IssueHandle> {
    const { repo, ...rest } = input;
    const issue = await this.acts(() => this.do.openIssue(this.caller, repo, rest));
    return this.world.issue(repo, issue.number);
  }

  startsDiscussion(input: { repo: Repository; category: string; title: string; body?: string }): Promise<Discussion> {
    const { repo, body = 'The agenda.', ...rest } = input;
    return this.acts(() => this.do.startDiscussion(this.caller, repo, { ...rest, body }));
  }

  async commentsOnDiscussion(discussion: Discussion, body: string): Promise<void> {
    await this.acts(() => this.do.commentOnDiscussion(this.caller, discussion, body));
  }

  /** Pushes to the pull request's branch. */
  pushes(pull: PullRequestHandle, { files, message }: { files: FileChanges; message?: string }): Promise<void> {
    return this.pushesToHead(pull, { files, ...(message === undefined ? {} : { message }) });
  }

  /** Rewrites the pull request's branch from the base as it is now. */
  forcePushes(pull: PullRequestHandle, { files }: { files: FileChanges }): Promise<void> {
    const from = pull.repository.refs.get(`refs/heads/${pull.now.base.ref}`) ?? pull.now.base.oid;
    return this.pushesToHead(pull, { files, from, force: true });
  }

  renamesFile(pull: PullRequestHandle, from: string, to: string): Promise<void> {
    return this.pushesToHead(pull, { files: {}, rename: [{ from, to }] });
  }

  private async pushesToHead(
    pull: PullRequestHandle,
    input: {
      files: FileChanges;
      message?: string;
      from?: string;
      force?: boolean;
      rename?: { from: string; to: string }[];
    },
  ): Promise<void> {
    await this.acts(() => this.do.push(this.caller, this.headOf(pull), { branch: pull.now.head.ref, ...input }));
  }

  private headOf(pull: PullRequestHandle): Repository {
    const { repositoryId } = pull.now.head;
    if (repositoryId === null) throw new Error('The head repository is gone');
    return needRepository(this.world.sandbox.state, repositoryId);
  }

  /** Pushes to a branch of a repository, the default branch where none is named. */
  async pushesTo(repo: Repository, files: FileChanges, branch = repo.defaultBranch): Promise<void> {
    await this.acts(() => this.do.push(this.caller, repo, { branch, files }));
  }

  comments(on: IssueHandle, body: string): Promise<IssueComment> {
    return this.acts(() => this.do.createComment(this.caller, on.now, body));
  }

  editsComment(comment: IssueComment, body: string): Promise<IssueComment> {
    return this.acts(() => this.do.editComment(this.caller, comment, body));
  }

  deletesComment(comment: IssueComment): Promise<void> {
    return this.acts(() => this.do.deleteComment(this.caller, comment));
  }

  hidesComment(comment: IssueComment): Promise<void> {
    return this.acts(() => this.do.minimizeComment(this.caller, comment, 'OFF_TOPIC'));
  }

  async reacts(to: IssueComment | Review | ReviewComment, content: ReactionContent): Promise<void> {
    await this.acts(() => this.do.addReaction(this.caller, to, content));
  }

  approves(pull: PullRequestHandle, { body = '' }: { body?: string } = {}): Promise<Review> {
    return this.reviews(pull, 'APPROVE', body);
  }

  requestsChanges(pull: PullRequestHandle, { body }: { body: string }): Promise<Review> {
    return this.reviews(pull, 'REQUEST_CHANGES', body);
  }

  reviewsWithComment(pull: PullRequestHandle, { body }: { body: string }): Promise<Review> {
    return this.reviews(pull, 'COMMENT', body);
  }

  private reviews(pull: PullRequestHandle, event: ReviewEvent, body: string): Promise<Review> {
    return this.acts(() => this.do.createReview(this.caller, pull.now, { event, body }));
  }

  editsReview(review: Review, body: string): Promise<Review> {
    return this.acts(() => this.do.editReview(this.caller, review, body));
  }

  dismissesReview(review: Review, message = 'Out of date'): Promise<Review> {
    return this.acts(() => this.do.dismissReview(this.caller, review, message));
  }

  commentsOnLine(
    pull: PullRequestHandle,
    place: { path: string; line: number; startLine?: number; body: string },
  ): Promise<ReviewComment> {
    return this.acts(() => this.do.createReviewComment(this.caller, pull.now, place));
  }

  /** Accepts a suggestion: of the given comment, or the newest that still stands. */
  async acceptsSuggestion(pull: PullRequestHandle, comment?: ReviewComment): Promise<PullRequest> {
    const chosen =
      comment ?? pull.now.reviewComments.findLast(({ body, line }) => line !== null && suggestionOf(body) !== null);
    if (chosen === undefined) throw new Error('There is no suggestion to accept');
    return this.acts(() => this.do.acceptSuggestion(this.caller, chosen));
  }

  resolvesThread(pull: PullRequestHandle, comment: ReviewComment, resolved = true): Promise<void> {
    return this.acts(() => this.do.setThreadResolved(this.caller, pull.now, comment.threadId, resolved));
  }

  requestsReview(pull: PullRequestHandle, whom: { users?: Person[]; teams?: Team[] }): Promise<PullRequest> {
    const users = (whom.users ?? []).map(({ account }) => account);
    return this.acts(() => this.do.requestReviewers(this.caller, pull.now, { users, teams: whom.teams ?? [] }));
  }

  merges(pull: PullRequestHandle, method: 'merge' | 'squash' | 'rebase' = 'merge'): Promise<PullRequest> {
    return this.acts(() => this.do.mergePull(this.caller, pull.now, { method }));
  }

  async closes(on: IssueHandle): Promise<void> {
    await this.acts(() => this.setsState(on, 'closed'));
  }

  async reopens(on: IssueHandle): Promise<void> {
    await this.acts(() => this.setsState(on, 'open'));
  }

  private setsState(on: IssueHandle, state: 'open' | 'closed'): void {
    const now = on.now;
    if (now.kind === 'pull') this.do.editPull(this.caller, now, { state });
    else this.do.editIssue(this.caller, now, { state });
  }

  async edits(on: IssueHandle, changes: { title?: string; body?: string }): Promise<void> {
    await this.acts(() => {
      const now = on.now;
      if (now.kind === 'pull') this.do.editPull(this.caller, now, changes);
      else this.do.editIssue(this.caller, now, changes);
    });
  }

  async changesBase(pull: PullRequestHandle, base: string): Promise<void> {
    await this.acts(() => this.do.editPull(this.caller, pull.now, { base }));
  }

  async marksReady(pull: PullRequestHandle, ready = true): Promise<void> {
    await this.acts(() => this.do.setDraft(this.caller, pull.now, !ready));
  }

  assignsThemselves(on: IssueHandle): Promise<void> {
    return this.assigns(on, this);
  }

  assigns(on: IssueHandle, ...people: Person[]): Promise<void> {
    return this.acts(() =>
      this.do.addAssignees(
        this.caller,
        on.now,
        people.map(({ account }) => account),
      ),
    );
  }

  unassigns(on: IssueHandle, ...people: Person[]): Promise<void> {
    return this.acts(() =>
      this.do.removeAssignees(
        this.caller,
        on.now,
        people.map(({ account }) => account),
      ),
    );
  }

  labels(on: IssueHandle, ...names: string[]): Promise<void> {
    return this.acts(() => this.do.addLabels(this.caller, on.now, names));
  }

  unlabels(on: IssueHandle, name: string): Promise<void> {
    return this.acts(() => this.do.removeLabel(this.caller, on.now, name));
  }

  locks(on: IssueHandle): Promise<void> {
    return this.acts(() => this.do.lock(this.caller, on.now));
  }

  deletesBranch(pull: PullRequestHandle): Promise<void> {
    return this.acts(() => this.do.deleteRef(this.caller, this.headOf(pull), `refs/heads/${pull.now.head.ref}`));
  }

  restoresBranch(pull: PullRequestHandle): Promise<void> {
    return this.acts(() => this.do.restoreHeadBranch(this.caller, pull.repository, pull.number));
  }

  deletesFork(pull: PullRequestHandle): Promise<void> {
    return this.acts(() => this.do.deleteRepository(this.caller, this.headOf(pull)));
  }

  rerunsCheck(run: CheckRun): Promise<void> {
    return this.acts(() => this.do.rerequestCheckRun(this.caller, run));
  }

  clicks(run: CheckRun, identifier: string): Promise<void> {
    return this.acts(() => this.do.requestCheckAction(this.caller, run, identifier));
  }

  /** Takes another login. The old one is free for anybody. */
  async takesLogin(login: string): Promise<void> {
    await this.acts(() => this.do.renameUser(this.account, login));
  }

  /** Becomes a ghost. */
  deletesTheirAccount(): Promise<void> {
    return this.acts(() => this.do.deleteUser(this.account));
  }
}
