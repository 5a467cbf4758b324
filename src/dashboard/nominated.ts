import { z } from 'zod';
import type { IssueFacts } from '../facts/issue-facts.js';
import { isBefore } from '../judge/instants.js';
import { nominationInWords, nominationTitle } from '../judge/ladder/explain.js';
import { indexedNomination } from '../judge/ladder/indexed.js';
import type { IssueState } from '../judge/ladder/state.js';
import { matter, place, settledLine } from '../ledger/nomination-lines.js';
import type { Seal } from '../ledger/seal.js';
import { titleOf } from '../people/index.js';
import { standing } from '../rules/schema.js';
import { sealed } from './entry.js';

/** Where a nomination stands, in words, and whom it waits for. */
const stage = z.strictObject({
  headline: z.string(),
  waitsFor: z.array(z.strictObject({ who: z.string(), people: z.array(z.string()), what: z.string() })),
});

/**
 * What the dashboard knows of a nomination. It travels with each commit of the issue's ledger. The days in which everybody
 * may speak end without a line, so both stages are here.
 */
export const nominationSchema = z.strictObject({
  v: z.literal(1),
  issue: z.int(),
  url: z.string(),
  title: z.string().describe('What it is about: `grace as a maintainer`.'),
  open: z.boolean().describe('Whether the issue is open.'),
  matter,
  nominee: z.string(),
  to: place,
  group: z.string().nullable(),
  openedAt: z.string(),
  deadline: z.string().nullable(),
  approvers: z.array(standing).describe('Whose word is still asked for.'),
  closed: z.strictObject({ at: z.string(), outcome: settledLine.shape.outcome }).nullable(),
  before: stage.describe('While everybody may speak.'),
  after: stage.describe('From the deadline on, or where there is none.'),
  seal: sealed,
});
/** See {@link nominationSchema}. */
export type NominationEntry = z.infer<typeof nominationSchema>;

/**
 * A nomination's entry as the text of its file; null where nothing was opened in the issue.
 * @param seal of the ledger with the lines that are written together with this
 */
export function nominationEntry(
  { issue, governing }: Pick<IssueFacts, 'issue' | 'governing'>,
  { nomination }: Pick<IssueState, 'nomination'>,
  seal: Seal,
): string | null {
  if (!nomination) return null;
  const inStage = (isOver: boolean): NominationEntry['after'] => {
    const { headline, next } = nominationInWords(nomination, isOver, titleIn);
    return {
      headline,
      waitsFor: next.map(({ who, people, what }) => ({ who, people: people.map(({ login }) => login), what })),
    };
  };
  const titleIn = (slug: string): string => titleOf(governing.governance, slug);
  const entry: NominationEntry = {
    v: 1,
    issue: issue.number,
    url: issue.url,
    title: nominationTitle(nomination, titleIn),
    open: issue.state === 'open',
    ...indexedNomination(nomination),
    before: inStage(nomination.deadline === null),
    after: inStage(true),
    seal,
  };
  return `${JSON.stringify(entry, null, 1)}\n`;
}

/** An entry as its file has it; null where it is not of its form. */
export function readNomination(text: string): NominationEntry | null {
  try {
    return nominationSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A nomination as it stands at an instant, where it waits for somebody. */
export interface Pending {
  nomination: NominationEntry;
  /** Whether the days for everybody to speak are over. */
  isOver: boolean;
  headline: string;
  waitsFor: NominationEntry['after']['waitsFor'];
  /** The instant since which it waits for whom it waits. */
  since: string;
}

/** Nominations that are not decided and whose issue is open, as they stand at an instant, by number. */
export const pendingAt = (nominations: readonly NominationEntry[], now: string): Pending[] =>
  nominations
    .filter(({ open, closed }) => open && closed === null)
    .toSorted((a, b) => a.issue - b.issue)
    .map((nomination) => {
      const { deadline, openedAt, before, after } = nomination;
      const isOver = deadline === null || !isBefore(now, deadline);
      return { nomination, isOver, ...(isOver ? after : before), since: isOver ? (deadline ?? openedAt) : openedAt };
    });

/** Whether a nomination waits for the core: for Core Maintainers, or those who lead them. */
export const isForCore = ({ approvers }: Pick<NominationEntry, 'approvers'>): boolean =>
  approvers.some((one) => one === 'core-maintainer' || one === 'lead-maintainer');
