import { markerOf } from '../../src/facts/texts.js';
import { textAt } from '../../src/sandbox/actions/outdate.js';
import { suggestionOf } from '../../src/sandbox/actions/suggestions.js';
import type { Play, Stage } from '../../src/sandbox/demo/stage.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import type { ReviewComment } from '../../src/sandbox/state/types.js';
import { stageFor, tidewire } from './stage.js';

export const PATH = 'seps/0012-short-frames.md';

/** Una Reed's first proposal for Tidewire: nothing is to be said of it. She has no part in any group, and no access. */
export const CLEAN = `# SEP-12: Short frames for satellite links

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-11-20
- **Author(s)**: Una Reed (@unareed)
- **Sponsor**: None
- **Working Group**: Wire Format
- **PR**: #12

## Abstract

A frame of twelve bytes for gauges that pay for each byte they send. It leaves out what a receiver can know already,
and so takes a third of the bytes of a frame of today, without another round trip.

## Motivation

A buoy on a satellite link sends one reading every ten minutes. Most of what it pays for is padding.

## Specification

A gauge MAY send short frames. A short frame MUST hold twelve bytes.

## Rationale

Compression was tried and costs more power than it saves.

## Backward Compatibility

Gauges that send long frames go on doing so.

## Security Implications

A checksum of two bytes finds accidents and no attacks.

## Reference Implementation

A branch of the Rust SDK sends and reads short frames.
`;

/** {@link CLEAN} with each text replaced by another; fails where one is not there. */
export function slipped(changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`"${from}" is not in the proposal.`);
    return text.replace(from, () => to);
  }, CLEAN);
}

/** A stage on which Una is the author. */
export const stageOfUna = (text: string, more: Partial<Play> = {}): Promise<Stage> =>
  stageFor(tidewire('wire-format', { proposal: { text, slug: 'short-frames' }, ...more }));

/** Una opens her pull request, and Convenor looks at it. @param files beside the proposal */
export async function unaOpens(
  text: string,
  more: Partial<Play> = {},
  files: Record<string, string> = {},
): Promise<Told> {
  const stage = await stageOfUna(text, more);
  await stage.bench.start();
  return { ...stage, pull: await opens(stage, text, files) };
}

export const opens = (
  { cast, repo }: Stage,
  text: string,
  files: Record<string, string> = {},
): Promise<PullRequestHandle> =>
  cast.author.opensPullRequest({ repo, title: 'SEP: Short frames', files: { [PATH]: text, ...files } });

/** Una pushes the proposal as it is at the head, with something changed. */
export async function unaChanges(told: Told, change: (text: string) => string): Promise<void> {
  await told.cast.author.pushes(told.pull, { files: { [PATH]: change(textOf(told)) } });
}

export const textOf = ({ sandbox, pull }: Told): string => textAt(sandbox.state.objects, pull.head, PATH) ?? '';

/** What the document's check marks, as "line code". */
export const marks = ({ pull }: Told): string[] =>
  (pull.check('convenor/proposal')?.annotations ?? []).map(({ startLine, title }) => `${startLine} ${title ?? ''}`);

/** The summary of the document's check. */
export const summary = ({ pull }: Told): string => pull.check('convenor/proposal')?.output.summary ?? '';

/** Where a suggestion stands: waiting for the author, resolved by somebody, or waiting on a line that is gone. */
export interface Offer {
  code: string;
  line: number | null;
  to: string;
  state: string;
  comment: ReviewComment;
}

/** All suggestions on the pull request, oldest first. */
export const offers = ({ pull, sandbox }: Told): Offer[] =>
  pull.botReviewComments().map((comment) => {
    const thread = pull.now.reviewThreads.find(({ id }) => id === comment.threadId);
    const by = sandbox.state.accounts.get(thread?.resolvedById ?? 0)?.login;
    return {
      code: markerOf(comment.body)?.split(':')[1] ?? 'none',
      line: comment.line,
      to: suggestionOf(comment.body)?.join('\n') ?? 'none',
      state: thread?.resolvedAt == null ? 'open' : `resolved by ${by ?? 'nobody'}`,
      comment,
    };
  });

/** The suggestions as "code state", oldest first. */
export const states = (told: Told): string[] => offers(told).map(({ code, state }) => `${code} ${state}`);

/** The suggestion for a code; fails where there is none. */
export function offered(told: Told, code: string): Offer {
  const found = offers(told).find((offer) => offer.code === code);
  if (!found) throw new Error(`Nothing is suggested for ${code}: ${states(told).join(', ')}`);
  return found;
}
