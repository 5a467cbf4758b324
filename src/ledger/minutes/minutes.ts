import { tally } from '../../judge/count.js';
import { formOf } from '../../judge/forms/index.js';
import type { Decision, SubjectState, Tally } from '../../judge/state.js';
import type { ProposalState, RuleId, Rules } from '../../rules/schema.js';
import { ledgerFolder } from '../layout.js';
import type { Elector, Line, LineOf, Who } from '../lines.js';
import type { LedgerCheck } from '../verify/ledger.js';
import {
  countedIn,
  lineSaid,
  uncountedIn,
  type CountedBallot,
  type FindLine,
  type LineRef,
  type Uncounted,
} from './words.js';

/** What was decided on a pull request, for the minutes: from its ledger and the rules of the record, and nothing else. */
export interface Minutes {
  pull: number;
  /** The proposal's number and title as its last head says; null where it says none. */
  number: number | null;
  title: string | null;
  author: Who | null;
  status: ProposalState;
  /** The ledger as it stands: its folder, its lines, and the SHA-256 of the last one. */
  ledger: { path: string; lines: number; last: string | null };
  decisions: DecisionMinutes[];
  /** What the acceptance depends on, by the decision that made it so. */
  conditions: (Pick<SubjectState['conditions'][number], 'decision' | 'name' | 'text' | 'by'> & {
    shown: { by: Who; at: string; url: string } | null;
    confirmed: { by: Who; at: string } | null;
  })[];
  vetoes: SubjectState['vetoes'];
}

/** With the line of the ledger that holds it; null where none of its own does. */
interface Lined {
  line: LineRef | null;
}

/** A decision for the minutes. Times are instants in UTC. */
export interface DecisionMinutes extends Pick<
  Decision,
  | 'id'
  | 'after'
  | 'form'
  | 'weight'
  | 'matter'
  | 'group'
  | 'breaking'
  | 'authority'
  | 'because'
  | 'quorum'
  | 'threshold'
> {
  /** The rule that it followed, as it was when the decision opened. */
  rule: { id: RuleId; says: string; clause: string; commit: string; sha256: string };
  opened: { at: string; by: Who | null; url: string | null; line: LineRef };
  /** With the time added in which the pull request was closed. */
  deadline: string;
  /** Null while it is open; `tally` says then how it stands. */
  ended: { at: string; outcome: LineOf<'closes'>['outcome']; why: string; line: LineRef } | null;
  tally: Tally;
  electorate: readonly Elector[];
  /** Who could vote beside them, and was not counted for the quorum. */
  beside: readonly Elector[];
  parties: readonly Elector[];
  /** Hash of the normative text that it was opened on, and of the one that it is about at its end. */
  text: { opened: string | null; last: string | null };
  confirmed: Decision['confirmed'];
  ballots: CountedBallot[];
  uncounted: Uncounted[];
  recused: (Decision['recused'][number] & Lined)[];
  blocks: (Decision['blocks'][number] & Lined)[];
  concerns: (Decision['concerns'][number] & Lined)[];
  /** What the core decided elsewhere, as it was recorded. */
  record: (NonNullable<Decision['record']> & Lined) | null;
  escalation: Decision['escalation'];
}

/**
 * The minutes of a ledger that holds.
 * @param rulebook the rules that lines name by their hash
 * @throws where the ledger was not checked, or does not hold: then nothing was decided that minutes could say
 */
export function minutesOf(ledger: LedgerCheck, rulebook: ReadonlyMap<string, Rules>): Minutes {
  const { number: pull, lines, last, replay } = ledger;
  if (!replay) throw new Error(`The ledger of #${pull} does not hold.`);
  const { state } = replay;
  const find: FindLine = (line) => ({ seq: line.seq, sha256: lines[line.seq + 1]?.prev ?? last ?? '' });
  return {
    pull,
    number: state.head?.claims.number ?? null,
    title: state.head?.claims.title ?? null,
    author: state.author,
    status: state.status,
    ledger: { path: ledgerFolder(pull), lines: lines.length, last },
    decisions: state.decisions.map((decision) => minuted(decision, { state, lines, rulebook, find })),
    conditions: state.conditions.map(({ decision, name, text, by, shown, confirmed }) => ({
      decision,
      name,
      text,
      by,
      shown: shown && { by: shown.by, at: shown.at, url: shown.url },
      confirmed,
    })),
    vetoes: state.vetoes,
  };
}

interface Sources {
  state: SubjectState;
  lines: readonly Line[];
  rulebook: ReadonlyMap<string, Rules>;
  find: FindLine;
}

function minuted(decision: Decision, { state, lines, rulebook, find }: Sources): DecisionMinutes {
  const opens = lines.find((line) => line.kind === 'opens' && line.decision === decision.id);
  const closes = lines.find((line) => line.kind === 'closes' && line.decision === decision.id);
  const rules = rulebook.get(decision.rules.sha256);
  if (opens?.kind !== 'opens' || !rules) throw new Error(`${decision.id} is not in the record.`);
  const cause = state.acts.find(
    ({ act }) => act.source.id === opens.cause?.source && act.source.index === opens.cause.index,
  );
  const { rule: id } = formOf(decision);
  const { says, clause } = rules.rules[id];
  const { form, after, weight, matter, group, breaking, authority, because, quorum, threshold, deadline } = decision;
  const { electorate, parties, confirmed, recused, blocks, concerns, record, escalation } = decision;
  return {
    id: decision.id,
    after,
    form,
    weight,
    matter,
    group,
    breaking,
    authority,
    because,
    quorum,
    threshold,
    rule: { id, says, clause, commit: decision.rules.commit, sha256: decision.rules.sha256 },
    opened: { at: decision.openedAt, by: decision.opener, url: cause?.act.source.url ?? null, line: find(opens) },
    deadline,
    ended:
      closes?.kind === 'closes'
        ? { at: closes.at, outcome: closes.outcome, why: closes.why, line: find(closes) }
        : null,
    tally: decision.closed?.tally ?? tally(decision),
    electorate,
    beside: opens.beside,
    parties,
    text: { opened: decision.openedOn, last: decision.text },
    confirmed,
    ballots: countedIn(state, decision, find),
    uncounted: uncountedIn(state, decision, find),
    recused: recused.map((one) => ({ ...one, line: lineOfRecusal(one, { state, find }) })),
    blocks: blocks.map((one) => ({ ...one, line: lineSaid(one, state, find, ({ args }) => args[0] === one.slug) })),
    concerns: concerns.map((one) => ({ ...one, line: lineSaid(one, state, find) })),
    record: record && { ...record, line: lineSaid(record, state, find) },
    escalation,
  };
}

/** A recusal does not keep where it was said: it is the one of that instant, by that person's words. */
function lineOfRecusal(
  { by, at, reason }: Decision['recused'][number],
  { state, find }: Pick<Sources, 'state' | 'find'>,
): LineRef | null {
  const said = state.acts.find(
    ({ act, outcome }) =>
      outcome.taken &&
      act.command === 'vote recuse' &&
      act.at === at &&
      [act.by.id, ...act.also].includes(by.id) &&
      (act.args[0] ?? '') === reason,
  );
  return said ? find(said.act as Line) : null;
}
