import { isDeepStrictEqual } from 'node:util';
import { reviewersOf } from '../../judge/asking.js';
import { courseOf } from '../../judge/course.js';
import { indexedOf } from '../../judge/indexed.js';
import type { LadderPlay } from '../../judge/ladder/fold.js';
import { indexedNomination } from '../../judge/ladder/indexed.js';
import type { Replay } from '../../judge/replay.js';
import { indexFile, nominationFile } from '../layout.js';
import { sealOf } from '../seal.js';
import { finding, type Finding } from './finding.js';
import type { LedgerCheck } from './ledger.js';

/**
 * Holds what the index says of a proposal against its ledger. The track record of groups, on which delegations rest, is
 * read from the index; its words for people, and what they say of the document, are not part of the ledger and not looked at.
 * @param text of the index's file; null where there is none
 */
export function checkIndex(
  { number, lines, last }: Pick<LedgerCheck, 'number' | 'lines' | 'last'>,
  text: string | null,
  { state, line }: Replay,
): Finding[] {
  const path = indexFile(number);
  if (text === null) {
    return [finding('index/form', `The index has no file for the ledger of #${number}.`, { ledger: number, path })];
  }
  const said = parsed(text);
  if (said === null) return [finding('index/form', 'This file is no entry of the index.', { ledger: number, path })];
  const isOpen = (line.pulls.at(-1)?.state ?? 'open') === 'open';
  const wanted = { pull: number, open: isOpen, ...indexedOf(state) };
  const later = { course: courseOf(state), seal: sealOf(lines, last), reviewers: reviewersOf(state) };
  const differing =
    Object.entries(wanted).find(([key, value]) => !isDeepStrictEqual(value, said[key])) ??
    // An entry from before there were these has none of them, and says nothing wrong by that.
    Object.entries(later).find(([key, value]) => Object.hasOwn(said, key) && !isDeepStrictEqual(value, said[key]));
  const steps = state.steps.map(({ at, source }) => ({ at, url: source }));
  const part = differing?.[0] ?? (isDeepStrictEqual(steps, stepsIn(said)) ? null : 'steps');
  if (part === null) return [];
  const message = `The index says something else of #${number} than its ledger comes to (${part}).`;
  return [finding('index/differs', message, { ledger: number, path })];
}

/**
 * Holds what the index says of a nomination against the ledger of its issue, its words for people aside. One from before
 * there were these has no file, and says nothing wrong by that.
 * @param text of its file; null where there is none
 */
export function checkNominated(
  { number, lines, last }: Pick<LedgerCheck, 'number' | 'lines' | 'last'>,
  text: string | null,
  { state }: Pick<LadderPlay, 'state'>,
): Finding[] {
  if (text === null) return [];
  const at = { ledger: number, path: nominationFile(number) };
  const said = parsed(text);
  if (said === null) return [finding('index/form', 'This file is no entry of the index.', at)];
  const isOpen = (lines.filter((line) => line.kind === 'pull').at(-1)?.state ?? 'open') === 'open';
  const wanted = state.nomination && {
    ...{ issue: number, open: isOpen },
    ...indexedNomination(state.nomination),
    seal: sealOf(lines, last),
  };
  const differing = Object.entries(wanted ?? { nomination: null }).find(
    ([key, value]) => !isDeepStrictEqual(value, said[key]),
  );
  if (!differing) return [];
  const message = `The index says something else of #${number} than its ledger comes to (${differing[0]}).`;
  return [finding('index/differs', message, at)];
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The steps without their words, which are made for people. */
function stepsIn({ steps }: Record<string, unknown>): unknown {
  return Array.isArray(steps)
    ? steps.map((step: unknown) => {
        const { at, url } = (step ?? {}) as { at?: unknown; url?: unknown };
        return { at, url };
      })
    : null;
}
