import type { RawSnapshot } from '../github/queries/snapshot.js';
import { ownAmong, pullState } from '../github/own-pulls.js';
import type { Line } from '../ledger/lines.js';
import { proposalFile, readProposal } from '../proposal/index.js';
import { proposalState, type ProposalState, type Rules } from '../rules/schema.js';
import type { Library, PullFacts } from './facts.js';
import type { SubjectMemory } from './memory.js';
import { markerOf } from './texts.js';

/** A pull request of Convenor's own that brings the status of a merged proposal in step. */
export interface StatusPull {
  number: number;
  nodeId: string;
  url: string;
  state: 'open' | 'closed' | 'merged';
  /** The status that it brings; null where its description does not say so any more. */
  status: ProposalState | null;
  head: string;
}

/** What the default branch has of a merged proposal, and what Convenor has done about its status. */
export interface MergedFacts {
  /** Null where the file is not there any more, or cannot be read. */
  file: { path: string; source: string; status: ProposalState | null } | null;
  /** Newest first. */
  pulls: readonly StatusPull[];
  /** Why GitHub refused another one within the last hour, in sentences; null where it did not. */
  refused: string | null;
}

/** The branch of Convenor's own on which the status of a merged proposal is brought in step. */
export const statusBranch = (number: number): string => `convenor/status-${number}`;

/** The number of the pull request whose proposal a branch brings in step; null for any other branch. */
export function broughtInStep(branch: string | null): number | null {
  const number = /^convenor\/status-(\d{1,10})$/.exec(branch ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** The marker of a pull request that brings a status. */
export const statusMarker = (number: number, status: ProposalState): string => `status-pull:${number}:${status}`;

const REFUSED_MINUTES = 60;

/** What stands on the default branch of a merged proposal; null of one that is not merged. */
export function mergedFacts(
  raw: NonNullable<RawSnapshot['repository']>,
  pull: PullFacts,
  known: { lines: readonly Line[]; library: Library; rules: Rules; subject: SubjectMemory; now: string },
): MergedFacts | null {
  if (pull.state !== 'merged') return null;
  const { subject, now } = known;
  const { statusRefused: refused } = subject;
  const isFresh = refused !== null && Date.parse(now) - Date.parse(refused.at) < REFUSED_MINUTES * 60_000;
  return {
    file: fileOf(pull.number, known),
    pulls: ownAmong(raw.statusPulls?.nodes).map(({ id, number, url, state, body, headRefOid }) => ({
      number,
      nodeId: id,
      url,
      state: pullState(state),
      status: statusIn(markerOf(body), pull.number),
      head: headRefOid,
    })),
    refused: isFresh ? refused.why : null,
  };
}

function statusIn(marker: string | null, number: number): ProposalState | null {
  const [, of, status] = /^status-pull:(\d+):([a-z-]+)$/.exec(marker ?? '') ?? [];
  return Number(of) === number ? (proposalState.safeParse(status).data ?? null) : null;
}

/** The proposal's file on the default branch: where it was merged, or else the only one with its number. */
function fileOf(
  pull: number,
  { lines, library, rules }: { lines: readonly Line[]; library: Library; rules: Rules },
): MergedFacts['file'] {
  const head = lines.findLast((line) => line.kind === 'head-seen');
  const number = head?.claims.number ?? pull;
  const folder = rules.paths.proposals;
  const named = [...library.texts.keys()].filter((path) => proposalFile(path, { folder })?.number === number);
  const path = head && library.texts.has(head.path) ? head.path : named.length === 1 ? named[0] : undefined;
  const source = path === undefined ? null : (library.texts.get(path) ?? null);
  if (path === undefined || source === null) return null;
  return { path, source, status: readProposal(source, { path }).status };
}
