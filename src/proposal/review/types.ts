import type { Diagnostic, Proposal, ProposalType, Severity, Status } from '../types.js';
import type { Body } from './body.js';

/**
 * What a review may know beside the document. Everything optional may be left out or null: what is not known is not
 * spoken of.
 */
export interface ReviewContext {
  /** The path in the repository, such as `seps/0000-title.md`. */
  readonly path: string;
  /** The document's text, as it was read. */
  readonly source: string;
  /** The number of the pull request that adds the file; null outside of one, and for a companion. */
  readonly pullRequest: number | null;
  /** The state that the ledger holds. Without it the file's own word counts, but never as decided in a pull request. */
  readonly state?: Status | null;
  /** The day of the review, `YYYY-MM-DD` in UTC. Never read from a clock here. */
  readonly today?: string | null;
  /** `owner/name`, for links to the pull request. */
  readonly repository?: string | null;
  /** Logins of the roster, without `@`. */
  readonly knownLogins?: readonly string[] | null;
  /** The number of every proposal that exists, open ones included. */
  readonly knownNumbers?: ReadonlySet<number> | null;
  /** What other proposals say of each other, by number; one that is not in it is not known. */
  readonly relations?: ReadonlyMap<number, Relations> | null;
  /** Whether a file or folder exists; the path counts from where `path` counts, with `/`, and may begin with `..`. */
  readonly exists?: ((path: string) => boolean) | null;
  /** The text of the template that authors begin from. */
  readonly template?: string | null;
  /** The file's text on the default branch, where the pull request changes a file that is there. */
  readonly base?: string | null;
  /** Whether the rules let a merged proposal go from one status to another. */
  readonly isStep?: ((from: Status, to: Status) => boolean) | null;
  /** The rendered page that the repository wants beside each proposal; `exists` says whether it is there. */
  readonly companion?: Companion | null;
}

/** Where a proposal's rendered page belongs. */
export interface Companion {
  /** With `{name}` for the file's name without its ending: `docs/seps/{name}.mdx`. */
  readonly path: string;
  /** The command that writes it, where there is one. */
  readonly command?: string;
}

/** How a proposal stands to others, by their numbers. */
export interface Relations {
  readonly status: Status | null;
  readonly requires: readonly number[];
  readonly supersedes: readonly number[];
  readonly supersededBy: readonly number[];
}

/** Whole lines that mend a finding when they replace the old ones; usable as a GitHub suggestion. */
export interface Fix {
  /** From 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
  /** The new lines, without the last line break. */
  readonly replacement: string;
}

/** Something to mend in a document. */
export interface Finding extends Diagnostic {
  readonly fix?: Fix;
}

/** How far a proposal is: on its way (also without a sponsor, or dormant), before its decision, or decided. */
export type Stage = 'draft' | 'review' | 'decided';

/**
 * How much a finding matters at each stage. One word holds for drafts and reviews alike; once a proposal is decided
 * nobody will rewrite it, so its gaps are `info` unless a check says otherwise.
 */
export type Level = Severity | Readonly<Record<Stage, Severity>>;

/** What a check reports; code and severity come from the check itself. A severity given here holds until the decision. */
export type Report = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

/** What there is to say of a code: these texts are for people, and become the catalogue's page in the documentation. */
export interface Explanation {
  /** Stable, such as `heading/number`. */
  readonly code: string;
  readonly level: Level;
  /** What is wanted, as one sentence. */
  readonly wants: string;
  /** Why that matters to readers of the proposal. */
  readonly why: string;
  /** A short example that passes. */
  readonly good: string;
  /** A short example that does not. */
  readonly bad: string;
}

/** What a check looks at. */
export interface Review {
  readonly proposal: Proposal;
  readonly context: ReviewContext;
  readonly body: Body;
  readonly stage: Stage;
}

/** One thing that a good proposal has. Its code is also the name of its file under `checks/`. */
export interface Check extends Explanation {
  /** Tracks that it is for; without it for all, also where the track could not be read. */
  readonly tracks?: readonly ProposalType[];
  /** Also said of a page without any preamble, which otherwise is told only that. */
  readonly anyPage?: true;
  /** Whether some of its findings come with a mend. */
  readonly mends?: true;
  readonly check: (review: Review) => readonly Report[];
}
