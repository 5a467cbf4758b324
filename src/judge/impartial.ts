import type { Elector } from '../ledger/lines.js';
import { pinnedOrganizations, samePinned } from './organizations.js';
import type { Decision } from './state.js';

/** Who of the core may answer an escalation, who cannot be known to, and who may not. */
export interface Impartial {
  eligible: readonly Elector[];
  /** Their own organisation is unknown, or that of a party is. */
  unknown: readonly Elector[];
  /** They are a party, or share an organisation with one. */
  barred: readonly Elector[];
}

/**
 * "A CM who should not share organizational affiliation with the parties involved" (working-interest-groups.mdx,
 * Escalation Path). Who belongs to several shares each of them, and two who belong to nobody share none. An unknown
 * organisation never satisfies a demand for different ones.
 */
export function whoCanAnswer({
  electorate,
  parties,
  organizations: { impartial },
}: Pick<Decision, 'electorate' | 'parties' | 'organizations'>): Impartial {
  const accounts = new Set(parties.flatMap(({ id, also }) => [id, ...also]));
  const isParty = ({ id, also }: Elector): boolean => [id, ...also].some((account) => accounts.has(account));
  const shares = (one: Elector): boolean =>
    impartial && parties.some(({ organization }) => samePinned(one.organization, organization) === 'same');
  const sharesNone = (one: Elector): boolean =>
    pinnedOrganizations(one.organization).length > 0 &&
    parties.every(({ organization }) => samePinned(one.organization, organization) === 'different');
  const isKnown = (one: Elector): boolean => one.id > 0 && (!impartial || sharesNone(one));
  const barred = electorate.filter((one) => isParty(one) || shares(one));
  const rest = electorate.filter((one) => !barred.includes(one));
  return { eligible: rest.filter(isKnown), unknown: rest.filter((one) => !isKnown(one)), barred };
}
