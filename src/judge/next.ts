import type { Facts } from '../facts/facts.js';
import type { Who } from '../ledger/lines.js';
import { groupBySlug, titleOf } from '../people/index.js';
import { inWords } from './instants.js';
import { openDecision, standingBlocks, type Decision, type SubjectState } from './state.js';
import type { NextStep, Requirement } from './verdict.js';

/** What is next and whom it waits for: the first line that a busy person reads. */
export function nextSteps(facts: Facts, state: SubjectState, requirements: Requirement[]): NextStep[] {
  if (facts.pull.state !== 'open') return [];
  const author: Omit<NextStep, 'what'> = { who: 'The author', people: state.author ? [state.author] : [] };
  if (facts.document.isGone) {
    return requirements.flatMap(({ rule, next }) =>
      rule === 'document' && next !== null ? [{ ...author, what: next }] : [],
    );
  }
  const open = openDecision(state);
  if (open) return ofDecision(facts, open);
  const sponsor: Omit<NextStep, 'what'> = { who: 'The sponsor', people: state.sponsor ? [state.sponsor.by] : [] };
  const steps: NextStep[] = [];
  for (const { rule, held, next } of requirements) {
    if (held === 'held' || next === null) continue;
    if (rule === 'document' || rule === 'numbering') steps.push({ ...author, what: next });
    if (rule === 'working-group') steps.push(forGroup(facts, state, next, author));
    if (rule === 'sponsorship') steps.push({ who: 'A maintainer', people: [], what: next });
    if (rule === 'finalization') steps.push({ ...sponsor, what: next });
    if (state.sponsor && rule === 'consensus') steps.push({ ...leads(facts, state.group?.slug ?? null), what: next });
    if (state.sponsor && rule === 'core-decision') steps.push({ ...sponsor, what: next });
  }
  return ['rejected', 'withdrawn', 'superseded', 'final'].includes(state.status) ? [] : steps;
}

function forGroup(facts: Facts, state: SubjectState, what: string, author: Omit<NextStep, 'what'>): NextStep {
  if (state.groups.length > 1) return { who: 'A lead of one of these groups, or the core,', people: [], what };
  const claimed = state.head?.claims.group ?? null;
  return claimed === null ? { ...author, what } : { ...leads(facts, claimed), what };
}

function leads(facts: Facts, slug: string | null): Omit<NextStep, 'what'> {
  if (slug === null) return { who: 'A lead of the group', people: [] };
  const { governance, accounts } = facts.governing;
  const people = (groupBySlug(governance, slug)?.leads ?? []).flatMap((lead): Who[] => {
    const account = accounts.get(lead.login?.toLowerCase() ?? '');
    return account ? [{ id: account.id, login: account.login }] : [];
  });
  return { who: `A lead of the ${titleOf(governance, slug)}`, people };
}

function ofDecision(facts: Facts, open: Decision): NextStep[] {
  const until = inWords(open.deadline);
  switch (open.form) {
    case 'consensus': {
      const standing = standingBlocks(open);
      if (standing.length > 0) {
        return standing.map((block) => ({
          who: block.by.login,
          people: [block.by],
          what: `clears the block with \`/unblock ${block.slug}\` once the objection is met, before ${until}.`,
        }));
      }
      const who =
        open.group === null ? 'The members' : `The members of the ${titleOf(facts.governing.governance, open.group)}`;
      return [{ who, people: [], what: `object with \`/block <name>\` until ${until}; silence is consent.` }];
    }
    case 'veto-window':
      return [
        {
          who: 'The Core Maintainers',
          people: [],
          what: `object with \`/veto <reason>\` until ${until}, or let it stand.`,
        },
      ];
    case 'core': {
      const spoken = new Set(open.ballots.map((ballot) => ballot.by.id));
      const people = open.electorate
        // Who has no account is counted, under an id below zero, and cannot be asked.
        .filter(({ id }) => id > 0 && !spoken.has(id))
        .map(({ id, login }) => ({ id, login }));
      const what = `write \`/core accept\`, \`/core reject\` or \`/core abstain\` until ${until}.`;
      return [{ who: 'The Core Maintainers', people, what }];
    }
  }
}
