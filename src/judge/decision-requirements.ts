import type { Facts } from '../facts/facts.js';
import { formOf } from './forms/index.js';
import { weightNow } from './grouping.js';
import { inShort } from './instants.js';
import type { Decision, SubjectState } from './state.js';
import { leaf, type Requirement } from './verdict.js';

/** The decision that comes next: after an open consensus what its authority says, else the one that is to be opened. */
export function toCome(facts: Facts, state: SubjectState, last: Decision | null): Requirement[] {
  if (last?.form !== 'consensus' || last.closed !== null) return [decisionToCome(facts, state)];
  const rest = { held: 'open' as const, next: null };
  switch (last.authority) {
    case 'advise':
      return [
        leaf({
          rule: 'core-decision',
          name: 'Core decision',
          says: ['Follows: the group advises, the core decides.', ...last.because].join(' '),
          ...rest,
        }),
      ];
    case 'veto-window':
      return [
        leaf({
          rule: 'veto-window',
          name: 'Veto window',
          says: ['Follows: the core may object for a while.', ...last.because].join(' '),
          ...rest,
        }),
      ];
    case 'decide':
      return [];
  }
}

function decisionToCome(facts: Facts, state: SubjectState): Requirement {
  const base = { name: 'Decision', held: 'open' as const };
  if (!state.group) {
    const next = 'brings the proposal to the Core Maintainers with `/sep status in-review`.';
    return leaf({ ...base, rule: 'core-decision', says: 'None is open yet.', next });
  }
  const { authority, because } = weightNow(facts, state, state.group.slug);
  const says = {
    advise: "The group's consensus is a recommendation, and the core decides.",
    'veto-window': "The group's consensus stands unless the core objects.",
    decide: "The group's consensus accepts.",
  }[authority];
  const opens = 'opens a consensus with `/consensus start minor';
  const next =
    authority !== 'advise' && facts.governing.rules.rules['reserved-matters'].breaking
      ? `${opens} compatible\` or \`/consensus start significant compatible\`; \`breaking\` stands in its place where it is that, and undeclared it is the core's.`
      : `${opens}\` or \`/consensus start significant\`.`;
  return leaf({ ...base, rule: 'consensus', says: ['None is open yet.', says, ...because].join(' '), next });
}

/** A decision as people read it: where it stands, and below it each block or ballot. */
export function ofDecision(facts: Facts, state: SubjectState, decision: Decision): Requirement {
  const form = formOf(decision);
  const { name, rule } = form;
  const children = form.children(decision);
  const { closed } = decision;
  if (!closed) return { rule, name, ...form.whileOpen(facts, decision), children };
  const good = ['agreed', 'accepted'].includes(closed.outcome);
  const says = `${closed.why.replaceAll('@', '')} Ended ${inShort(closed.at)}.`;
  const held = good ? 'held' : 'failed';
  return { rule, name, held, says, next: good ? null : afterFailure(state, decision), children };
}

/** What the sponsor does after the core came to no decision; a blocked consensus leads back to the draft and says it there. */
const afterFailure = (state: SubjectState, decision: Decision): string | null =>
  decision === state.decisions.at(-1) && decision.closed?.outcome === 'undecided' && state.status === 'in-review'
    ? 'returns it with `/sep status draft <reason>`, and brings it to the core again when it is ready.'
    : null;
