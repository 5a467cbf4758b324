import ignore from 'ignore';
import { itemBegins, type Group } from '../people/index.js';
import type { GrantScope } from '../rules/schema.js';
import { abstractOf } from './matter.js';
import { wordsOf } from './terms.js';
import type { Matter } from './types.js';

/**
 * Why a scope does not cover a proposal, in sentences; empty where it does. Each part that a scope names has to hold;
 * what cannot be known does not hold.
 * @param vouched whether somebody who may has put it into this group's care: a lead who adopted it, or who routed it
 */
export function covers(
  scope: GrantScope,
  { matter, group, vouched }: { matter: Matter; group: Group; vouched: boolean },
): string[] {
  return [...tracks(scope, matter), ...paths(scope, matter), ...items(scope, matter, { group, vouched })];
}

function tracks({ tracks: wanted }: GrantScope, { proposal }: Matter): string[] {
  if (!wanted || (proposal.type !== null && wanted.includes(proposal.type))) return [];
  return [
    `It covers the ${wanted.join(' and the ')} track, and this is ${proposal.type ?? 'of no track that is known'}.`,
  ];
}

function paths({ paths: wanted }: GrantScope, matter: Matter): string[] {
  if (!wanted) return [];
  if (matter.paths === null) {
    return ['It covers certain files, and the pull request changes more than GitHub lists, so nobody can tell.'];
  }
  if (matter.paths.length === 0) {
    return ['It covers certain files, and the pull request changes none yet beside the proposal, so nobody can tell.'];
  }
  const outside = outsideOf(wanted, matter.paths);
  return outside === null ? [] : [`It does not cover ${outside}, which the pull request changes.`];
}

/** The paths that those of a scope do not cover, as words for people; null where all are covered. */
export function outsideOf(wanted: readonly string[], paths: readonly string[]): string | null {
  // In .gitignore nothing below a folder that is in can be taken out again; here what a scope takes out is out.
  const covered = ignore().add(wanted.filter((path) => !path.startsWith('!')));
  const excepted = ignore().add(wanted.flatMap((path) => (path.startsWith('!') ? path.slice(1) : [])));
  const outside = paths.filter((path) => !covered.ignores(path) || excepted.ignores(path));
  const [first] = outside;
  if (first === undefined) return null;
  // The name is the author's, and this sentence is ours: what could end a code or mention somebody is left out.
  const shown = first.replace(/[^\p{L}\p{N}./_-]+/gu, '-');
  return outside.length > 1 ? `${shown} and ${outside.length - 1} more` : shown;
}

/**
 * An item is met by a work item that names the number, or by its words, all of which title and abstract have. Those the
 * author writes, and nobody gets power by their own words, so they count beside somebody's who has it.
 */
function items(
  { items: wanted }: GrantScope,
  matter: Matter,
  { group, vouched }: { group: Group; vouched: boolean },
): string[] {
  if (!wanted) return [];
  const said = new Set(wordsOf(`${matter.proposal.title ?? ''}\n${abstractOf(matter)}`));
  const naming = group.workItems.filter(({ numbers }) => matter.number !== null && numbers.includes(matter.number));
  if (wanted.some((item) => naming.some(({ title }) => itemBegins(title, item)))) return [];
  const fits = wanted.filter((item) => {
    const words = wordsOf(item);
    const inCharter = group.scope.in.some(({ text }) => itemBegins(text, item));
    return inCharter && words.length > 0 && words.every((word) => said.has(word));
  });
  const inCare = vouched || naming.some(({ kind }) => kind === 'work-item');
  if (fits.length > 0 && inCare) return [];
  const quoted = (all: readonly string[]): string => all.map((item) => `"${item}"`).join(', ');
  return fits.length > 0
    ? [`Only its own words fit ${quoted(fits)} of the charter: no work item names it, and no lead has adopted it.`]
    : [`It covers ${quoted(wanted)} of the charter, and this is none of that.`];
}
