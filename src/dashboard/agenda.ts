import { inWords } from '../judge/instants.js';
import { APPEAL } from '../judge/next.js';
import { plain } from '../publish/escape.js';
import { compareTurns } from '../routing/index.js';
import { peopleInWords } from '../rules/words.js';
import type { Entry } from './entry.js';
import { isForCore, type NominationEntry, type Pending } from './nominated.js';

/** Something that waits for the core. */
export interface Matter {
  /** From 1. */
  place: number;
  entry: Entry;
  /** What the core does about it, and until when, in a sentence of ours without anybody else's words. */
  asked: string;
}

/**
 * The next meeting's agenda: what waits for the core, in the review queue's order. A proposal in review waits for its
 * decision; beside it stand what the core may still object to or undo, what a lead brought to it, and appeals. What rests
 * because its pull request is closed waits for nobody. Pure: the same index gives the same agenda.
 */
export function agendaOf(entries: readonly Entry[]): Matter[] {
  return entries
    .flatMap((entry) => {
      const asked = askedOf(entry);
      return asked === null ? [] : [{ entry, asked }];
    })
    .sort((a, b) => compareTurns(a.entry, b.entry))
    .map((one, index) => ({ place: index + 1, ...one }));
}

/** A nomination that waits for the core. */
export interface NominationMatter {
  nomination: NominationEntry;
  /** As of a {@link Matter}. */
  asked: string;
  /** Since when it waits, in a sentence. */
  why: string;
}

/** The nominations that the core, or its leads, approve, the one that was opened first first: behind all proposals. */
export const nominationsFor = (pending: readonly Pending[]): NominationMatter[] =>
  pending
    // Who is asked whether they are still there answers first.
    .filter(({ nomination, isOver }) => isForCore(nomination) && (isOver || nomination.matter !== 'inactive'))
    .toSorted((a, b) => Date.parse(a.nomination.openedAt) - Date.parse(b.nomination.openedAt))
    .map(({ nomination, isOver }) => {
      const { deadline, openedAt } = nomination;
      const until = isOver || deadline === null ? '' : `; everybody may speak until ${inWords(deadline)}`;
      return {
        nomination,
        asked: `Approves or rejects it, by the word of ${peopleInWords(nomination.approvers)}${until}.`,
        why: `Opened ${inWords(openedAt)}.`,
      };
    });

function askedOf(entry: Entry): string | null {
  const { open, status, decision, waitsFor } = entry;
  // Of a closed one nothing but an appeal waits for the core.
  if (!open) return waitsFor.some(({ who }) => who === APPEAL.who) ? 'Answers an appeal against its closing.' : null;
  if (!decision) return status === 'in-review' ? 'Decides, or returns it; no decision is open.' : null;
  const until = inWords(decision.deadline);
  switch (decision.form) {
    case 'core':
      return `Decides, until ${until}.`;
    case 'veto-window':
      return `Lets the group's word stand or objects, until ${until}.`;
    case 'core-veto':
      return `Vetoes what was decided or lets it stand, until ${until}.`;
    case 'escalation':
      return `Answers what was escalated; a first answer is due by ${until}.`;
    case 'consensus':
    case 'vote':
    case 'lead-veto':
      return null;
  }
}

/** Why a matter has its place, in a sentence. @param areas titles of priority areas, escaped, by their key */
export function whyHere({ priorityArea, status, since }: Entry, areas: ReadonlyMap<string, string>): string {
  const expedited = priorityArea === null ? '' : `Expedited: ${areas.get(priorityArea) ?? plain(priorityArea)}. `;
  return `${expedited}${AS[status]} since ${inWords(since)}.`;
}

const AS: Readonly<Record<Entry['status'], string>> = {
  proposal: 'A new proposal',
  draft: 'A draft',
  'in-review': 'In review',
  accepted: 'Accepted',
  rejected: 'Rejected',
  final: 'Final',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
  dormant: 'Dormant',
};
