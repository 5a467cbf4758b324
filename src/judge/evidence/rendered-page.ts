import { quoted } from '../../commands/quoted.js';
import type { Facts } from '../../facts/facts.js';
import { companionPath } from '../../proposal/index.js';
import { missing, there, unknown, type Sight } from './sight.js';

/** The page that is rendered from the proposal, in the pull request that brings it. */
export function renderedPage({ document, changes, takenAway, governing }: Facts): Sight {
  const { path } = governing.rules.rules['rendered-page'];
  if (path === null) return unknown('The rules name no rendered page.');
  if (changes === null) return unknown('The pull request changes more files than GitHub lists.');
  const page = companionPath({ path }, document.path);
  return changes.includes(page) && !takenAway.has(page)
    ? there(`${quoted(page)} is there.`)
    : missing(`${quoted(page)} is not in this pull request.`);
}
