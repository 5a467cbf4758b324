import { termState, type GroupPerson } from '../people/index.js';
import { plain } from '../publish/escape.js';
import type { Rules } from '../rules/schema.js';

/** A person's name and login, for a page. */
export function nameOf({ name, login }: { name: string | null; login: string | null }): string {
  if (name === null) return plain(login ?? 'not known');
  return login === null ? plain(name) : `${plain(name)} (${login})`;
}

/**
 * A lead, with the end of their term as far as the charter or the roster names one.
 * @param today `YYYY-MM-DD`
 */
export function leadInWords(lead: GroupPerson, today: string, { rules }: Rules): string {
  if (lead.termEnds === null) return nameOf(lead);
  // What is over is said until somebody renews it, however long ago it was.
  const { state } = termState(lead.termEnds, today, rules.terms.before);
  switch (state) {
    case 'running':
      return `${nameOf(lead)}, until ${lead.termEnds}`;
    case 'ending':
      return `${nameOf(lead)}, whose term ends on ${lead.termEnds}`;
    case 'ended':
    case 'overdue':
      return `${nameOf(lead)}, whose **term ended on ${lead.termEnds}**`;
  }
}
