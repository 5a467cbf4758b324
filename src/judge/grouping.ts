import { commandNamed } from '../commands/registry.js';
import type { Facts, Governing, Said } from '../facts/facts.js';
import type { LineOf } from '../ledger/lines.js';
import { groupBySlug, matchGroup } from '../people/index.js';
import {
  areaOf,
  bindingsOf,
  canBind,
  countedIn,
  reservedBy,
  route,
  UNSAID,
  weightOf,
  type AreaMatch,
  type Ground,
  type Matter,
  type Route,
  type Weight,
} from '../routing/index.js';
import type { SubjectState } from './state.js';

/** The proposal as routing sees it. */
const matterOf = ({ document, pull, changes }: Facts): Matter => ({
  proposal: document.proposal,
  source: document.source,
  number: pull.number,
  paths: changes,
});

const groundOf = ({ governing, now }: Facts): Ground => ({
  governance: governing.governance,
  rules: governing.rules,
  today: now.slice(0, 10),
});

/** Where the proposal belongs, by what the record and the default branch say now. */
export const routeNow = (facts: Facts, { adopted, routed }: SubjectState): Route =>
  route(matterOf(facts), groundOf(facts), { adopted: adopted?.slug ?? null, routed: routed?.slug ?? null });

/**
 * What a group's word on the proposal is worth, and why not more.
 * @param at the instant that counts: a grant begins and ends by days, whenever a look comes
 */
export function weightNow(facts: Facts, state: SubjectState, group: string, at: string = facts.now): Weight {
  const matter = matterOf(facts);
  const ground = { ...groundOf(facts), today: at.slice(0, 10) };
  const claimed = state.head?.claims.type ?? null;
  const { type } = matter.proposal;
  const reserved = [
    ...reservedBy(matter, ground, state.groups),
    // Whoever spoke had another text before them than the one that is judged here.
    ...(claimed === type
      ? []
      : [
          {
            by: 'track' as const,
            says: `Its track changed meanwhile, from ${claimed ?? 'none'} to ${type ?? 'none'}.`,
          },
        ]),
  ];
  const { decided = null, overturned = null } = facts.shown.get(group) ?? {};
  return weightOf(group, {
    matter,
    ground,
    reserved,
    shown: { decided, overturned, ...countedIn(group, ground) },
    vouched: group === state.adopted?.slug || group === state.routed?.slug,
  });
}

/**
 * The priority area of the proposal now; null where it is in none. The area of a group is that of the one responsible: what
 * the preamble claims moves nobody forward.
 */
export const areaNow = (facts: Facts, { group }: SubjectState): AreaMatch | null =>
  areaOf(matterOf(facts), groundOf(facts), group?.slug ?? null);

/** The line for what charters and delegations bind, where it is other than the last one says; else nothing. */
export function boundLines(facts: Facts): LineOf<'bound'>[] {
  // Without its document nobody knows what it is about: what was found last goes on.
  if (facts.document.isGone) return [];
  const last = facts.ledger.findLast((line) => line.kind === 'bound');
  const groups = bindingsOf(matterOf(facts), groundOf(facts), UNSAID).flatMap(({ group: slug, by, says }) =>
    by === 'work-item' || by === 'delegation' ? [{ slug, by, says }] : [],
  );
  const key = (all: LineOf<'bound'>['groups']): string => all.map(({ slug, by }) => `${slug} ${by}`).join();
  if (key(groups) === key(last?.groups ?? [])) return [];
  const { commit, sha256 } = facts.governing;
  return [{ kind: 'bound', at: facts.now, groups, rules: { commit, sha256 } }];
}

/** The group that the preamble names, where it names one that can be responsible; a claim, which binds nobody. */
export function claimOf(facts: Facts): string | null {
  const wanted = facts.document.proposal.workingGroup;
  const match = wanted === null ? null : matchGroup(facts.governing.governance, wanted);
  return match?.kind === 'one' && canBind(match.group, groundOf(facts)) ? match.group.slug : null;
}

/**
 * The arguments of something said, with the slug in place of the group that they name. The line pins it: who reads the
 * ledger years later has no charters to look the name up in.
 */
export function slugNamed({ command, args, problem }: Said, governing: Governing): Pick<Said, 'args' | 'problem'> {
  const [name, ...rest] = args;
  if (problem !== null || name === undefined || commandNamed(command)?.namesGroup !== true) return { args, problem };
  const { governance, rules } = governing;
  const exact = groupBySlug(governance, name.toLowerCase());
  const match = exact ? { kind: 'one' as const, group: exact } : matchGroup(governance, name);
  const ground = { governance, rules, today: '' };
  if (match.kind === 'one' && canBind(match.group, ground)) return { args: [match.group.slug, ...rest], problem };
  const open = governance.groups.filter((group) => canBind(group, ground)).map(({ slug }) => `\`${slug}\``);
  const why =
    match.kind === 'one'
      ? `names a group that is not responsible for proposals`
      : match.kind === 'several'
        ? `names what fits several groups`
        : `names a group that has no charter here`;
  return { args, problem: `\`/${command}\` ${why}. There are: ${open.join(', ') || 'none yet'}.` };
}
