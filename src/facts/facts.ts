import type { Line, LineOf, Who } from '../ledger/lines.js';
import type { Finding, Proposal, Relations } from '../proposal/index.js';
import type { ReadSources } from '../people/index.js';
import type { Governance } from '../people/types.js';
import type { Listed, RulesProblem } from '../rules/index.js';
import type { ProposalState, Rules } from '../rules/schema.js';
import type { Overrides } from '../templates/index.js';
import type { ScenarioFacts } from './conformance.js';
import type { AwayList } from '../judge/time/absence.js';
import type { Activity } from './activity.js';
import type { CarriedDecision } from './carried-decision.js';
import type { Held } from './last-good.js';
import type { MergedFacts } from './merged.js';
import type { GoverningFile } from './readable.js';
import type { ReviewPosition } from './review-positions.js';

/** A repository by its name. */
export interface RepositoryRef {
  owner: string;
  name: string;
}

/** An account on GitHub. A ghost (deleted) account is null wherever an account can stand. */
export interface Account extends Who {
  nodeId: string;
  isBot: boolean;
}

/** Rules and people of the default branch at one commit: where all authority comes from. */
export interface Governing {
  /** The commit of the default branch that the rules are from: its head, unless they are held. */
  commit: string;
  /** Files that count as they stood earlier, because they cannot be read as they stand; empty where all can. */
  held: readonly Held[];
  rules: Rules;
  sha256: string;
  governance: Governance;
  /** The repository's own words, where it has them. */
  templates: Overrides;
  /** What the default branch says that proposals were before Convenor came. */
  takenOver: readonly Listed[];
  /** Accounts by lower-cased login of the files, pinned at first sight; a login without one casts nothing. */
  accounts: ReadonlyMap<string, Account>;
}

/** The pull request, as it stands. */
export interface PullFacts {
  number: number;
  nodeId: string;
  title: string;
  url: string;
  author: Account | null;
  createdAt: string;
  /** When anything on it last changed, as GitHub says. */
  updatedAt: string;
  state: 'open' | 'closed' | 'merged';
  /** When it was closed or merged; null while it is open. */
  closedAt: string | null;
  /** When it was last opened again; null where it never was. */
  reopenedAt: string | null;
  locked: boolean;
  /** When its conversation was locked and unlocked, oldest first: the last times. */
  locks: { at: string; locked: boolean }[];
  base: string;
  intoDefault: boolean;
  head: string;
  /** Whose commit the head is, as GitHub says. */
  pushedBy: LineOf<'head-seen'>['pushedBy'];
  /** Whether its branch is there: without it, it can never be opened again. */
  hasBranch: boolean;
  labels: { name: string; nodeId: string }[];
  assignees: Account[];
  /** How many reviews it has. */
  reviews: number;
  /** Ids of the accounts that are asked for review now. */
  askedForReview: number[];
  /** Every request for a review that was ever made: the id of the account that was asked, and when. */
  requested: readonly { id: number; at: string }[];
}

/** The SEP file at the head of the pull request. */
export interface DocumentFacts {
  path: string;
  source: string;
  proposal: Proposal;
  /** Why nothing can be said of its parts; null where the document can be read. */
  unreadable: Finding | null;
  /** Lines of the file at the head that a comment can be put on: those of the diff. */
  diffLines: ReadonlySet<number>;
  /** Whether the pull request adds the file, or changes one that is merged. */
  added: boolean;
  /** Whether the pull request has begun as a proposal and brings no file to the default branch any more; nothing runs then. */
  isGone: boolean;
}

/** A SEP file that a pull request adds beside its own proposal. */
export interface Beside {
  path: string;
  /** Whether it has a preamble; a page without one is no proposal. */
  isProposal: boolean;
  /** The other open proposal whose number it carries; null where it carries none of such. */
  of: number | null;
}

