import { governedBy, governingKey, packRules } from '../facts/governing.js';
import type { RepositoryRef } from '../facts/facts.js';
import type { RepositoryMemory } from '../facts/memory.js';
import { notOurs } from '../facts/record-maker.js';
import type { GitHubClient } from '../github/clients.js';
import { isReadOnly, movedTo, type RawGoverned } from '../github/queries/fragments.js';
import { SWEEP, type RawSweep } from '../github/queries/sweep.js';
import { present, query } from '../github/read.js';

/** What a sweep found: the pull requests to look at, and the default branch; null where there is nothing to be done. */
export interface Swept {
  numbers: number[];
  /** The issues to look at. */
  issues: number[];
  target: RawGoverned | null;
  /** Login of who asks: `convenor[bot]`, or a person's. */
  viewer: string;
  /** Where the repository is now; null where it is called as it was. */
  movedTo: RepositoryRef | null;
}

/**
 * The pull requests that have to be looked at, because something there is newer than our last look: one request for each
 * hundred that are open, and nothing more while nothing has changed. Of the closed ones with a ledger it is the twenty that
 * changed last. When rules, people or merged proposals change, it is all of them.
 * When the record's head is somebody else's, or no longer is, it is all open ones: what can be trusted has changed.
 * In a repository that is archived or disabled, or that goes by another name now, it is none.
 */
export async function changedSinceLook(
  client: GitHubClient,
  repository: RepositoryRef,
  memory: RepositoryMemory,
  now: string,
): Promise<Swept> {
  const { paths, record, rules } = memory.governing?.loaded.rules ?? packRules();
  const open = new Map<number, string>();
  let closed: { number: number; updatedAt: string }[] = [];
  let issues: number[] = [];
  let governed = true;
  let isSameBranch = true;
  let isSameTrust = true;
  let target: RawGoverned | null = null;
  let viewer = '';
  for (let after: string | null = null, more = true; more;) {
    const raw: RawSweep = await query<RawSweep>(client, SWEEP, {
      ...repository,
      after,
      isFirst: after === null,
      nomination: rules.nomination.label,
      recordRef: `refs/heads/${record.branch}`,
      ...governedBy(paths),
    });
    if (raw.repository) memory.found(raw.repository, now);
    const elsewhere = raw.repository && movedTo(raw.repository, repository);
    if (!raw.repository || elsewhere || isReadOnly(raw.repository))
      return { numbers: [], issues: [], target: null, viewer: raw.viewer.login, movedTo: elsewhere };
    const branch = raw.repository.defaultBranchRef?.name ?? null;
    isSameBranch &&= memory.branch === null || memory.branch === branch;
    memory.branch = branch;
    target = raw.repository.defaultBranchRef?.target ?? null;
    governed = target !== null && memory.governing?.key === governingKey(target);
    if (after === null) {
      closed = recentlyClosed(raw.repository);
      issues = changedIssues(raw.repository, memory, governed, now);
      const foreign = foreignHead(raw);
      isSameTrust = foreign === memory.foreignHead;
      memory.foreignHead = foreign;
    }
    viewer = raw.viewer.login;
    const { nodes, pageInfo } = raw.repository.pullRequests;
    for (const { number, updatedAt } of present(nodes)) open.set(number, updatedAt);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  const changed = [...open].filter(([number, updatedAt]) => {
    // Into another default branch other pull requests are proposals.
    if (!isSameBranch) return true;
    const known = memory.subjects.get(number);
    if (!isSameTrust && known?.kind !== 'other') return true;
    if (known?.updatedAt !== updatedAt || (!governed && known.kind !== 'other')) return true;
    // What it travelled with is closed or merged: it may be a proposal of its own now.
    const other = known.kind === 'companion' ? known.carried?.carried.companion?.of : null;
    return other != null && !open.has(other);
  });
  const left = [...memory.subjects].filter(
    ([number, subject]) => subject.kind !== 'issue' && subject.open && !open.has(number),
  );
  // Words on a closed proposal count as well, and a merged one may wait for its file.
  const waiting = closed.filter(({ number, updatedAt }) => {
    const known = memory.subjects.get(number);
    return known?.updatedAt !== updatedAt || (!governed && known.isOutOfStep);
  });
  const numbers = [...changed, ...left].map(([number]) => number);
  memory.sweptAt = now;
  const all = [...new Set([...numbers, ...waiting.map(({ number }) => number)])];
  return { numbers: all, issues, target, viewer, movedTo: null };
}

/** The record's head, where it is not the app's own. */
function foreignHead({ repository, viewer }: RawSweep): string | null {
  const target = repository?.record?.target;
  return target && notOurs(target, viewer.login) !== null ? target.oid : null;
}

/** Nobody knows what a process that has just begun has missed: what changed in so many days is looked at. */
const MISSED_DAYS = 7;

/**
 * The issues that have to be looked at: of the fifty that changed last and of the open ones with the nomination's label,
 * those with something newer than our last look, and those that are not known and changed since the last sweep; when what
 * governs changes, also those that wait for a change of the roster.
 */
function changedIssues(
  { record, issues, nominations }: NonNullable<RawSweep['repository']>,
  memory: RepositoryMemory,
  governed: boolean,
  now: string,
): number[] {
  const ledgers = new Set((record?.target.ledgers?.object?.entries ?? []).map(({ name }) => name));
  const labelled = present(nominations?.nodes);
  const since = memory.sweptAt === null ? Date.parse(now) - MISSED_DAYS * 86_400_000 : Date.parse(memory.sweptAt);
  const all = new Map([...present(issues?.nodes), ...labelled].map((issue) => [issue.number, issue.updatedAt]));
  return [...all].flatMap(([number, updatedAt]) => {
    const known = memory.subjects.get(number);
    if (known && known.kind !== null) {
      return known.updatedAt !== updatedAt || (!governed && known.isOutOfStep) ? [number] : [];
    }
    const isOurs = ledgers.has(String(number)) || labelled.some((issue) => issue.number === number);
    return isOurs || Date.parse(updatedAt) >= since ? [number] : [];
  });
}

/** The closed pull requests that changed last, as far as they have a ledger: the others are none of Convenor's business. */
function recentlyClosed({
  record,
  recent,
}: NonNullable<RawSweep['repository']>): { number: number; updatedAt: string }[] {
  const ledgers = new Set((record?.target.ledgers?.object?.entries ?? []).map(({ name }) => name));
  return present(recent?.nodes).filter(({ number }) => ledgers.has(String(number)));
}
