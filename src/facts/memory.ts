import type { Discussed } from '../judge/duties/discussed.js';
import { isReadOnly, type RawOpenness } from '../github/queries/fragments.js';
import type { Listed, LoadedRules } from '../rules/index.js';
import type { OrganizationMembers, ReadSources } from '../people/index.js';
import type { RulesProblem } from '../rules/index.js';
import type { Governance } from '../people/types.js';
import type { Activity } from './activity.js';
import type { Account, DocumentFacts, Facts, Library, OwnPost } from './facts.js';
import type { Carried } from './carried.js';
import type { ReadTemplates } from '../templates/index.js';
import type { ScenarioFacts } from './conformance.js';
import type { ChangedFile } from './files.js';
import type { ReviewPosition } from './review-positions.js';
import type { GovernanceRead } from './governance-change.js';
import type { Held } from './last-good.js';
import type { Found } from './surroundings.js';
import { RecordSeen } from './record-seen.js';

/**
 * What a process remembers of a subject between two looks. It saves requests and decides nothing: forgetting all of it
 * gives the same result with more of them.
 */
export interface SubjectMemory {
  /** Path of the SEP file at the last look; null where the pull request had none. */
  path: string | null;
  /** The changed files of the head below. */
  files: { head: string; base: string; changed: ChangedFile[] } | null;
  /** Whose the SEP files are that it adds, as found at one head over one base. */
  carried: { key: string; carried: Carried } | null;
  /** The document as read from a certain blob at a certain head. */
  document: { key: string; facts: DocumentFacts } | null;
  /** What was asked for a document's sake, at one head. */
  surroundings: { key: string; found: Found } | null;
  /** What a change of the governance would leave, as read at one head over one default branch and record. */
  governance: { key: string; read: GovernanceRead } | null;
  /** When and why GitHub last refused a pull request that brings its status in step; null where it did not. */
  statusRefused: { at: string; why: string } | null;
  /** Whether its file on the default branch says otherwise than the record, so that a change there is a reason to look. */
  isOutOfStep: boolean;
  /** What was found of its conformance scenario, at one head on one day. */
  scenario: { key: string; found: ScenarioFacts } | null;
  /** What people have done in the conversation that was read so far, by id of account. */
  activity: Map<number, Activity>;
  /** What people's last reviews came to, among those that were read so far, by id of account. */
  positions: Map<number, ReviewPosition>;
  commentsAfter: string | null;
  reviewsAfter: string | null;
  /** Convenor's own comments, by marker. */
  posts: Map<string, OwnPost>;
  /** Own comments whose marker another one carries already, by node id. */
  duplicates: Map<string, OwnPost>;
  /** Convenor's own reactions, by node id of what it reacted to. */
  reactions: Map<string, Set<string>>;
  /** Ids of accounts that GitHub refused to ask for review here. */
  unaskable: Set<number>;
  /** Keys of closings and openings of the pull request that GitHub refused. */
  refused: Set<string>;
  /** When the pull request had last changed, as GitHub says; what a sweep compares with. */
  updatedAt: string | null;
  /** Whether it was open at the last look. */
  open: boolean;
  /** What the subject was: only a proposal needs a look without a command, and `other` none when what governs changes. */
  kind: 'proposal' | 'companion' | 'governance' | 'other' | 'issue' | null;
  /** The head at which that was found. */
  head: string | null;
}

/** A subject of which nothing is known. */
export const blank = (): SubjectMemory => ({
  path: null,
  files: null,
  carried: null,
  document: null,
  surroundings: null,
  governance: null,
  statusRefused: null,
  isOutOfStep: false,
  scenario: null,
  activity: new Map(),
  positions: new Map(),
  commentsAfter: null,
  reviewsAfter: null,
  posts: new Map(),
  duplicates: new Map(),
  reactions: new Map(),
  unaskable: new Set(),
  refused: new Set(),
  updatedAt: null,
  open: false,
  kind: null,
  head: null,
});

