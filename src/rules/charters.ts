import { nearest } from '../near.js';
import type { RulesProblem } from './problem.js';
import type { Rules } from './schema.js';
import { find, problemAt, readSource, type Path } from './source.js';

/**
 * Groups that a repository's own rules file speaks of and that have no charter there: a slip in a slug would give nobody
 * anything, in silence. What only the pack below says is none of the file's mistakes.
 * @param text the file, already found to be in order
 * @param slugs of the charters that there are
 */
export function groupsWithoutCharter(
  text: string,
  path: string,
  rules: Rules,
  slugs: readonly string[],
): RulesProblem[] {
  const { source } = readSource(text, path);
  const areas = rules.rules['priority-areas'].areas.flatMap(({ groups }, area) =>
    groups.map((slug, at): [string, Path] => [slug, ['rules', 'priority-areas', 'areas', area, 'groups', at]]),
  );
  const grants = Object.keys(rules.delegation.grants).map((slug): [string, Path] => [
    slug,
    ['delegation', 'grants', slug],
  ]);
  return [...areas, ...grants]
    .filter(([slug, at]) => !slugs.includes(slug) && find(source, at).here)
    .map(([slug, at]) => {
      const near = nearest(slug, slugs);
      const meant = near === null ? ' Look for a slip, or add the charter first.' : ` Did you mean \`${near}\`?`;
      return problemAt(source, at, 'rules/unknown-group', `No group here has the slug \`${slug}\`.${meant}`);
    });
}
