import { organizationsAllow } from '../ballot-organizations.js';
import { isTextSettled, sorted, stillAsked } from '../ballots.js';
import { certainCountOf, counted, countOf, type Count } from '../count.js';
import { inShort, inWords, plusDays } from '../instants.js';
import { hasStake } from '../standing.js';
import type { Condition, CoreRecord, Decision, SubjectState } from '../state.js';
import { leaf, type Requirement } from '../verdict.js';
import { confirmation } from './consensus.js';
import { end, votesInWords, type Ending, type Form } from './form.js';
import { ballotNodes, concernNodes, seenAt } from './nodes.js';

/** The core decides, by its ballots or by what it decided elsewhere. */
export const core: Form = {
  name: 'Core decision',
  rule: 'core-decision',
  good: ['accepted'],
  terms({ rules }, _, at) {
    const { days, quorum, threshold } = rules['core-decision'];
    return { deadline: plusDays(at, days), quorum, threshold };
  },
  atDeadline: (state, decision) =>
    endCore(
      state,
      decision,
      countOf(decision, (elector) => hasStake(state, elector)) ?? 'undecided',
      decision.deadline,
    ),
  whenCertain(state, decision, { at, rules }) {
    const { record } = decision;
    // By as many as the rules ask that it was opened by, whatever those say by which somebody confirms.
    if (record && record.confirmedBy.length >= rules.rules['core-record'].confirm) {
      const { outcome, yes, no, absent, by } = record;
      const how = `${yes} yes, ${no} no, ${absent} absent, as @${by.login} recorded and another of the core confirmed`;
      return endCore(state, decision, outcome, at, how, record);
    }
    if (decision.isEnding) return alone(state, decision, at);
    const certain = certainCountOf(decision, (elector) => hasStake(state, elector));
    return certain === null ? null : endCore(state, decision, certain, at);
  },
  headline: (_, open) => `Before the Core Maintainers until ${inWords(open.deadline)}`,
  next(_, open) {
    const people = stillAsked(open);
    const until = inWords(open.deadline);
    const record = open.record && {
      who: 'Another of the core',
      people: [],
      what: `confirms the record of ${open.record.by.login} with \`/core confirm\` until ${until}, or votes.`,
    };
    const what = `write \`/core accept\`, \`/core reject\` or \`/core abstain\` until ${until}.`;
    return [
      ...(record ? [record] : []),
      { who: 'The Core Maintainers', people, what },
      ...(isTextSettled(open) || open.ballots.length === 0 ? [] : [confirmation(open)]),
    ];
  },
  whileOpen: (open) => ({
    held: 'open',
    says: [`Open until ${inShort(open.deadline)}.`, counted(open), ...organizationsAllow(open)].join(' '),
    next: 'Core Maintainers write `/core accept`, `/core reject` or `/core abstain`.',
  }),
  // Only where it is the last word, and the proposal is still before the core.
  afterwards: (state, decision) =>
    decision.id === state.decisions.at(-1)?.id &&
    state.status === 'in-review' &&
    decision.closed?.outcome === 'undecided'
      ? 'returns it with `/sep status draft <reason>`, and brings it to the core again when it is ready.'
      : null,
  children: (decision) => [
    ...recordNodes(decision),
    ...ballotNodes(decision, 'core-decision'),
    ...concernNodes(decision, 'core-decision'),
  ],
};

/**
 * The end of the core's decision; conditions of the yes that carried it come with an acceptance.
 * @param record the confirmed record that it ends by; null where it ends by ballots here
 */
export function endCore(
  state: SubjectState,
  decision: Decision,
  outcome: Count,
  at: string,
  said: string = votesInWords(decision),
  record: CoreRecord | null = null,
): Ending {
  const words = {
    accepted: 'The core accepted',
    rejected: 'The core rejected',
    undecided: 'The core came to no decision',
  };
  const status = outcome === 'undecided' ? state.status : outcome;
  const ending = end(decision, outcome, at, `${words[outcome]}: ${said}.`, status);
  const demanded = outcome === 'accepted' ? demandedBy(decision, record) : [];
  return demanded.length === 0 ? ending : { ...ending, changes: { conditions: [...state.conditions, ...demanded] } };
}

/**
 * A Lead Maintainer "can act alone where Core Maintainers require multiple approvals" (contributor-ladder.mdx, Lead
 * Maintainer); it is recorded as that. Their ballot is the last one.
 */
function alone(state: SubjectState, decision: Decision, at: string): Ending | null {
  const ballot = decision.ballots.at(-1);
  if (!ballot || ballot.choice === 'abstain') return null;
  const outcome = ballot.choice === 'yes' ? 'accepted' : 'rejected';
  return endCore(state, decision, outcome, at, `@${ballot.by.login} acted alone, as a Lead Maintainer may`);
}

/** What the counted yes ask for, each name once: of two with the same name the first to ask keeps it. */
function demandedBy(decision: Decision, record: CoreRecord | null): Condition[] {
  const of = [...sorted(decision).counted.filter(({ choice }) => choice === 'yes'), ...(record ? [record] : [])];
  const found = new Map<string, Condition>();
  for (const { by, demands } of of) {
    for (const { name, text } of demands) {
      if (!found.has(name)) found.set(name, { decision: decision.id, name, text, by, shown: null, confirmed: null });
    }
  }
  return [...found.values()];
}

function recordNodes({ record, closed }: Decision): Requirement[] {
  if (!record) return [];
  const { by, at, outcome, yes, no, absent, confirmedBy } = record;
  const confirmed = confirmedBy.length > 0 ? ` Confirmed by ${confirmedBy.map(({ login }) => login).join(', ')}.` : '';
  return [
    leaf({
      rule: 'core-record',
      name: 'Decided elsewhere',
      held: confirmed !== '' && closed ? 'held' : 'open',
      says: `${by.login} recorded on ${inShort(at)}: ${outcome} by ${yes} yes, ${no} no, ${absent} absent.${confirmed}`,
      next: closed ? null : 'Another of the core confirms it with `/core confirm`.',
      seen: [seenAt(record)],
    }),
  ];
}
