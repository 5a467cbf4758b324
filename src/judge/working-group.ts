import type { Facts } from '../facts/facts.js';
import { groupBySlug, matchGroup, titleOf } from '../people/index.js';
import { reservedTrack } from '../routing/index.js';
import { routeNow } from './grouping.js';
import type { SubjectState } from './state.js';
import { leaf, type NearGroup, type Requirement, type TitleOf } from './verdict.js';

const BASE = { rule: 'working-group' as const, name: 'Group' };
/** How many groups an author is told of: enough to find the right one, and few enough to read. */
const MOST_NEAR = 3;

/**
 * Which group is responsible, or what is missing for one to be. Nothing of a proposal that is older than the wish for a
 * group and names none.
 */
export function workingGroup(facts: Facts, state: SubjectState): Requirement[] {
  if (state.groups.length > 0) return [responsible(state, (group) => titleOf(facts.governing.governance, group))];
  const track = reservedTrack(facts.document.proposal, facts.governing.rules);
  if (track !== null && facts.document.proposal.type !== null) {
    return [leaf({ ...BASE, held: 'held', says: `None is needed. ${track}`, next: null })];
  }
  const wanted = facts.document.proposal.workingGroup;
  if (wanted !== null) return [claimed(facts, wanted)];
  if (!isWished(facts)) return [];
  const next =
    'finds a group: names it in the preamble, `- **Working Group**: …`, and asks a lead of it for `/sep adopt`. Until ' +
    'one has adopted it, only the core can decide.';
  return [leaf({ ...BASE, held: 'open', says: 'The preamble names none.', next })];
}

/** Whether the proposal was opened since new ones are to have a group. */
function isWished({ governing, pull }: Facts): boolean {
  const { since } = governing.rules.rules['working-group'];
  return since === null || pull.createdAt.slice(0, 10) >= since;
}

/** Which group is responsible; several where each has a claim. Follows from the record alone. */
export function responsible({ group, groups, bound }: SubjectState, titleOf: TitleOf): Requirement {
  if (groups.length > 1 || !group) {
    const titles = groups.map(titleOf).join(', ');
    return leaf({
      ...BASE,
      held: group ? 'held' : 'open',
      says: `It touches several groups: ${titles}. The core decides${group ? `; the ${titleOf(group.slug)} cares for it` : ''}.`,
      next: group ? null : 'says whose it is with `/sep adopt` or `/sep route <group>`.',
    });
  }
  const title = titleOf(group.slug);
  const who = group.by ? ` by ${group.by.login}` : '';
  const charter = bound?.groups.find(({ slug }) => slug === group.slug)?.says ?? '';
  const says =
    group.how === 'adopted' || group.how === 'routed' ? `${title}; ${group.how}${who}.` : `${title}. ${charter}`;
  return leaf({ ...BASE, held: 'held', says, next: null });
}

function claimed(facts: Facts, wanted: string): Requirement {
  const { governance } = facts.governing;
  const match = matchGroup(governance, wanted);
  const open = governance.groups.filter((group) => group.kind === 'working-group' && group.status === 'active');
  const names = open.map((group) => group.title).join(', ') || 'none yet';
  const next = `names a group in the preamble, \`- **Working Group**: …\`. There are: ${names}.`;
  if (match.kind !== 'one') {
    const says =
      match.kind === 'several'
        ? `The preamble's words fit several groups: ${match.candidates.map((group) => group.title).join(', ')}.`
        : 'The preamble names a group that has no charter here.';
    return leaf({ ...BASE, held: 'failed', says, next });
  }
  const title = titleOf(governance, match.group.slug);
  if (!open.includes(match.group)) {
    const why =
      match.group.kind === 'interest-group'
        ? 'it can recommend, and a Working Group or the core decides'
        : match.group.status === 'forming'
          ? 'it is still forming'
          : 'it is over';
    return leaf({ ...BASE, held: 'open', says: `The preamble names the ${title}: ${why}.`, next });
  }
  return leaf({
    ...BASE,
    held: 'open',
    says: `The preamble names the ${title}; no lead of it has adopted the proposal yet.`,
    next: 'takes it into the care of the group with `/sep adopt`.',
  });
}

/** The groups nearest to a proposal that has none and names none: what its author is told, once. */
export function nearGroups(facts: Facts, state: SubjectState): NearGroup[] {
  const { document, pull, governing } = facts;
  if (governing.rules.rules['working-group'].mode === 'observe' || pull.state !== 'open' || document.isGone) return [];
  if (!['proposal', 'draft'].includes(state.status) || state.groups.length > 0 || !isWished(facts)) return [];
  const { candidates, claims, reserved } = routeNow(facts, state);
  if (claims.length > 0 || reserved.some(({ by }) => by === 'track')) return [];
  return candidates.slice(0, MOST_NEAR).flatMap(({ group: slug, reasons }) => {
    const group = groupBySlug(governing.governance, slug);
    if (!group) return [];
    const leads = group.leads.flatMap(({ login, name }) => login ?? name ?? []);
    return [{ title: titleOf(governing.governance, slug), says: reasons.join(' '), leads, channel: group.channel }];
  });
}
