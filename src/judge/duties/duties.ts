import type { Governance, Group, Term } from '../../people/index.js';
import type { Rules } from '../../rules/schema.js';
import { discussionsOf, type Discussed } from './discussed.js';
import type { Duty } from './duty.js';
import { meetingDuties } from './meetings.js';
import { updateDuty } from './updates.js';

/** By what the duties of leads are looked at. */
export interface DutyGround {
  governance: Governance;
  rules: Rules;
  discussed: Discussed;
  /** Terms of which something is to be said (`dueTerms`). */
  terms: readonly Term[];
  /** The instant of the look. */
  now: string;
}

/**
 * The duties with dates of a group's leads, as far as the files and the discussions that the rules name tell: agendas and
 * notes of meetings, updates of Working Groups, and terms that end. Nothing for a group that is not in force.
 */
export function dutiesOf(group: Group, { governance, rules, discussed, terms, now }: DutyGround): Duty[] {
  if (group.status !== 'active') return [];
  const { 'group-meetings': meetings, 'group-updates': updates } = rules.rules;
  const looked = (category: string | null) => discussionsOf(group, category, discussed, governance);
  return [
    ...meetingDuties(looked(meetings.category), meetings, now),
    ...(group.kind === 'working-group' ? updateDuty(looked(updates.category), updates, now) : []),
    ...termDuty(terms.filter(({ of }) => 'group' in of && of.group === group.slug)),
  ];
}

function termDuty(terms: readonly Term[]): Duty[] {
  if (terms.length === 0) return [];
  const cases = terms.map(({ login, name, lastDay, days }) => ({
    day: lastDay,
    says: `${name ?? login ?? 'somebody without a name'}, whose term ${days >= 0 ? 'ends' : 'ended'} then`,
    url: null,
  }));
  const state = terms.some(({ days }) => days < 0) ? 'failed' : 'open';
  return [{ rule: 'terms', name: 'Terms of leads', state, says: 'A term is renewed, or somebody else leads.', cases }];
}

/** The duties that are said beyond the dashboard: something is wrong or due, and the rule warns of it. */
export const warned = (duties: readonly Duty[], { rules }: Rules): Duty[] =>
  duties.filter(({ rule, state }) => (state === 'failed' || state === 'open') && rules[rule].mode !== 'observe');
