import { organizationsAllow } from '../ballot-organizations.js';
import { isConfirmed, isTextSettled, sorted, stillAsked } from '../ballots.js';
import { certainCountOf, counted, countOf, type Count } from '../count.js';
import { inShort, inWords, plusDays } from '../instants.js';
import { hasStake, speaksFor } from '../standing.js';
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
  // A record that waited for its text counts here, too: nobody need have spoken since the text was put back.
  atDeadline: (state, decision) =>
    recorded(state, decision, decision.deadline) ??
    endCore(
      state,
      decision,
      countOf(decision, (elector) => hasStake(state, elector)) ?? 'undecided',
      decision.deadline,
    ),
  whenCertain(state, decision, { at }) {
    const ending = recorded(state, decision, at);
    if (ending) return ending;
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
      ...(isTextSettled(open) || (open.ballots.length === 0 && !open.record) ? [] : [confirmation(open)]),
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
  if (!ballot) return null;
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

/** The end by what the core decided elsewhere; null where nothing was recorded, or the record does not count. */
function recorded(state: SubjectState, decision: Decision, at: string): Ending | null {
  const { record, confirmations } = decision;
  if (!record || record.confirmedBy.length < confirmations || recordLacks(state, decision) !== null) return null;
  const { outcome, yes, no, absent, by } = record;
  const how = `${yes} yes, ${no} no, ${absent} absent, as @${by.login} recorded and another of the core confirmed`;
  return endCore(state, decision, outcome, at, how, record);
}

/**
 * What keeps a record from counting beside confirmations, in a sentence; null where nothing does. Authors and sponsor
 * never decide alone on their own matter, so one of who wrote and confirmed it has no part in it; and what was decided
 * on another text is decided on this one as the rule for pushes says.
 */
export function recordLacks(state: SubjectState, decision: Decision): string | null {
  const { record, electorate, pushes, text } = decision;
  if (!record) return null;
  const said = [record.by, ...record.confirmedBy];
  const of = electorate.filter((elector) => said.some((one) => speaksFor(elector, one)));
  if (of.every((elector) => hasStake(state, elector))) {
    return 'Authors and sponsor do not decide alone, so another of the core has to confirm it, too.';
  }
  if (record.text === text || pushes === 'keep' || isConfirmed(decision, text)) return null;
  return pushes === 'confirm' && text !== decision.openedOn
    ? 'The text has changed since it was recorded: it counts once one of those who are counted, and no author, confirms the text with `/sep confirm`.'
    : 'The text has changed since it was recorded, so it has to be recorded anew.';
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
