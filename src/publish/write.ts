import type { Finding } from '../proposal/index.js';

/** What a check says at the end: `action_required` is "not yet", which never looks like a pass. */
export type Conclusion = 'SUCCESS' | 'FAILURE' | 'ACTION_REQUIRED';

/** A finding with the file that it is about. */
export interface Mark {
  path: string;
  finding: Finding;
}

/** A check run as it should stand at the head. */
export interface CheckWrite {
  kind: 'check';
  name: string;
  head: string;
  conclusion: Conclusion;
  title: string;
  summary: string;
  annotations: readonly Mark[];
  /** `<hash of the annotations>.<hash of all>`: what stands in the run's external id. */
  fingerprint: string;
  /** Where GitHub leads from the run: the proposal's page; left out where there is none. */
  page?: string;
  /** A run to bring up to date: only where its annotations are the same, since they add up. Null makes a new one. */
  update: string | null;
}

/** One suggestion: whole lines of a file at the head, and the comment with what should stand in their place. */
export interface Suggested {
  marker: string;
  startLine: number;
  line: number;
  body: string;
}

/** Suggestions of one look, as one review: GitHub tells the author once. */
export interface SuggestWrite {
  kind: 'suggest';
  head: string;
  path: string;
  threads: Suggested[];
}

/** One thing that GitHub should show and does not yet. */
export type Write =
  | { kind: 'comment'; marker: string; body: string }
  | { kind: 'edit'; nodeId: string; marker: string; body: string }
  | { kind: 'delete'; nodeId: string }
  | { kind: 'label'; names: string[]; nodeIds: (string | null)[] }
  | { kind: 'unlabel'; nodeIds: string[] }
  | { kind: 'react'; nodeId: string; content: 'THUMBS_UP' | 'CONFUSED' }
  | SuggestWrite
  | { kind: 'resolve'; nodeId: string }
  /** `key` is that of its intent. */
  | { kind: 'close' | 'reopen'; key: string }
  | { kind: 'ask'; person: { id: number; login: string; nodeId: string } }
  /** Takes somebody off the list of reviewers. */
  | { kind: 'unask'; login: string }
  | CheckWrite;
