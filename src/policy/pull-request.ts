import { rememberActivity, type Activity } from '../facts/activity.js';
import { saidByAnswering } from '../facts/answering.js';
import type { Facts, OwnPost } from '../facts/facts.js';
import { goneDocument } from '../facts/document.js';
import { EMPTY_LIBRARY } from '../facts/library.js';
import { saidInPull, type SpokenIn } from '../facts/pull.js';
import { unheard } from '../facts/unheard.js';
import type { RawActor, RawReview, RawText } from '../github/queries/fragments.js';
import type { RawAssignment, RawDismissal } from '../github/queries/snapshot.js';
import { sha256 } from '../ledger/chain.js';
import { withWords } from '../judge/time/absence.js';
import type { Verdict } from '../judge/verdict.js';
import type { Line, Who } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import type { Cast } from './cast.js';
import { documentOf, proposalAs, pullNumberOf, scenarioOf } from './document.js';
import type { ProposalGiven, PushGiven, ReviewGiven } from './schema/index.js';
import { NONE } from './schema/values.js';
import type { Accounts, DefaultBranch } from './world.js';

const REPOSITORY = { owner: 'example', name: 'specification', nodeId: 'R_1', defaultBranch: 'main' };
const NOTHING_PUBLISHED: Omit<Facts['published'], 'posts'> = {
  duplicates: [],
  threads: new Map(),
  spareThreads: [],
  allThreads: true,
  unaskable: new Set(),
  refused: new Set(),
  labels: new Map(),
  checks: [],
  reactions: new Map(),
};

/** The pull request of a story as it stands, and what was said there. */
export class PullRequest {
  private state: Facts['pull']['state'] = 'open';
  private closedAt: string | null = null;
  private reopenedAt: string | null = null;
  private changedAt: string;
  private pushes = 0;
  private isGone = false;
  private texts = 0;
  private reviews = 0;
  /** The review of each person, by their login: the latest one. */
  private readonly reviewed = new Map<string, string>();
  /** What was said and is not written down yet. */
  private news = nothingNew();
  private readonly activity = new Map<number, Activity>();
  private away: Facts['away'] = new Map();
  /** Comments of Convenor's own, by their marker. */
  private readonly posts = new Map<string, OwnPost>();
  /** Whose commit the head is. */
  private pusher: string;

  constructor(
    private given: ProposalGiven,
    private readonly openedAt: string,
    private readonly cast: Cast,
    private readonly accounts: Accounts,
  ) {
    this.changedAt = openedAt;
    this.pusher = given.author ?? NONE;
  }

  get number(): number {
    return pullNumberOf(this.given);
  }

  /** Somebody pushes: what they leave out stays as it was. */
  isPushed(push: PushGiven | null, now: string): void {
    const { gone, by, ...changed } = push ?? {};
    this.pusher = by ?? this.given.author ?? NONE;
    this.given = { ...this.given, ...changed };
    if (gone !== undefined) this.isGone = gone;
    this.pushes += 1;
    this.changedAt = now;
  }

  /** Somebody closes, merges or reopens it. */
  becomes(state: Facts['pull']['state'], now: string): void {
    if (state === this.state) return;
    this.state = state;
    if (state === 'open') this.reopenedAt = now;
    this.closedAt = state === 'open' ? null : now;
    this.changedAt = now;
  }

  /** Somebody writes a comment; gives its node id. */
  says(name: string, body: string, now: string): string {
    const text = this.text(name, body, now);
    this.news.comments.push(text);
    return text.id;
  }

  /** Somebody submits a review of the present head; gives its node id. */
  isReviewed(name: string, { verdict, says = '' }: ReviewGiven, now: string): string {
    const text = this.text(name, says, now);
    const state = { approves: 'APPROVED', 'requests-changes': 'CHANGES_REQUESTED', comments: 'COMMENTED' }[verdict];
    this.reviews += 1;
    this.news.reviews.push({ ...text, submittedAt: now, state, commit: { oid: this.head } });
    this.reviewed.set(this.cast.loginOf(name), text.id);
    return text.id;
  }

  /** Somebody assigns themselves; gives the event's node id. */
  isAssigned(name: string, now: string): string {
    const id = this.nextId();
    const actor = this.actor(name);
    this.news.assignments.push({ id, createdAt: now, actor, assignee: actor });
    this.changedAt = now;
    return id;
  }

  /** Somebody dismisses the latest review of somebody, if there is one; gives the event's node id. */
  isDismissed(by: string, whose: string, now: string): string {
    const id = this.nextId();
    const review = this.reviewed.get(this.cast.loginOf(whose));
    if (review !== undefined) {
      this.news.dismissals.push({
        id,
        createdAt: now,
        actor: this.actor(by),
        review: { id: review, url: this.url(review) },
      });
    }
    this.changedAt = now;
    return id;
  }

  /** A look has written down what was said, and posted what it announced. */
  isWrittenDown({ away }: Verdict, announced: readonly string[], now: string): void {
    this.news = nothingNew();
    this.away = withWords(this.away, away, now.slice(0, 10));
    for (const key of announced) {
      this.posts.set(key, { nodeId: key, url: this.url(key), marker: key, body: '', at: now });
    }
  }

