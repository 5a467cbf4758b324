import { quoted } from '../commands/quoted.js';
import type { Elector } from '../ledger/lines.js';
import { sorted } from './ballots.js';
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
  const organizations = counted.map(({ by }) => of.get(by.id)?.organization ?? null);
  const says: string[] = [];
  const known = new Set(organizations.filter((one) => one !== null));
  if (most) {
    const unknown = organizations.filter((one) => one === null).length;
    const share = (name: string): number => organizations.filter((one) => one === name).length + unknown;
    const tooMany = [...known].filter((name) => share(name) * most.den > most.num * counted.length);
    for (const name of tooMany.sort()) {
      const doubt = unknown === 0 ? '' : `, with ${unknown} of whom nobody knows where they belong`;
      says.push(
        `${quoted(name)} has ${share(name)} of ${counted.length} ballots${doubt}; no organisation may have more than ${most.num}/${most.den}.`,
      );
    }
    if (known.size === 0 && counted.length > 0) says.push('Nobody knows to which organisations the ballots belong.');
  }
  const yes = new Set(
    counted.flatMap(({ choice, by }) => (choice === 'yes' ? (of.get(by.id)?.organization ?? []) : [])),
  );
  if (yes.size < least) {
    says.push(
      `${yes.size} known ${yes.size === 1 ? 'organisation is' : 'organisations are'} among the yes; ${least} are needed.`,
    );
  }
  return says;
}
