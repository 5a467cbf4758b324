import type { Facts } from '../facts/facts.js';
import { editField } from '../proposal/index.js';
import type { ProposalState } from '../rules/schema.js';
import { statusWord } from './bookkeeping.js';
import type { SubjectState } from './state.js';
import { isUnconfirmed } from './taken-over.js';
import { leaf, type Requirement } from './verdict.js';

/** The edit that brings the status of a merged proposal in step with the record. */
export interface StatusEdit {
  status: ProposalState;
  path: string;
}

/** The way of a proposal from its beginning to its end. */
const WAY: readonly ProposalState[] = ['proposal', 'draft', 'in-review', 'accepted', 'final'];

/** Whether a file is further on its way than the record: people merged it so, and that is not taken back. */
const isFurther = (file: ProposalState | null, record: ProposalState): boolean =>
  WAY.includes(record) && WAY.findIndex((step) => step === file) > WAY.indexOf(record);

/** Whether file and record say the same of a merged proposal; before a sponsor the file says `Draft`. */
const isInStep = (file: ProposalState | null, record: ProposalState): boolean =>
  file === record || (record === 'proposal' && file === 'draft');

/**
 * The edit of a merged proposal's file that Convenor offers as a pull request of its own: its status, where the record
 * has gone on. Null where they say the same, where the file is further on, and where no edit of one line would do.
 */
export function statusEdit(facts: Facts, state: SubjectState): StatusEdit | null {
  const file = facts.merged?.file ?? null;
  if (!file || facts.governing.rules.rules['status-in-step'].mode === 'observe' || isUnconfirmed(state)) return null;
  const { status } = state;
  if (isInStep(file.status, status) || isFurther(file.status, status)) return null;
  return 'error' in editField(file.source, 'status', statusWord(status)) ? null : { status, path: file.path };
}

/** Where the file on the default branch says otherwise than the record, and what becomes of it; nothing else. */
export function statusInStep(facts: Facts, state: SubjectState): Requirement[] {
  const { merged, repository, governing } = facts;
  if (!merged || governing.rules.rules['status-in-step'].mode === 'observe' || isUnconfirmed(state)) return [];
  const { file, pulls, refused } = merged;
  const base = { rule: 'status-in-step' as const, name: 'File' };
  const branch = `\`${repository.defaultBranch}\``;
  if (!file) {
    return [leaf({ ...base, held: 'open', says: `Its file is not on ${branch} any more.`, next: null })];
  }
  const mine = pulls.find(({ status }) => status === state.status);
  if (isInStep(file.status, state.status)) return [];
  const differ = `The file on ${branch} says ${statusWord(file.status ?? 'nothing')}, and the record ${statusWord(state.status)}.`;
  if (isFurther(file.status, state.status)) {
    const says = `${differ} What people merged is not taken back: who may brings the record after it with \`/sep status\`.`;
    return [leaf({ ...base, held: 'open', says, next: null })];
  }
  const link = mine ? `[#${mine.number}](${mine.url})` : '';
  switch (mine?.state) {
    case 'open':
      return [
        leaf({
          ...base,
          held: 'open',
          says: `${differ} ${link} brings it in step.`,
          next: `merges ${link}, which brings its file in step.`,
        }),
      ];
    case 'closed':
      return [
        leaf({
          ...base,
          held: 'open',
          says: `${differ} Somebody closed ${link}, and it is not opened again.`,
          next: null,
        }),
      ];
    case 'merged':
      return [leaf({ ...base, held: 'open', says: `${differ} ${link} was merged for it.`, next: null })];
    case undefined: {
      if (refused !== null) {
        const says = `${differ} Convenor could not open a pull request for it: ${refused}`;
        return [
          leaf({
            ...base,
            held: 'failed',
            says,
            next: `lets the app write the branch, or changes the status by hand.`,
          }),
        ];
      }
      const says = statusEdit(facts, state)
        ? `${differ} A pull request of Convenor's own follows.`
        : `${differ} No edit of one line mends that.`;
      return [leaf({ ...base, held: 'open', says, next: null })];
    }
  }
}