  /** All that a look finds at an instant. */
  facts(
    now: string,
    branch: DefaultBranch,
    { ledger, rulebook }: { ledger: readonly Line[]; rulebook: ReadonlyMap<string, Rules> },
  ): Facts {
    const governing = branch.at(now);
    const folder = governing.rules.paths.proposals;
    const { cast } = this;
    const file = documentOf(this.given, { cast, folder, created: this.openedAt });
    const all = new Set(file.source.split('\n').map((_, index) => index + 1));
    const author = this.given.author ?? NONE;
    const changes = this.given.touches?.toSorted() ?? [];
    const pull: Facts['pull'] = {
      number: this.number,
      nodeId: 'PR_1',
      title: this.given.title ?? '',
      url: this.url(''),
      author: author === NONE ? null : this.accounts.of(cast.loginOf(author)),
      createdAt: this.openedAt,
      updatedAt: this.changedAt,
      state: this.state,
      closedAt: this.closedAt,
      reopenedAt: this.reopenedAt,
      locked: false,
      locks: [],
      base: REPOSITORY.defaultBranch,
      intoDefault: true,
      head: this.head,
      pushedBy: { who: this.pusher === NONE ? null : this.who(this.pusher), isBot: false },
      hasBranch: true,
      labels: [],
      assignees: [],
      reviews: this.reviews,
      askedForReview: [],
      requested: [],
    };
    return {
      now,
      merged: null,
      repository: REPOSITORY,
      pull,
      isOlder: false,
      continues: null,
      document: this.isGone
        ? goneDocument(ledger, pull, REPOSITORY.defaultBranch)
        : {
            ...file,
            proposal: proposalAs(file),
            unreadable: null,
            diffLines: all,
            added: true,
            isGone: false,
          },
      surroundings: {
        library: { ...EMPTY_LIBRARY, relations: branch.merged },
        missingPaths: new Set(),
        knownNumbers: new Set(branch.merged.keys()),
      },
      beside: [],
      changes,
      takenAway: new Set(),
      shown: branch.shown,
      activity: this.heard(),
      away: this.away,
      archived: [],
      said: this.saidBy(governing.rules, ledger),
      scenario: scenarioOf(this.given),
      governing,
      rulebook,
      ledger,
      published: { ...NOTHING_PUBLISHED, posts: this.posts },
    };
  }

  /** What the news say by some rules, as the app reads it. */
  private saidBy(rules: Rules, ledger: readonly Line[]): Facts['said'] {
    const said = saidInPull(this.description, this.news, rules);
    return unheard([...said, ...saidByAnswering(this.news.reviews, ledger)], ledger);
  }

  /** What people have done in the conversation, the news among it. */
  private heard(): Facts['activity'] {
    rememberActivity(this.activity, this.description, this.news);
    return this.activity;
  }

  /** The description holds no command. */
  private get description(): SpokenIn {
    const { assignments, dismissals } = this.news;
    const author = this.given.author ?? NONE;
    return {
      ...rawText({
        id: 'PR_1',
        url: this.url(''),
        body: '',
        at: this.openedAt,
        author: author === NONE ? null : this.actor(author),
      }),
      assignments: { nodes: assignments },
      dismissals: { nodes: dismissals },
    };
  }

  private who(name: string): Who {
    const { id, login } = this.accounts.of(this.cast.loginOf(name));
    return { id, login };
  }

  private get head(): string {
    return sha256(`head ${this.pushes}`).slice(0, 40);
  }

  private url(id: string): string {
    return `https://github.com/${REPOSITORY.owner}/${REPOSITORY.name}/pull/${this.number}${id === '' ? '' : `#${id}`}`;
  }

  /** In the order in which they are asked for: of one instant, what was said first counts first. */
  private nextId(): string {
    return `IC_${String(++this.texts).padStart(6, '0')}`;
  }

  private actor(name: string): RawActor {
    const { id, login, nodeId } = this.accounts.of(this.cast.loginOf(name));
    return { __typename: 'User', login, id: nodeId, databaseId: id };
  }

  private text(name: string, body: string, now: string): RawText {
    const id = this.nextId();
    this.changedAt = now;
    return rawText({ id, url: this.url(id), body, at: now, author: this.actor(name) });
  }
}

interface News {
  comments: RawText[];
  reviews: RawReview[];
  assignments: RawAssignment[];
  dismissals: RawDismissal[];
}

const nothingNew = (): News => ({ comments: [], reviews: [], assignments: [], dismissals: [] });

const rawText = ({
  id,
  url,
  body,
  at,
  author,
}: Pick<RawText, 'id' | 'url' | 'body' | 'author'> & { at: string }): RawText => ({
  id,
  url,
  body,
  createdAt: at,
  lastEditedAt: null,
  includesCreatedEdit: false,
  viewerDidAuthor: false,
  author,
  userContentEdits: null,
  reactionGroups: null,
});
