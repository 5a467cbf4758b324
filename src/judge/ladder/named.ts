import { isGroupPlace, placeInWords } from '../../commands/ladder-words.js';
import { commandNamed } from '../../commands/registry.js';
import type { Governing, Said } from '../../facts/facts.js';
import type { Who } from '../../ledger/lines.js';
import type { Place } from '../../ledger/nomination-lines.js';
import type { Governance, GroupMatch } from '../../people/types.js';
import { groupBySlug, matchGroup, standingOf, titleOf, type LadderStanding } from '../../people/index.js';
import { numberInWords, personInWords } from '../../rules/words.js';
import { loginsOf, mentionedAs } from '../roles.js';
import { monthsBefore, quietMonths } from './quiet.js';

/** A group that a command names is put in its place by its slug, or nothing runs. */
export function groupNamed(said: Said, governance: Governance): Said {
  const at = commandNamed(said.command)?.groupAt ?? -1;
  const named = said.args[at];
  if (said.problem !== null || named === undefined) return said;
  const exact = groupBySlug(governance, named);
  const match = exact ? { kind: 'one' as const, group: exact } : matchGroup(governance, named);
  if (match.kind === 'one' && match.group.status !== 'retired') {
    return { ...said, args: said.args.with(at, match.group.slug) };
  }
  const all = governance.groups.filter(({ status }) => status !== 'retired').map(({ slug }) => `\`${slug}\``);
  return {
    ...said,
    problem: `\`/${said.command}\` names ${NOT_NAMED[match.kind]}. There are: ${all.join(', ') || 'none yet'}.`,
  };
}

/** What a text names, where it is no group in which anything goes on. */
const NOT_NAMED: Record<GroupMatch['kind'], string> = {
  one: 'a group that is over',
  several: 'what fits several groups',
  none: 'a group that has no charter here',
};

/** The commands that name first whom they are about. */
const ABOUT: ReadonlySet<string> = new Set(['nominate', 'emeritus', 'inactive']);

/**
 * What the files of the default branch have against a word, where the roles of an act do not say it: nobody lays down what
 * they do not hold, or is nominated for what they are. It is written down with the act.
 */
export function problemOf(said: Said, governing: Governing, asOf: string): Said {
  if (said.problem !== null) return said;
  const { governance } = governing;
  const words = (to: Place, group: string | null): string =>
    placeInWords(to, group === null ? null : titleOf(governance, group));
  const problem = (why: string): Said => ({ ...said, problem: `\`/${said.command}\` names ${why}.` });
  if (said.command === 'step-down') {
    const [to, group = null] = said.args as [Place, string?];
    return holdsPlace(standingHere(said.by, governing, asOf), to, group)
      ? said
      : problem(`what @${said.by.login} is not by the files here: ${words(to, group)}`);
  }
  if (!ABOUT.has(said.command)) return said;
  const [login] = said.args as [string];
  const { account } = mentionedAs(login, governing);
  if (!account) return said;
  const standing = standingHere(account, governing, asOf);
  if (said.command === 'inactive') return quietNamed(said, { account, standing }, governing, asOf);
  if (said.command === 'emeritus') {
    return holdsAnything(standing)
      ? said
      : problem(`@${account.login}, who holds no role and no place by the files here`);
  }
  const [, to, group = null] = said.args as [string, Place, string?];
  return isAlready(standing, to, group) ? problem(`@${account.login}, who is ${words(to, group)} already`) : said;
}

/** Where an account's person stands by the files now; a contributor whom none of them names. */
export function standingHere(account: Pick<Who, 'id' | 'login'>, governing: Governing, asOf: string): LadderStanding {
  const [own] = loginsOf(account, governing);
  if (own !== undefined) return standingOf(governing.governance, own, asOf);
  return {
    ...{ login: account.login, person: null, role: 'contributor', since: null, decision: null, organization: null },
    ...{ moderator: false, emeritus: false, earlier: [], places: [] },
  };
}

const holdsAnything = ({ role, moderator, places }: LadderStanding): boolean =>
  role !== 'contributor' || moderator || places.length > 0;

/** Somebody's place in a group; null where they have none that they could lay down. */
function placeIn({ places }: LadderStanding, slug: string | null): { to: Place; since: string | null } | null {
  const place = places.find(({ group }) => group.slug === slug);
  switch (place?.level) {
    case 'lead':
      return { to: 'lead', since: place.since };
    case 'member':
      return { to: 'wg-member', since: place.since };
    default:
      return null;
  }
}

function holdsPlace(standing: LadderStanding, to: Place, group: string | null): boolean {
  if (to === 'moderator') return standing.moderator;
  return isGroupPlace(to) ? placeIn(standing, group)?.to === to : standing.role === to;
}

/** Whether somebody is what they are nominated for, or leads the group, as far as the roles of an act do not say it. */
const isAlready = (standing: LadderStanding, to: Place, group: string | null): boolean =>
  to === 'moderator'
    ? standing.moderator
    : isGroupPlace(to) && (holdsPlace(standing, to, group) || holdsPlace(standing, 'lead', group));

/**
 * Who is asked whether they are still there: what they would lay down is put behind their login. Nobody is asked of whom no
 * rule on inactivity speaks, or who holds it for a shorter time than that.
 */
function quietNamed(
  said: Said,
  { account, standing }: { account: Who; standing: LadderStanding },
  { governance, rules }: Governing,
  asOf: string,
): Said {
  const [login, group = null] = said.args as [string, string?];
  const problem = (why: string): Said => ({ ...said, problem: `\`/inactive\` names @${account.login}, ${why}` });
  const place = group === null ? { to: 'everything' as const, since: standing.since } : placeIn(standing, group);
  if (!place) return problem(`who is no WG member and no lead of the ${titleOf(governance, group ?? '')}.`);
  const months = quietMonths(place.to, standing.role, rules);
  if (months === null) {
    return problem(
      standing.role === 'contributor'
        ? 'who holds no place on the ladder. Name the group, where it is about their place in one.'
        : `who is ${personInWords(standing.role)}: no rule on inactivity speaks of that.`,
    );
  }
  if (place.since !== null && place.since > monthsBefore(asOf, months)) {
    return problem(`who holds it since ${place.since}: the rule speaks of ${numberInWords(months, 'month')}.`);
  }
  return { ...said, args: [login, place.to, ...(group === null ? [] : [group])] };
}
