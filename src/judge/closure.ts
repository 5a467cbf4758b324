import type { Who } from '../ledger/lines.js';

/** A lead's word that a proposal in the scope of their group does not fit. It keeps its status. */
export interface Closure {
  by: Who;
  at: string;
  reason: string;
  kind: 'triage';
}

/** An author's appeal to the core against a closure. */
export interface Appeal {
  by: Who;
  at: string;
  reason: string;
  /** The word of the core that the closure stands; null while it has said nothing. Where it says otherwise, both are gone. */
  confirmed: { by: Who; at: string; reason: string } | null;
}
