import { canonicalOrganization, organizationsIn, type Aliases } from '../people/index.js';
import type { Rules } from '../rules/schema.js';
import { either } from '../rules/words.js';
import { groupName, peopleInNumber, type Side } from './governance-change-side.js';
import { change, type Change, type Place } from './governance-change-verdict.js';

interface Sides {
  before: Side;
  after: Side;
}

/**
 * Organisations that become one by another name in the roster, or that one name held together and holds no more; and the
 * groups whose members would be of fewer or more of them. Whoever is asked for people of different organisations finds
 * fewer then, without anybody's own entry changing.
 * @param grants those that would count
 */
export function organizationChanges(sides: Sides, grants: Rules['delegation']['grants']): Change[] {
  const { before, after } = sides;
  const [old, now] = [before.governance.organizations, after.governance.organizations];
  const joined = together(namesOf(before), now).map(([one, names]) =>
    change(
      'loses',
      `would count as one organisation, ${one}: ${peopleInNumber(peopleOf(before, names))} would be of the same wherever different organisations are asked for.`,
      { who: either(names, 'and'), at: placeOf(after, one, false) },
    ),
  );
  const parted = together(namesOf(after), old).map(([one, names]) =>
    change(
      'gains',
      `would count as ${names.length} organisations; until now as one, ${one}. ${peopleInNumber(peopleOf(after, names))} would be of different ones.`,
      { who: either(names, 'and'), at: placeOf(before, one, true) },
    ),
  );
  return [...joined, ...parted, ...groups(sides, grants)];
}

/** The organisations that people are of, each by its name there; nobody shares one by being independent. */
function namesOf({ governance: { people, organizations } }: Side): string[] {
  const names = people.flatMap(({ organization }) => organizationsIn(organization, organizations));
  return [...new Set(names)].filter((name) => name !== 'Independent').sort();
}

/** The names that some aliases make one, with that one. */
function together(names: readonly string[], aliases: Aliases): [string, string[]][] {
  const byName = new Map<string, string[]>();
  for (const name of names) {
    const one = canonicalOrganization(name, aliases) ?? name;
    byName.set(one, [...(byName.get(one) ?? []), name]);
  }
  return [...byName].filter(([, all]) => all.length > 1);
}

const peopleOf = ({ governance: { people, organizations } }: Side, names: readonly string[]): number =>
  people.filter(({ organization }) => organizationsIn(organization, organizations).some((name) => names.includes(name)))
    .length;

/** The line of the roster that names an organisation; null where it does not, as where Convenor knows the names itself. */
function placeOf({ sources: { roster } }: Side, name: string, isOld: boolean): Place | null {
  const line = roster?.organizationLines[name];
  return roster && line !== undefined ? { path: roster.source, line, isOld } : null;
}

/** The groups whose members would be of fewer organisations by the names alone, or of more. */
function groups({ before, after }: Sides, grants: Rules['delegation']['grants']): Change[] {
  const [old, now] = [before.governance.organizations, after.governance.organizations];
  return before.governance.groups.flatMap((group) => {
    // Names that are one already cannot be told apart: who joins is counted before, and who parts is counted after.
    const joined = [old, now].map((aliases) => countedIn(before, group.slug, aliases));
    const parted = [old, now].map((aliases) => countedIn(after, group.slug, aliases));
    const [was = 0, is = 0] = joined[0] === joined[1] ? parted : joined;
    if (was === is) return [];
    const needs = grants[group.slug]?.needs?.organizations ?? 0;
    const grant = needs > is && needs <= was ? `, and its grant asks for ${needs}` : '';
    const says = `would have members of ${is} known organisations instead of ${was}${grant}.`;
    return [change(is < was ? 'loses' : 'gains', says, { who: `The ${groupName(group)}` })];
  });
}

/** How many known organisations those are of who are counted for a group; none where it has no quorum body. */
function countedIn({ bodies }: Side, slug: string, aliases: Aliases): number {
  const body = bodies.get(slug);
  if (body?.ok !== true) return 0;
  return new Set(body.electors.flatMap(({ organization }) => canonicalOrganization(organization, aliases) ?? [])).size;
}
