import type { Governance } from '../../people/types.js';
import type { Rules } from '../../rules/schema.js';
import type { Concluded } from '../../wake/look.js';
import { needRepository, pullOf } from '../state/find.js';
import type { GitHubState, Instant, PullRequest, Repository } from '../state/types.js';
import { branchFiles } from './record.js';

/** What Convenor concluded in its last look at a pull request, and when that was. */
export interface SeenLook {
  at: Instant;
  concluded: Concluded;
}

/** What somebody at the page did last, and what came of it. Sentences are plain text, with code between backquotes. */
export interface Happened {
  /** The pull request on which it was done. */
  number: number;
  at: Instant;
  did: string;
  /** Why it was refused: GitHub's reason, or ours; null where it was done. */
  refused: string | null;
  came: readonly string[];
  /** Whether nothing of it is to be seen on the pull request, so that nothing has to be said of that. */
  isBare: boolean;
  /** What Convenor asked of GitHub meanwhile. */
  requests: string;
}

/** A piece of mischief: what was done to the network or the bot, and what became of it. */
export interface Trick {
  kind: 'webhook' | 'call' | 'restart';
  /** `armed`: it waits for its moment. `met`: it happened, and something is behind. `mended`: nothing is behind any more. */
  state: 'armed' | 'met' | 'mended';
  says: string;
}

/** A story that can be played on, chapter by chapter. */
export interface StoryShown {
  told: number;
  of: number;
  /** The next chapter in a word and in a sentence; null at the end. */
  next: { name: string; says: string } | null;
}

/** The same pull request under other rules. */
export interface BesideShown {
  /** The file of the other rules, as it was named. */
  rules: string;
  look: SeenLook | null;
  /** What could not be done there although it could here, or the other way round, each in a sentence. */
  apart: readonly string[];
  /** What the other rules would do otherwise, each in a sentence. */
  differences: readonly string[];
}

/** One pull request that pages are made of. It is read anew for each page, so a page shows what is now. */
export interface Show {
  /** Its part of the address: lower case, unique among what is served together. */
  slug: string;
  /** What it is called in the list of shows. */
  name: string;
  state: GitHubState;
  repositoryId: number;
  number: number;
  /** Where Convenor's record lies: its branch, and the folder of the dashboard there. */
  record: { branch: string; dashboard: string };
  rules: Rules;
  /** Who is who by the default branch, today. */
  governance: Governance;
  /** Slug of the group that the story brings the proposal to; null where there is no story. */
  group: string | null;
  /** Id of the account as which the person at the page acts. */
  me: number;
  /** Shows that a form was made by this page; every form carries it. */
  token: string;
  /** Path of the page below the pull request's: empty for the conversation, `files`, `dashboard/README.md`. */
  page: string;
  /** What was written and could not be sent; empty where nothing was. */
  draft: string;
  /** Null before the first look. */
  look: SeenLook | null;
  /** Lines of the ledger from this number on were added by what happened last. */
  newFrom: number;
  happened: Happened | null;
  tricks: readonly Trick[];
  isRunning: boolean;
  /** Null where no story is told here. */
  story: StoryShown | null;
  /** Null where there are no other rules to compare. */
  beside: BesideShown | null;
  /** What verifying the record came to, each in a sentence, and at which instant; null before anybody asked. */
  verified: { at: Instant; holds: boolean; says: readonly string[] } | null;
}

export const repositoryOf = (show: Pick<Show, 'state' | 'repositoryId'>): Repository =>
  needRepository(show.state, show.repositoryId);

/** @throws where the number is no pull request: a show without one is a mistake of who made it */
export function pullIn(show: Show): PullRequest {
  const pull = pullOf(repositoryOf(show), show.number);
  if (pull === null) throw new Error(`#${show.number} is no pull request`);
  return pull;
}

/** The files of the record, by path. */
export const recordIn = (show: Show): Map<string, string> =>
  branchFiles(show.state, repositoryOf(show), show.record.branch);
