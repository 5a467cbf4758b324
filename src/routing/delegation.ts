import { electorateOf, groupBySlug } from '../people/index.js';
import type { Authority, TrackRecord } from '../rules/schema.js';
import { titleOf } from './binding.js';
import { covers } from './scope.js';
import type { Ground, Matter, Reserved, Weight } from './types.js';

/** What a group has shown so far; null where it cannot be known, and then a demand for it does not hold. */
export interface Shown {
  /** Proposals that were accepted on the group's word: see `recordOf`. */
  decided: number | null;
  /** Proposals on which its word was overturned or recalled. */
  overturned: number | null;
  /** Members who are counted. */
  members: number | null;
  /** Known organisations that they are from. */
  organizations: number | null;
}

/** Lowest first. */
const LEVELS: readonly Authority[] = ['advise', 'veto-window', 'decide'];

/** The next lower level. */
const lowered = (authority: Authority): Authority => LEVELS[LEVELS.indexOf(authority) - 1] ?? 'advise';

interface Judged {
  matter: Matter;
  ground: Ground;
  shown: Shown;
  vouched: boolean;
}

/**
 * What a group's word on a proposal is worth. A grant that has expired, does not cover the proposal, or asks for more
 * than the group has shown leaves the next lower level; no grant reaches what is reserved to the core.
 * @param group a slug
 * @param reserved why the matter is the core's, empty where it is not
 * @param vouched as {@link covers} has it: whether a lead adopted it for this group, or it was routed there
 */
export function weightOf(
  group: string,
  { matter, ground, reserved, shown, vouched }: Judged & { reserved: readonly Reserved[] },
): Weight {
  const granted = ground.rules.delegation.grants[group]?.authority ?? null;
  if (reserved.length > 0) return { authority: 'advise', granted, because: reserved.map(({ says }) => says) };
  return weigh(group, { ground, shown, covered: { matter, vouched } });
}

/** What a group's word is worth on what its grant covers and nothing reserves: its level, and why it is not higher. */
export const levelOf = (group: string, { ground, shown }: { ground: Ground; shown: Shown }): Weight =>
  weigh(group, { ground, shown, covered: null });

function weigh(
  group: string,
  { ground, shown, covered }: { ground: Ground; shown: Shown; covered: Pick<Judged, 'matter' | 'vouched'> | null },
): Weight {
  const { default: fallback, grants } = ground.rules.delegation;
  const charter = groupBySlug(ground.governance, group);
  const grant = grants[group];
  const granted = grant?.authority ?? null;
  if (charter?.status !== 'active' || charter.kind !== 'working-group') {
    const says = `Only a Working Group in force decides, and the ${titleOf(ground, group)} is none.`;
    return { authority: 'advise', granted, because: [says] };
  }
  if (!grant) return { authority: fallback, granted, because: [] };
  if (ground.today < grant.since) {
    return { authority: fallback, granted, because: [`Its delegation begins on ${grant.since}.`] };
  }
  const because = [
    ...(grant.until !== undefined && grant.until < ground.today ? [`Its delegation ended on ${grant.until}.`] : []),
    ...(grant.scope && covered ? covers(grant.scope, { ...covered, group: charter }) : []),
    ...(grant.needs ? lacking(grant.needs, shown) : []),
  ];
  return { authority: because.length > 0 ? lowered(grant.authority) : grant.authority, granted, because };
}

/** What a group has not shown of what its grant asks for, in sentences. */
export function lacking(needs: TrackRecord, shown: Shown): string[] {
  const least = (what: string, wanted: number, has: number | null): string[] => {
    if (wanted === 0 || (has !== null && has >= wanted)) return [];
    return [`Of ${what} it needs ${wanted}, and ${has === null ? 'how many it has is not known' : `has ${has}`}.`];
  };
  const { overturned } = shown;
  const tooMany =
    overturned !== null && overturned <= needs.overturned
      ? []
      : [
          `At most ${needs.overturned} of its decisions may have been overturned, and ${overturned === null ? 'how many were is not known' : `${overturned} ${overturned === 1 ? 'was' : 'were'}`}.`,
        ];
  return [
    ...least('proposals that it decided', needs.decided, shown.decided),
    ...tooMany,
    ...least('members', needs.members, shown.members),
    ...least('organisations that its members are from', needs.organizations, shown.organizations),
  ];
}

/** Who is counted in a group now, as a part of what it has shown; null where its members are not known whole. */
export function countedIn(group: string, { governance }: Ground): Pick<Shown, 'members' | 'organizations'> {
  const charter = groupBySlug(governance, group);
  const body = charter && electorateOf(governance, charter);
  if (!body?.ok) return { members: null, organizations: null };
  const organizations = new Set(body.electors.flatMap(({ organization }) => organization ?? []));
  return { members: body.electors.length, organizations: organizations.size };
}
