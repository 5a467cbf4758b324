import type { LineOf, Who } from '../ledger/lines.js';
import type { ProposalState } from '../rules/schema.js';
import { openDecision, type Decision, type SubjectState } from './state.js';

/** What the index of the record says of a proposal and what follows from its ledger alone, so that it can be checked. */
export interface Indexed {
  status: ProposalState;
  /** Whether that is only what stood there when Convenor came, so that it can be corrected. */
  takenOver: boolean;
  since: string | null;
  /** Login. */
  sponsor: string | null;
  /** Slugs. */
  group: string | null;
  claimedGroup: string | null;
  decision: { id: string; form: Decision['form']; deadline: string } | null;
  decisions: {
    form: Decision['form'];
    group: string | null;
    openedAt: string;
    closed: { at: string; outcome: LineOf<'closes'>['outcome'] } | null;
    /** Who of the electorate said something that was taken while it was open. */
    members: Who[];
  }[];
}

/** See {@link Indexed}. */
export function indexedOf(state: SubjectState): Indexed {
  const open = openDecision(state);
  return {
    status: state.status,
    takenOver: state.takenOver !== null,
    since: state.since,
    sponsor: state.sponsor?.by.login ?? null,
    group: state.group?.slug ?? null,
    claimedGroup: state.head?.claims.group ?? null,
    decision: open && { id: open.id, form: open.form, deadline: open.deadline },
    decisions: state.decisions.map((decision) => past(decision, state)),
  };
}

function past(decision: Decision, { acts }: SubjectState): Indexed['decisions'][number] {
  const { form, group, openedAt, closed, electorate } = decision;
  const [from, to] = [Date.parse(openedAt), closed ? Date.parse(closed.at) : Infinity];
  const spoke = new Set(
    acts.flatMap(({ act, outcome }) => {
      const at = Date.parse(act.at);
      return outcome.taken && !outcome.asks && from <= at && at <= to ? [act.by.id] : [];
    }),
  );
  return {
    form,
    group,
    openedAt,
    closed: closed && { at: closed.at, outcome: closed.outcome },
    members: electorate
      .filter(({ id, also }) => [id, ...also].some((one) => spoke.has(one)))
      .map(({ id, login }) => ({ id, login })),
  };
}
