import { quoted } from '../commands/quoted.js';
import type { Elector } from '../ledger/lines.js';
import type { Fraction } from '../rules/schema.js';
import { sorted } from './ballots.js';
import { differentPinned, pinnedOrganizations, samePinned } from './organizations.js';
import type { Decision } from './state.js';

/**
 * What the rule `ballot-organizations` holds against an approval, in sentences; empty where nothing does. What nobody
 * knows never helps: an unknown organisation is none of the different ones that an approval needs, and may be any of
 * those that must not have too much.
 */
export function organizationsAllow(decision: Decision): string[] {
  const { most, least } = decision.organizations;
  const { counted } = sorted(decision);
  const of = new Map(decision.voters.map((voter): [number, Elector] => [voter.id, voter]));
  const textOf = ({ by }: (typeof counted)[number]): string | null => of.get(by.id)?.organization ?? null;
  const says = most ? tooMuch(counted.map(textOf), most) : [];
  if (least === 0) return says;
  const yes = differentPinned(counted.filter(({ choice }) => choice === 'yes').map(textOf));
  if (yes < least) {
    says.push(
      `${yes} known ${yes === 1 ? 'organisation is' : 'organisations are'} among the yes; ${least} are needed.`,
    );
  }
  return says;
}

/**
 * Who has a larger share of the ballots than an organisation may have. Who belongs to several has a ballot of each; who
 * belongs to nobody has one of no organisation, which is known.
 * @param texts whose each ballot is
 */
function tooMuch(texts: readonly (string | null)[], most: Fraction): string[] {
  const ballots = texts.length;
  const unknown = texts.filter((text) => pinnedOrganizations(text).length === 0).length;
  const isTooMuch = (share: number): boolean => share * most.den > most.num * ballots;
  const limit = `no organisation may have more than ${most.num}/${most.den}.`;
  const names = namedIn(texts);
  if (names.length === 0) {
    if (ballots > 0 && unknown === ballots) return ['Nobody knows to which organisations the ballots belong.'];
    const doubt = `Nobody knows to which organisations ${unknown} of ${ballots} ballots belong`;
    return isTooMuch(unknown) ? [`${doubt}; ${limit}`] : [];
  }
  const shareOf = (name: string): number => texts.filter((text) => samePinned(name, text) === 'same').length + unknown;
  const doubt = unknown === 0 ? '' : `, with ${unknown} of whom nobody knows where they belong`;
  return names
    .filter((name) => isTooMuch(shareOf(name)))
    .map((name) => `${quoted(name)} has ${shareOf(name)} of ${ballots} ballots${doubt}; ${limit}`);
}

/** The organisations of some people, each once, as it is written first; in their order by name. */
function namedIn(texts: readonly (string | null)[]): string[] {
  const all = texts.flatMap(pinnedOrganizations).filter((name) => name !== 'Independent');
  return all.filter((name, at) => all.findIndex((other) => samePinned(other, name) === 'same') === at).sort();
}
