import { nearest } from '../near.js';
import type { Group } from '../people/types.js';
import { itemBegins, titleOf } from '../people/index.js';
import type { RulesProblem } from './problem.js';
import type { Grant, Rules } from './schema.js';
import { find, problemAt, readSource, type Path } from './source.js';

/**
 * What a repository's own rules file says of groups and what comes to nothing by their charters: a slug that no charter
 * has (of a grant, an area, a channel), a grant to a group that can decide nothing, an item that stands in no charter. It gives nobody anything, in silence,
 * and breaks nothing: charters change without the rules file, so none of it makes the rules unreadable. What only the pack
 * below says is none of the file's mistakes.
 * @param text the file, already found to be in order
 * @param groups those that have a charter
 */
export function rulesAgainstCharters(
  text: string,
  path: string,
  rules: Rules,
  groups: readonly Group[],
): RulesProblem[] {
  const { source } = readSource(text, path);
  return [...unknownGroups(rules, groups), ...idleGrants(rules, groups)]
    .filter(({ at }) => find(source, at).here)
    .map(({ at, code, message }) => problemAt(source, at, code, message));
}

interface Idle {
  at: Path;
  code: string;
  message: string;
}

function unknownGroups(rules: Rules, groups: readonly Group[]): Idle[] {
  const slugs = groups.map(({ slug }) => slug);
  const areas = rules.rules['priority-areas'].areas.flatMap(({ groups: named }, area) =>
    named.map((slug, at): [string, Path] => [slug, ['rules', 'priority-areas', 'areas', area, 'groups', at]]),
  );
  const grants = Object.keys(rules.delegation.grants).map((slug): [string, Path] => [slug, grantAt(slug)]);
  const told = Object.keys(rules.tell.groups).map((slug): [string, Path] => [slug, ['tell', 'groups', slug]]);
  return [...areas, ...grants, ...told]
    .filter(([slug]) => !slugs.includes(slug))
    .map(([slug, at]) => {
      const near = nearest(slug, slugs);
      const meant = near === null ? ' Look for a slip, or add the charter first.' : ` Did you mean \`${near}\`?`;
      return { at, code: 'rules/unknown-group', message: `No group here has the slug \`${slug}\`.${meant}` };
    });
}

const grantAt = (slug: string): Path => ['delegation', 'grants', slug];

function idleGrants({ delegation }: Rules, groups: readonly Group[]): Idle[] {
  return Object.entries(delegation.grants).flatMap(([slug, grant]) => {
    const group = groups.find((each) => each.slug === slug);
    return group ? [...withoutPower(group, grant), ...withoutItem(group, grant)] : [];
  });
}

/** Only a Working Group in force decides anything (working-interest-groups.mdx, Lifecycle and Group Types). */
function withoutPower(group: Group, { authority }: Grant): Idle[] {
  if (authority === 'advise') return [];
  const name = titleOf({ groups: [group] }, group.slug);
  const why =
    group.kind === 'interest-group'
      ? `The ${name} recommends, and only a Working Group decides`
      : group.status === 'forming'
        ? `The ${name} is still forming`
        : group.status === 'retired'
          ? `The ${name} is over`
          : null;
  if (why === null) return [];
  return [{ at: grantAt(group.slug), code: 'rules/grant-without-power', message: `${why}: this grant gives nothing.` }];
}

function withoutItem(group: Group, { scope }: Grant): Idle[] {
  const texts = [...group.scope.in.map(({ text }) => text), ...group.workItems.map(({ title }) => title)];
  return (scope?.items ?? []).flatMap((item, index) =>
    texts.some((text) => itemBegins(text, item))
      ? []
      : [
          {
            at: [...grantAt(group.slug), 'scope', 'items', index],
            code: 'rules/grant-of-no-item',
            message: `Neither the scope nor a work item in the charter of the ${titleOf({ groups: [group] }, group.slug)} begins with "${item}".`,
          },
        ],
  );
}
