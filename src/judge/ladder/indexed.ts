import type { LineOf } from '../../ledger/lines.js';
import type { Place } from '../../ledger/nomination-lines.js';
import type { Standing } from '../../rules/schema.js';
import type { Nomination } from './state.js';
import { isApproved } from './weigh.js';

/** What the index of the record says of a nomination and what follows from its ledger alone, so that it can be checked. */
export interface IndexedNomination {
  matter: Nomination['matter'];
  /** Login. */
  nominee: string;
  to: Place;
  /** Slug. */
  group: string | null;
  openedAt: string;
  /** Until when everybody may speak; null where nobody is waited for. */
  deadline: string | null;
  /** Whose word is still asked for; empty where nobody's is. */
  approvers: Standing[];
  closed: { at: string; outcome: LineOf<'settled'>['outcome'] } | null;
}

/** See {@link IndexedNomination}. */
export function indexedNomination(nomination: Nomination): IndexedNomination {
  const { matter, nominee, to, group, openedAt, deadline, closed } = nomination;
  const isAsked = closed === null && !isApproved(nomination).isMet;
  return {
    ...{ matter, nominee: nominee.login, to, group, openedAt, deadline },
    approvers: isAsked ? [...nomination.step.settles] : [],
    closed: closed && { at: closed.at, outcome: closed.outcome },
  };
}