/** Rules and people as read from certain objects of the default branch. */
export interface GoverningMemory {
  /** The object ids that it was read from, joined; equal ids mean equal content. */
  key: string;
  /** The day, `YYYY-MM-DD`, that `governance` is for. */
  asOf: string;
  /** The commit of the default branch that was looked at. */
  head: string;
  /** The commit that the rules are from, and all other files that are not held: the head, unless the rules are held. */
  commit: string;
  /** Files that count as they stood earlier; empty where all can be read. */
  held: readonly Held[];
  /** What is wrong with those files as they stand at the head. */
  problems: readonly RulesProblem[];
  sources: ReadSources;
  loaded: LoadedRules;
  governance: Governance;
  /** The merged proposals. */
  library: Library;
  /** What the list on the default branch says of proposals that were taken over. */
  takenOver: readonly Listed[];
  /** The repository's own words that can be used, and what is wrong with the others. */
  templates: ReadTemplates;
}

/** What a process remembers of a repository. */
export class RepositoryMemory {
  readonly subjects = new Map<number, SubjectMemory>();
  governing: GoverningMemory | null = null;
  /** What is being read, or could not be, by what it is read from. */
  reading: { id: string; governing: Promise<GoverningMemory> } | null = null;
  /** The organisation's members, asked for once a day. */
  members: { asOf: string; members: OrganizationMembers | null } | null = null;
  /** Charters that have never been whole: their history is not searched twice. */
  readonly neverWhole = new Set<string>();
  /** What the check of the rules was last made from: nothing is asked while that is the same. */
  rulesSaid: { key: string; head: string; isBroken: boolean } | null = null;
  /** The state of the default branch that it was last asked for; where that failed, it is tried again by itself. */
  rulesAsked: string | null = null;
  /** What groups had shown by a certain tree of the index and certain rules. */
  shown: { key: string; groups: Facts['shown'] } | null = null;
  /** The discussions of a day, by it and by what governed then. */
  discussed: { key: string; discussed: Discussed } | null = null;
  /** How often in a row GitHub has failed to give the repository of scenarios. */
  scenarioFailures = 0;
  /** How often in a row GitHub has failed to give the index. */
  indexFailures = 0;
  /** Accounts by lower-cased login, pinned at first sight. */
  readonly accounts = new Map<string, Account>();
  /** Logins of the files that no account has, in lower case: not asked for again on the same day, `YYYY-MM-DD`. */
  nobody: { asOf: string; logins: Set<string> } = { asOf: '', logins: new Set() };

  /** How far the record has been seen. */
  readonly record = new RecordSeen();
  /** The head of the record that the last sweep found not to be the app's own; null where it was. */
  foreignHead: string | null = null;
  /** When it was last swept; null before the first time. */
  sweptAt: string | null = null;
  /** The default branch, as the last sweep found it. */
  branch: string | null = null;
  /**
   * Spans in which the repository was archived or disabled and that have ended. GitHub tells of one only while it lasts,
   * when nothing can be written down: this is what there is to be written down afterwards.
   */
  readonly archived: { from: string; to: string }[] = [];
  private archivedSince: string | null = null;

  /** Keeps since when, and until when, nobody could write in the repository, as a request at an instant has found it. */
  found(openness: RawOpenness, now: string): void {
    if (isReadOnly(openness)) {
      this.archivedSince ??= openness.archivedAt ?? now;
      this.lookAnew();
    } else if (this.archivedSince !== null) {
      this.archived.push({ from: this.archivedSince, to: now });
      this.archivedSince = null;
    }
  }

  /** Whatever comes next, everything is looked at then: its deadlines may have passed unheard. */
  lookAnew(): void {
    for (const subject of this.subjects.values()) subject.updatedAt = null;
  }

  subject(number: number): SubjectMemory {
    const known = this.subjects.get(number);
    if (known) return known;
    const fresh = blank();
    this.subjects.set(number, fresh);
    return fresh;
  }
}
