import { contradiction } from '../problems.js';
import { dueTerms, type Term } from '../terms.js';
import type { Group } from '../types.js';
import type { DriftCheck } from './types.js';

/** Terms that end soon, ended, or are overdue. */
export const termsDue: DriftCheck = ({ sources, today, notice }) =>
  dueTerms(sources, today, notice).map((term) =>
    contradiction(
      term.state === 'ending' ? 'people/term-ending' : 'people/term-over',
      term.state === 'ending' ? 'info' : 'warning',
      { path: term.path, line: term.line },
      [],
      `The term of ${term.name ?? `@${term.login ?? ''}`} as ${officeOf(term, sources.groups)} ${endOf(term)}.`,
      term.state === 'ending'
        ? 'Renew it, or find a successor.'
        : 'Write down the renewal, or name the successor; until then nothing changes by itself, but for what the roster ends.',
    ),
  );

function officeOf({ of }: Term, groups: readonly Group[]): string {
  if ('role' in of) return of.role;
  const group = groups.find(({ slug }) => slug === of.group);
  return `${group?.kind === 'interest-group' ? 'a facilitator' : 'a lead'} of ${group?.title ?? of.group}`;
}

function endOf({ lastDay, days }: Term): string {
  if (days === 0) return `ends today (${lastDay})`;
  const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`;
  return days > 0 ? `ends in ${count} (${lastDay})` : `ended ${count} ago (${lastDay})`;
}
