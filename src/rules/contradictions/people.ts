import { ladderRole, type Rules } from '../schema.js';
import type { Path } from '../source.js';
import { contradiction, repeated, type Contradiction } from './finding.js';

const height = (role: (typeof ladderRole.options)[number]): number => ladderRole.options.indexOf(role);

const STEPS = {
  'ladder-member': 'member',
  'ladder-maintainer': 'maintainer',
  'ladder-core-maintainer': 'core-maintainer',
} as const;

/** A step leads upwards, and somebody approves it as often as it is asked. */
export function ladder({ rules }: Rules): Contradiction[] {
  const upwards = Object.entries(STEPS).flatMap(([id, to]) => {
    const { from } = rules[id as keyof typeof STEPS];
    return height(from) < height(to)
      ? []
      : [contradiction('step-down', ['rules', id, 'from'], `A step to \`${to}\` cannot begin at \`${from}\`.`)];
  });
  const approved = [...Object.keys(STEPS), 'ladder-moderator'].flatMap((id) => {
    const { approves, approvals } = rules[id as keyof typeof STEPS | 'ladder-moderator'];
    const path: Path = ['rules', id, 'approvals'];
    if (approves.length === 0 && approvals > 0) {
      return [
        contradiction('nobody-approves', path, `${approvals} have to approve, and \`approves\` names nobody.`, [
          ['rules', id, 'approves'],
        ]),
      ];
    }
    if (approves.length > 0 && approvals === 0) {
      return [
        contradiction('nobody-approves', path, '`approves` names who approves, and no approval is asked for.', [
          ['rules', id, 'approves'],
        ]),
      ];
    }
    return [];
  });
  return [...upwards, ...approved];
}

/** So many people cannot be from more organisations than they are. */
export function support({ rules }: Rules): Contradiction[] {
  return Object.entries(rules).flatMap(([id, rule]) => {
    if (!('support' in rule)) return [];
    return rule.support.flatMap(({ number, organizations }, at) =>
      typeof number === 'number' && organizations > number
        ? [
            contradiction(
              'support-unreachable',
              ['rules', id, 'support', at, 'organizations'],
              `${number === 1 ? 'One sponsor' : `${number} sponsors`} cannot be from ${organizations} organisations.`,
              [['rules', id, 'support', at]],
            ),
          ]
        : [],
    );
  });
}

/** An area has one key, and a group is chartered or not. */
export function areas({ rules }: Rules): Contradiction[] {
  const { areas: all } = rules['priority-areas'];
  const path: Path = ['rules', 'priority-areas', 'areas'];
  const keys = repeated(all.map(({ key }) => key)).map(({ entry, at }) =>
    contradiction('area-twice', [...path, at, 'key'], `There are two areas with the key \`${entry}\`.`),
  );
  const proposals = all.flatMap(({ proposals: own }, at) => own.map((number) => ({ number, at })));
  const claimed = repeated(proposals.map(({ number }) => String(number))).map(({ entry, at }) =>
    contradiction(
      'proposal-in-two-areas',
      [...path, proposals[at]?.at ?? 0, 'proposals'],
      `SEP-${entry} stands in two areas.`,
    ),
  );
  return [...keys, ...claimed];
}
