import type { ProposalState } from '../rules/schema.js';

/** A proposal as the review queue sees it. */
export interface Queued {
  /** Number of its pull request. */
  pull: number;
  /** Whether the pull request is open. */
  open: boolean;
  status: ProposalState;
  /** The instant since which it has this status. */
  since: string;
  /** Key of its priority area; null where it is in none. */
  priorityArea: string | null;
  /** Login; null where nobody sponsors it. */
  sponsor: string | null;
  /** Slug of the responsible group; null where none is. */
  group: string | null;
}

/** A place in the review queue. */
export interface Place<T extends Queued> {
  /** From 1. */
  place: number;
  entry: T;
  /** Whose word it waits for: its reviewers' while it is a draft, the core's once it is in review. */
  waitsFor: 'review' | 'core';
  /** Whether it goes before others, since it is in a priority area. */
  expedited: boolean;
  /** The instant since which it waits. */
  since: string;
}

/**
 * The review queue: open proposals that wait for review or for the core, those of a priority area first, and then who has
 * waited longest (roadmap.mdx, SEP Prioritization: a SEP in a priority area is reviewed before others). A draft waits for
 * review once somebody is there to give it, a sponsor or a responsible group; before that it waits for its author. Equal
 * waiting goes by the number of the pull request, so that the queue is the same whoever makes it.
 */
export function reviewQueue<T extends Queued>(entries: readonly T[]): Place<T>[] {
  return entries
    .flatMap((entry) => {
      const waitsFor = waitingFor(entry);
      return waitsFor === null ? [] : [{ entry, waitsFor, expedited: entry.priorityArea !== null, since: entry.since }];
    })
    .sort((a, b) => compareTurns(a.entry, b.entry))
    .map((one, index) => ({ place: index + 1, ...one }));
}

/** Whose turn comes first: what lies in a priority area, then who has waited longest, then the lower number. */
export const compareTurns = (a: Queued, b: Queued): number =>
  Number(b.priorityArea !== null) - Number(a.priorityArea !== null) ||
  Date.parse(a.since) - Date.parse(b.since) ||
  a.pull - b.pull;

function waitingFor({ open, status, sponsor, group }: Queued): Place<Queued>['waitsFor'] | null {
  if (!open) return null;
  if (status === 'in-review') return 'core';
  return status === 'draft' && (sponsor !== null || group !== null) ? 'review' : null;
}