/** The merged proposals, and the file that authors begin from. */
export interface Library {
  /** By path, everything in the proposals' folder; null for what is no text, or was not had whole. */
  texts: ReadonlyMap<string, string | null>;
  /** What they say of each other, by number. */
  relations: ReadonlyMap<number, Relations>;
  template: string | null;
}

/** What stands around the document, as far as it refers to it. */
export interface Surroundings {
  library: Library;
  /** The paths that it refers to and that are neither at the head nor on the default branch. */
  missingPaths: ReadonlySet<string>;
  /** The numbers of proposals that it refers to and that the repository has, as a proposal or as anything else. */
  knownNumbers: ReadonlySet<number>;
}

/** A merged proposal as a pull request changes it. */
export interface Amended {
  path: string;
  /** Where the default branch has it; the same path where it stays. */
  previousPath: string;
  /** As the default branch has it; null where it is not text there. */
  base: string | null;
  /** As it would be; null where the pull request takes it away. */
  document: DocumentFacts | null;
}

/** All that a look found at a pull request that only changes merged proposals. */
export interface AmendmentFacts {
  now: string;
  repository: RepositoryRef & { nodeId: string };
  pull: PullFacts;
  files: readonly Amended[];
  /** The paths that the changed files refer to since this change, and that are not at the head. */
  missingPaths: ReadonlySet<string>;
  /** Those that the pull request takes away: before it they were there. */
  removedPaths: ReadonlySet<string>;
  /** As in {@link Surroundings}. */
  knownNumbers: ReadonlySet<number>;
  /** Where it is Convenor's own, the number of the pull request whose proposal it brings in step; null for people's. */
  bringsInStep: number | null;
  /** Merged proposals that it changes and that were not looked at. */
  more: number;
  library: Library;
  governance: Governance;
  rules: Rules;
  templates: Overrides;
  published: Published;
}

/** A file that governs the repository, as a pull request changes it. */
export interface ChangedGoverning extends GoverningFile {
  /** Whether the pull request takes it away. */
  isRemoved: boolean;
}

/** Rules, roster, maintainers and charters at one state, as read. */
export interface GoverningState {
  /** Null where the rules cannot be read. */
  rules: Rules | null;
  /** The rules file itself; null where there is none, or where its text is not known. */
  rulesText: string | null;
  sources: ReadSources;
  /** What is listed of proposals that were taken over; null where the list cannot be read. */
  takenOver: readonly Listed[] | null;
}

/** An open proposal, as the record's index has it. */
export interface OpenProposal {
  pull: number;
  number: number | null;
  title: string | null;
  type: string | null;
  status: ProposalState;
  /** Whether that is only what stood there when Convenor came. */
  takenOver: boolean;
  /** Slug of the group that is responsible. */
  group: string | null;
  decision: { form: LineOf<'opens'>['form']; deadline: string } | null;
}

/** All that a look found at a pull request that changes how the repository is governed. */
export interface GovernanceChangeFacts {
  now: string;
  repository: RepositoryRef & { nodeId: string };
  pull: PullFacts;
  files: readonly ChangedGoverning[];
  /** Governing files that it changes and that were not read. */
  more: number;
  /**
   * What `after` is: `merge` is GitHub's own merge on trial; `head` are the changed files as they stand at the head, over
   * the default branch's, because there is no such merge.
   */
  taken: 'merge' | 'head';
  /** What counts now. */
  before: GoverningState & { rules: Rules };
  /** What would count once it is merged. */
  after: GoverningState;
  /** What is wrong with changed rules, and changed files whose text cannot be had. */
  broken: readonly RulesProblem[];
  proposals: readonly OpenProposal[];
  /** Open entries of the index that could not be read. */
  unreadProposals: number;
  /** As {@link Facts.shown}. */
  shown: ReadonlyMap<string, { decided: number; overturned: number }>;
  /** The decision that it carries out, where it is Convenor's own pull request for one; null for people's. */
  carriesOut: CarriedDecision | null;
  /** What people's last reviews came to, one for each account. */
  positions: readonly ReviewPosition[];
  templates: Overrides;
  published: Published;
}

