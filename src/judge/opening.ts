import { isDeepStrictEqual } from 'node:util';
import type { Opening } from '../commands/command.js';
import type { Elector, LineOf, Who } from '../ledger/lines.js';
import type { Authority, Rules } from '../rules/schema.js';
import { formOf } from './forms/index.js';
import { isBefore } from './instants.js';
import { standingBlocks, type Block, type Closing, type Decision } from './state.js';

/** Whom a decision is counted by and what its group's word is worth, from the default branch at the look that opens it. */
export interface Pins {
  electorate: readonly Elector[];
  /** Who may vote beside them, and is never counted for the quorum. */
  beside: readonly Elector[];
  /** Between whom it is, where it is escalated. */
  parties: readonly Elector[];
  authority: Authority;
  /** Why not more, in sentences. */
  because: readonly string[];
  rules: { commit: string; sha256: string };
}

/** What opens a decision: its place among the others, its instant, and the act that asked for it, if one did. */
export type Place = Pick<LineOf<'opens'>, 'decision' | 'after' | 'at' | 'cause'>;

/** The line that opens a decision, by the rules that its pins name. */
export function openingLine(opening: Opening, place: Place, pins: Pins, rules: Rules): LineOf<'opens'> {
  const { form, weight = null, matter = null, group, breaking = null, until } = opening;
  const { decision, after, at, cause } = place;
  const { electorate, beside, parties, authority, because, rules: named } = pins;
  const { deadline, quorum, threshold } = formOf(opening).terms(rules, opening, at);
  return {
    kind: 'opens',
    at,
    decision,
    after,
    form,
    weight,
    matter,
    group,
    breaking,
    ...worth({ form, breaking }, { authority, because }, rules),
    electorate: [...electorate],
    beside: [...beside],
    parties: [...parties],
    quorum,
    threshold,
    deadline: until !== undefined && isBefore(deadline, until) ? until : deadline,
    cause,
    rules: named,
  };
}

/** What a decision is at its opening, beside what its line pins. */
export interface Beginning {
  opener: Who | null;
  /** With the time in which the pull request was closed added. */
  deadline: string;
  /** Hash of the normative text; null where no head was known. */
  text: string | null;
}

/** A decision as it stands when it opens. */
export function decisionFrom(line: LineOf<'opens'>, { rules }: Rules, { opener, deadline, text }: Beginning): Decision {
  const { decision: id, at: openedAt, beside, electorate, after, form, weight, matter, group, breaking } = line;
  const { authority, because, parties, quorum, threshold, rules: named } = line;
  const { most, least } = rules['ballot-organizations'];
  return {
    id,
    after,
    form,
    weight,
    matter,
    group,
    breaking,
    authority,
    because,
    parties,
    quorum,
    threshold,
    rules: named,
    electorate,
    voters: [...electorate, ...beside],
    // A veto is of what was decided, and of no text: an author who could make it fall by a push would undo it.
    pushes: form === 'core-veto' || form === 'lead-veto' ? 'keep' : rules.pushes.effect,
    organizations: { most, least, impartial: rules.escalation.impartial },
    confirmations: rules['core-record'].confirm,
    openedAt,
    opener,
    deadline,
    openedOn: text,
    text,
    confirmed: [],
    blocks: [],
    concerns: [],
    ballots: [],
    recused: [],
    questions: [],
    record: null,
    escalation: null,
    isEnding: false,
    closed: null,
    recallUntil: null,
  };
}

/** Outcomes by which a body has answered what was objected, whatever it said. */
const ANSWERING: Partial<Record<Decision['form'], readonly Closing['outcome'][]>> = {
  vote: ['passed', 'not-passed'],
  core: ['accepted', 'rejected'],
  escalation: ['answered'],
};

/**
 * The blocks that a consensus begins with: those that stood at the end of the last one, unless a vote, the core or whom it
 * named has answered since. A block is cleared by who raised it and by nobody else (DESIGN.md, Invariants), so that no
 * cancelling, withdrawing or failing of what came between gets around one.
 */
export function blocksLeft(before: readonly Decision[], { form }: Decision): readonly Block[] {
  const at = before.findLastIndex((one) => one.form === 'consensus');
  const last = before[at];
  if (form !== 'consensus' || !last) return [];
  const isAnswered = before
    .slice(at)
    .some((one) => one.closed !== null && ANSWERING[one.form]?.includes(one.closed.outcome));
  return isAnswered ? [] : standingBlocks(last);
}

const UNDECLARED =
  'Nobody declared whether it is breaking, so it is reserved to the core; a new decision with `compatible` would give ' +
  "the group's word its weight.";

/**
 * What a group's word is worth by what the lead declared. No machine can tell what is breaking: a lead declares it, and
 * what nobody declared is reserved (`reserved-matters`). Where the word is advice anyway, nothing was to be declared.
 */
function worth(
  { form, breaking }: { form: Opening['form']; breaking: LineOf<'opens'>['breaking'] },
  { authority, because }: Pick<Pins, 'authority' | 'because'>,
  { rules }: Rules,
): Pick<LineOf<'opens'>, 'authority' | 'because'> {
  const asked = (form === 'consensus' || form === 'vote') && rules['reserved-matters'].breaking;
  if (asked && breaking === 'breaking') return { authority: 'advise', because: ['It was declared breaking.'] };
  if (asked && breaking === null && authority !== 'advise') return { authority: 'advise', because: [UNDECLARED] };
  return { authority, because: [...because] };
}

/** The first part in which a written line is not the one that the fold comes to; null where they say the same. */
export function difference(written: LineOf<'opens' | 'closes'>, folded: LineOf<'opens' | 'closes'>): string | null {
  // How a closing is put into words may change from version to version; what it says may not.
  const parts = Object.entries(folded).filter(([part]) => part !== 'why');
  const found = parts.find(([part, value]) => !isDeepStrictEqual(value, written[part as keyof typeof written]));
  return found?.[0] ?? null;
}
