import { quoted } from '../../commands/quoted.js';
import type { Facts } from '../../facts/facts.js';
import { exempt, missing, there, unknown, type Sight } from './sight.js';

/** A change of the specification's changelog in the pull request (SEP guidelines, Step-by-Step Process, 9). */
export function changelogEntry({ document, changes, takenAway, governing }: Facts): Sight {
  const { tracks, changelog } = governing.rules.rules.specification;
  const otherwise = exempt(document, tracks);
  if (otherwise) return otherwise;
  if (changelog === null) return unknown('The rules name no changelog.');
  if (changes === null) return unknown('The pull request changes more files than GitHub lists.');
  return changes.includes(changelog) && !takenAway.has(changelog)
    ? there(`${quoted(changelog)} is changed.`)
    : missing(`The pull request does not change ${quoted(changelog)}.`);
}
