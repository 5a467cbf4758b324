import { groupBySlug, titleOf as titleOfGroup, type Group } from '../people/index.js';
import { covers } from './scope.js';
import type { Binding, Ground, Matter, Words } from './types.js';

/**
 * What makes a group responsible for a proposal: the word of somebody who may, an active work item of a charter that
 * names its number, or the scope of one delegation and of no other. Only a Working Group in force can be responsible.
 */
export function bindingsOf(matter: Matter, ground: Ground, words: Words): Binding[] {
  // Who may route has seen all the rest.
  if (words.routed !== null) {
    const says = `It was routed to the ${titleOf(ground, words.routed)}.`;
    return [{ group: words.routed, by: 'routed', says }];
  }
  const adopted: Binding[] =
    words.adopted === null
      ? []
      : [
          {
            group: words.adopted,
            by: 'adopted',
            says: `A lead of the ${titleOf(ground, words.adopted)} has adopted it.`,
          },
        ];
  const found = [...adopted, ...byWorkItems(matter, ground), ...byDelegation(matter, ground, words)];
  return found
    .filter((one, index) => found.findIndex(({ group }) => group === one.group) === index)
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** Whether a group can be responsible at all: Interest Groups recommend, and a group that forms or is over is none yet. */
export const canBind = (group: Group, { rules }: Pick<Ground, 'rules'>): boolean =>
  group.status === 'active' && (group.kind === 'working-group' || rules.rules['interest-groups'].binding);

function byWorkItems({ number }: Matter, ground: Ground): Binding[] {
  if (number === null) return [];
  return ground.governance.groups.flatMap((group): Binding[] => {
    if (!canBind(group, ground)) return [];
    const item = group.workItems.find(({ kind, numbers }) => kind === 'work-item' && numbers.includes(number));
    if (!item) return [];
    const says = `The charter of the ${titleOf(ground, group.slug)} has it among its active work items (${group.source}, line ${item.line}).`;
    return [{ group: group.slug, by: 'work-item', says }];
  });
}

/**
 * A scope that several grants share tells nobody apart, so it binds only where it is one group's alone. A grant without a
 * scope is for a whole charter, and whether that holds the proposal nobody can tell: beside it no scope is alone.
 */
function byDelegation(matter: Matter, ground: Ground, { adopted }: Words): Binding[] {
  const may = Object.entries(ground.rules.delegation.grants).flatMap(([slug, grant]) => {
    const group = groupBySlug(ground.governance, slug);
    const runs = grant.since <= ground.today && (grant.until === undefined || ground.today <= grant.until);
    if (!group || !runs || !canBind(group, ground)) return [];
    if (!grant.scope) return [{ slug: group.slug, binds: false }];
    const unless = (vouched: boolean): string[] => covers(grant.scope ?? {}, { matter, group, vouched });
    return unless(true).length === 0 ? [{ slug: group.slug, binds: unless(adopted === group.slug).length === 0 }] : [];
  });
  const [only] = may;
  if (!only?.binds || may.length > 1) return [];
  const says = `The delegation to the ${titleOf(ground, only.slug)} covers it, and no other does.`;
  return [{ group: only.slug, by: 'delegation', says }];
}

/** `Wire Format Working Group`. */
export const titleOf = ({ governance }: Ground, slug: string): string => titleOfGroup(governance, slug);
