import { isGroupPlace, placeInWords } from '../../commands/ladder-words.js';
import { commandNamed } from '../../commands/registry.js';
import type { Governing, Said } from '../../facts/facts.js';
import type { Who } from '../../ledger/lines.js';
import type { Place } from '../../ledger/nomination-lines.js';
import { groupBySlug, matchGroup, standingOf, titleOf, type LadderStanding } from '../../people/index.js';
import { numberInWords, personInWords } from '../../rules/words.js';
import { loginsOf, mentionedAs } from '../roles.js';
import { monthsBefore, quietMonths } from './quiet.js';

/** A group that a command names is put in its place by its slug, or nothing runs. */
export function groupNamed(said: Said, { governance }: Governing): Said {
  const at = commandNamed(said.command)?.groupAt;
  const named = at === undefined ? undefined : said.args[at];
  if (said.problem !== null || at === undefined || named === undefined) return said;
  const exact = groupBySlug(governance, named.toLowerCase());
  const match = exact ? { kind: 'one' as const, group: exact } : matchGroup(governance, named);
  const isGone = match.kind === 'one' && match.group.status === 'retired';
  if (match.kind === 'one' && !isGone) return { ...said, args: said.args.with(at, match.group.slug) };
  const all = governance.groups.filter(({ status }) => status !== 'retired').map(({ slug }) => `\`${slug}\``);
  const why = isGone
    ? 'a group that is over'
    : match.kind === 'several'
      ? 'what fits several groups'
      : 'a group that has no charter here';
  return { ...said, problem: `\`/${said.command}\` names ${why}. There are: ${all.join(', ') || 'none yet'}.` };
}

/**
 * What the files of the default branch have against a word, where the roles of an act do not say it: nobody lays down what
 * they do not hold, or is nominated for what they are. It is written down with the act.
 */
export function problemOf(said: Said, governing: Governing, asOf: string): Said {
  if (said.problem !== null) return said;
  const { governance } = governing;
  const place = (to: Place, group: string | undefined): string =>
    placeInWords(to, group === undefined ? null : titleOf(governance, group));
  if (said.command === 'step-down') {
    const [to, group] = said.args as [Place, string?];
    if (holdsPlace(standingHere(said.by, governing, asOf), to, group ?? null)) return said;
    return {
      ...said,
      problem: `\`/step-down\` names what @${said.by.login} is not by the files here: ${place(to, group)}.`,
    };
  }
  const [login = ''] = said.args;
  const isAbout = ['nominate', 'emeritus', 'inactive'].includes(said.command);
  const account = isAbout ? mentionedAs(login, governing).account : null;
  if (!account) return said;
  const standing = standingHere(account, governing, asOf);
  if (said.command === 'inactive') return quietNamed(said, { account, standing }, governing, asOf);
  if (said.command === 'emeritus' && !holdsAnything(standing)) {
    return {
      ...said,
      problem: `\`/emeritus\` names @${account.login}, who holds no role and no place by the files here.`,
    };
  }
  if (said.command === 'nominate' && said.args[1] === 'moderator' && standing.moderator) {
    return { ...said, problem: `\`/nominate\` names @${account.login}, who is a community moderator already.` };
  }
  return said;
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

function holdsPlace(standing: LadderStanding, to: Place, group: string | null): boolean {
  if (to === 'everything') return holdsAnything(standing);
  if (to === 'moderator') return standing.moderator;
  if (!isGroupPlace(to)) return standing.role === to;
  const level = standing.places.find((one) => one.group.slug === group)?.level ?? null;
  return to === 'lead' ? level === 'lead' : level === 'member';
}

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
  const [login = '', group = null] = said.args as [string?, string?];
  const place = standing.places.find((one) => one.group.slug === group) ?? null;
  const to: Place | null =
    group === null ? 'everything' : place?.level === 'lead' ? 'lead' : place?.level === 'member' ? 'wg-member' : null;
  const problem = (why: string): Said => ({ ...said, problem: `\`/inactive\` names @${account.login}, ${why}` });
  if (to === null) return problem(`who is no WG member and no lead of the ${titleOf(governance, group ?? '')}.`);
  const months = quietMonths(to, standing.role, rules);
  if (months === null) {
    return problem(
      standing.role === 'contributor'
        ? 'who holds no place on the ladder. Name the group, where it is about their place in one.'
        : `who is ${personInWords(standing.role)}: no rule on inactivity speaks of that.`,
    );
  }
  const since = place ? place.since : standing.since;
  if (since !== null && since > monthsBefore(asOf, months)) {
    return problem(`who holds it since ${since}: the rule speaks of ${numberInWords(months, 'month')}.`);
  }
  return { ...said, args: [login, to, ...(group === null ? [] : [group])] };
}
