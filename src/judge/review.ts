import type { Facts } from '../facts/facts.js';
import { reviewProposal, type Companion, type Finding, type ReviewContext } from '../proposal/index.js';
import type { Rules } from '../rules/schema.js';
import { besideFindings } from './beside.js';
import type { SubjectState } from './state.js';
import { isUnconfirmed } from './taken-over.js';

/** What an editor would say of the document, by the state that the record holds: a draft is looked at more gently. */
export function review(facts: Facts, subject: Pick<SubjectState, 'status' | 'takenOver'>): Finding[] {
  const { document, pull, repository, governing, surroundings, now } = facts;
  const { path, source, proposal, unreadable } = document;
  if (unreadable) return [unreadable];
  const { library, missingPaths, knownNumbers } = surroundings;
  const context: ReviewContext = {
    path,
    source,
    pullRequest: pull.number,
    // A claim, whoever made it, makes nobody look at the document more gently.
    state: isUnconfirmed(subject) ? null : subject.status,
    today: now.slice(0, 10),
    repository: `${repository.owner}/${repository.name}`,
    knownLogins: governing.governance.people.flatMap(({ logins }) => logins),
    knownNumbers,
    relations: library.relations,
    exists: (target) => !missingPaths.has(target),
    template: library.template,
    companion: companionBy(governing.rules),
  };
  return [...besideFindings(facts), ...reviewProposal(proposal, context)];
}

/** The rendered page that the rules want said; null where there is none, or where they only observe. */
export function companionBy({ rules }: Rules): Companion | null {
  const { path, command, mode } = rules['rendered-page'];
  return path === null || mode === 'observe' ? null : { path, ...(command === null ? {} : { command }) };
}