/** Something a person said, before it is bound to a head and written down. */
export interface Said {
  at: string;
  by: Account;
  source: LineOf<'act'>['source'];
  /** The commit that it names, as a review does; null where GitHub does not say. */
  commit: string | null;
  command: string;
  args: string[];
  text: string;
  problem: string | null;
}

/** A comment of Convenor's own, found by its marker. */
export interface OwnPost {
  nodeId: string;
  url: string;
  marker: string;
  body: string;
  /** When it was made. */
  at: string;
}

/** A check run of Convenor's own at the head. */
export interface OwnCheck {
  nodeId: string;
  name: string;
  conclusion: string | null;
  /** What it was made from (`external_id`), so that an unchanged one is left alone. */
  fingerprint: string | null;
}

/** What Convenor has published on this pull request, as a look finds it. */
export interface Published {
  /** By marker. */
  posts: ReadonlyMap<string, OwnPost>;
  /** Comments that a look made although there was one already: to be removed. */
  duplicates: OwnPost[];
  /** Threads with a suggestion of Convenor's own, by marker. What is outdated cannot be accepted any more. */
  threads: ReadonlyMap<string, { nodeId: string; isResolved: boolean; isOutdated: boolean }>;
  /** Further threads with a marker that one of the above carries already: to be resolved. */
  spareThreads: readonly { nodeId: string; isResolved: boolean }[];
  /** Whether all threads are known; among very many, an older one of Convenor's own may be out of sight. */
  allThreads: boolean;
  /** Accounts that cannot be asked for review, because they have no access here. */
  unaskable: ReadonlySet<number>;
  /** Keys of closings and openings of the pull request that GitHub has refused to this process. */
  refused: ReadonlySet<string>;
  /** Labels of the repository, by name. */
  labels: ReadonlyMap<string, string>;
  checks: OwnCheck[];
  /** Reactions of Convenor's own, by node id of the comment: `EYES`, `THUMBS_UP`, `CONFUSED`. */
  reactions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** All that a look found. Judging needs nothing else: no clock, no request. */
export interface Facts {
  /** The instant at which the look began. */
  now: string;
  repository: RepositoryRef & { nodeId: string; defaultBranch: string };
  pull: PullFacts;
  /** Whether the pull request is older than the installation: what stood there then was not said to Convenor. */
  isOlder: boolean;
  /** What a new proposal says that it goes on with; null where it says nothing, or is known already. */
  continues: LineOf<'opened'>['continues'] | null;
  document: DocumentFacts;
  surroundings: Surroundings;
  /** Further SEP files that the pull request adds. */
  beside: readonly Beside[];
  /** Paths that the pull request changes beside the document; null where they are more than GitHub lists. */
  changes: readonly string[] | null;
  /** Those of them that are not there any more at the head. */
  takenAway: ReadonlySet<string>;
  /** What groups have shown so far, by slug, where a delegation asks for it; a group that is not in it is not known. */
  shown: ReadonlyMap<string, { decided: number; overturned: number }>;
  /** What the default branch has of it; null as long as it is not merged. */
  merged: MergedFacts | null;
  /** The proposal's conformance scenario. */
  scenario: ScenarioFacts;
  /** What people have done in the conversation, by id of account. */
  activity: ReadonlyMap<number, Activity>;
  /** Who is away, as the record has it. */
  away: AwayList;
  /** Every command that is not in the ledger yet, in no order. */
  said: Said[];
  governing: Governing;
  /** Rules that lines of the ledger name by hash, the present ones among them. */
  rulebook: ReadonlyMap<string, Rules>;
  /** Spans in which the repository was archived and nobody could write in it, as far as this process has seen them end. */
  archived: readonly { from: string; to: string }[];
  ledger: readonly Line[];
  published: Published;
}
