import ignore from 'ignore';
import type { Group } from '../people/index.js';
import type { GrantScope } from '../rules/schema.js';
import { abstractOf } from './matter.js';
import { wordsOf } from './terms.js';
import type { Matter } from './types.js';

/**
 * Why a scope does not cover a proposal, in sentences; empty where it does. Each part that a scope names has to hold;
 * what cannot be known does not hold.
 */
export function covers(scope: GrantScope, matter: Matter, group: Group): string[] {
  return [...tracks(scope, matter), ...paths(scope, matter), ...items(scope, matter, group)];
}

function tracks({ tracks: wanted }: GrantScope, { proposal }: Matter): string[] {
  if (!wanted || (proposal.type !== null && wanted.includes(proposal.type))) return [];
  return [
    `It covers the ${wanted.join(' and the ')} track, and this is ${proposal.type ?? 'of no track that is known'}.`,
  ];
}

function paths({ paths: wanted }: GrantScope, matter: Matter): string[] {
  if (!wanted) return [];
  if (matter.paths.length === 0) {
    return ['It covers certain files, and the pull request changes none yet beside the proposal, so nobody can tell.'];
  }
  // In .gitignore nothing below a folder that is in can be taken out again; here what a scope takes out is out.
  const covered = ignore().add(wanted.filter((path) => !path.startsWith('!')));
  const excepted = ignore().add(wanted.flatMap((path) => (path.startsWith('!') ? path.slice(1) : [])));
  const outside = matter.paths.filter((path) => !covered.ignores(path) || excepted.ignores(path));
  const [first] = outside;
  if (first === undefined) return [];
  const more = outside.length > 1 ? ` and ${outside.length - 1} more` : '';
  // The name is the author's, and this sentence is ours: what could end a code or mention somebody is left out.
  const shown = first.replace(/[^\p{L}\p{N}./_-]+/gu, '-');
  return [`It does not cover ${shown}${more}, which the pull request changes.`];
}

/** An item is met by a work item that names the number, or by its words, all of which title and abstract have. */
function items({ items: wanted }: GrantScope, matter: Matter, group: Group): string[] {
  if (!wanted) return [];
  const begins = (text: string, item: string): boolean => text.toLowerCase().startsWith(item.toLowerCase());
  const said = new Set(wordsOf(`${matter.proposal.title ?? ''}\n${abstractOf(matter)}`));
  const met = wanted.some((item) => {
    const named = group.workItems.some(
      ({ title, numbers }) => begins(title, item) && matter.number !== null && numbers.includes(matter.number),
    );
    const words = wordsOf(item);
    const inCharter = group.scope.in.some(({ text }) => begins(text, item));
    return named || (inCharter && words.length > 0 && words.every((word) => said.has(word)));
  });
  return met
    ? []
    : [`It covers ${wanted.map((item) => `"${item}"`).join(', ')} of the charter, and this is none of that.`];
}
