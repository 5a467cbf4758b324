import ignore from 'ignore';
import { quoted } from '../../commands/quoted.js';
import type { Facts } from '../../facts/facts.js';
import { exempt, missing, there, unknown, type Sight } from './sight.js';

/** The specification's own changes in the pull request, its changelog aside (SEP guidelines, Step-by-Step Process, 9). */
export function specificationChanges({ document, changes, governing }: Facts): Sight {
  const { tracks, paths, changelog } = governing.rules.rules.specification;
  const otherwise = exempt(document, tracks);
  if (otherwise) return otherwise;
  if (changes === null) return unknown('The pull request changes more files than GitHub lists.');
  const isSpecification = ignore().add([...paths]);
  const found = changes.filter((path) => path !== changelog && isSpecification.ignores(path));
  const [first] = found;
  if (first === undefined) {
    return missing(`The pull request changes nothing of the specification (${paths.map(quoted).join(', ')}).`);
  }
  return there(`${quoted(first)}${found.length > 1 ? `, and ${found.length - 1} more` : ''}.`);
}
