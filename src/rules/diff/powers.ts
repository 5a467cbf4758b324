import type { Path } from '../source.js';
import { capital, peopleInWords } from '../words.js';
import { added, ruleAt, type Difference } from './difference.js';

/**
 * Who gains or loses a power between two lists of people. Where anyone may, the others named beside them mean nothing.
 * @param may what it is about, behind "may": "sponsor a proposal"
 */
export function powers(path: Path, may: string, before: readonly string[], after: readonly string[]): Difference[] {
  const [old, now] = [effective(before), effective(after)];
  const rule = ruleAt(path);
  const [gained, lost] = [added(old, now), added(now, old)];
  const power = (who: readonly string[], gains: boolean, says: string): Difference[] =>
    who.length === 0 ? [] : [{ rule, path, kind: 'power', says, power: { who, may, gains } }];
  if (old.includes('anyone')) {
    return power(lost, false, `Not everybody may ${may} any more: only ${peopleInWords(now)}.`);
  }
  return [
    ...power(gained, true, `${capital(peopleInWords(gained))} may now ${may}.`),
    // Where anyone may, who is no longer named loses nothing.
    ...(now.includes('anyone') ? [] : power(lost, false, `${capital(peopleInWords(lost))} may no longer ${may}.`)),
  ];
}

const effective = (people: readonly string[]): readonly string[] => (people.includes('anyone') ? ['anyone'] : people);
