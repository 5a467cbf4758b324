import type { RawCheck, RawPull, RawSnapshot } from '../github/queries/snapshot.js';
import { present } from '../github/read.js';
import type { OwnCheck, Published } from './facts.js';
import type { SubjectMemory } from './memory.js';
import { markerOf } from './texts.js';

/** The snapshot shows so many of the newest threads. */
const MOST_THREADS = 100;

/** What Convenor has published on a pull request: from the snapshot, and for what it does not repeat, from memory. */
export function publishedNow(
  repository: NonNullable<RawSnapshot['repository']>,
  raw: RawPull,
  subject: SubjectMemory,
): Published {
  const threads = present(raw.reviewThreads.nodes).flatMap((thread) => {
    const first = present(thread.comments.nodes)[0];
    const marker = first?.viewerDidAuthor ? markerOf(first.body) : null;
    return marker === null
      ? []
      : [[marker, { nodeId: thread.id, isResolved: thread.isResolved, isOutdated: thread.isOutdated }] as const];
  });
  // The first of a marker is kept, whoever looks; one that a second process made as well is spare.
  const first = new Map(threads.toReversed());
  return {
    posts: subject.posts,
    duplicates: [...subject.duplicates.values()],
    threads: first,
    spareThreads: threads.flatMap(([marker, thread]) => (first.get(marker) === thread ? [] : [thread])),
    allThreads: present(raw.reviewThreads.nodes).length < MOST_THREADS,
    labels: new Map(present(repository.labels?.nodes).map(({ name, id }) => [name, id])),
    unaskable: subject.unaskable,
    refused: subject.refused,
    checks: ownChecks(raw),
    reactions: subject.reactions,
  };
}

/** Convenor's own check runs at the head. */
export function ownChecks(raw: RawPull): OwnCheck[] {
  const head = present(raw.commits.nodes)[0]?.commit;
  const runs: RawCheck[] = present(head?.checkSuites?.nodes).flatMap((suite) => present(suite.checkRuns?.nodes));
  return runs.map(({ id, name, conclusion, externalId }) => ({
    nodeId: id,
    name,
    conclusion,
    fingerprint: externalId,
  }));
}
