import type { RawIssueSnapshot } from '../github/queries/issue.js';
import { ownAmong, pullState } from '../github/own-pulls.js';
import type { RosterPull } from './issue-facts.js';
import { markerOf } from './texts.js';

/** The branch of Convenor's own on which the roster gets what was decided in an issue. */
export const rosterBranch = (number: number): string => `convenor/ladder-${number}`;

/** The number of the issue whose decision a branch brings into the roster; null for any other branch. */
export function carriesOut(branch: string | null): number | null {
  const number = /^convenor\/ladder-(\d{1,10})$/.exec(branch ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** The marker in its description: the issue, the roster that it was made from, and the one that it brings, by object id. */
export const rosterMarker = (number: number, from: string | null, to: string): string =>
  `roster-pull:${number}:${from ?? 'none'}:${to}`;

/** Convenor's own pull requests for an issue's decision, the newest first. */
export function rosterPulls(
  { rosterPulls: raw }: NonNullable<RawIssueSnapshot['repository']>,
  number: number,
): RosterPull[] {
  return ownAmong(raw?.nodes).map(({ id, number: pull, url, state, body, headRefOid, headRef }) => {
    const [, of, from = null, to = null] = /^roster-pull:(\d+):(\w+):(\w+)$/.exec(markerOf(body) ?? '') ?? [];
    const isMarked = Number(of) === number;
    return {
      ...{ number: pull, nodeId: id, url, head: headRefOid },
      state: pullState(state),
      from: isMarked ? from : null,
      isOurs: isMarked && headRef?.target.file?.oid === to,
    };
  });
}
