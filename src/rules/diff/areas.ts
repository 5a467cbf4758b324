import { areaInWords } from '../leaves.js';
import type { PriorityArea } from '../schema.js';
import type { Path } from '../source.js';
import { either } from '../words.js';
import { added, type Difference, type Pair } from './difference.js';

const LISTS = {
  coreMaintainers: 'Core Maintainers',
  groups: 'groups',
  unchartered: 'groups without a charter',
  proposals: 'proposals',
  terms: 'words of the subject',
} as const;

/** Priority areas that come, go, or change whose they are and what belongs to them. */
export function areaDifferences({ before, after }: Pair): Difference[] {
  const path: Path = ['rules', 'priority-areas', 'areas'];
  const value = (says: string): Difference => ({ rule: 'priority-areas', path, kind: 'value', says });
  const [old, now] = [before.rules['priority-areas'].areas, after.rules['priority-areas'].areas];
  const of = (areas: readonly PriorityArea[], key: string): PriorityArea | undefined =>
    areas.find((area) => area.key === key);
  return [
    ...old
      .filter(({ key }) => !of(now, key))
      .map((area) =>
        value(`${area.title} (${area.key}) is no priority area any more: its proposals wait with the others.`),
      ),
    ...now.flatMap((area) => {
      const was = of(old, area.key);
      return was ? changed(was, area).map(value) : [value(`A new priority area: ${areaInWords(area)}.`)];
    }),
  ];
}

const changed = (was: PriorityArea, is: PriorityArea): string[] =>
  Object.entries(LISTS).flatMap(([key, label]) => {
    const [old, now] = [was, is].map((area) => area[key as keyof typeof LISTS].map(String)) as [string[], string[]];
    const [more, less] = [added(old, now), added(now, old)];
    return [
      ...(more.length > 0 ? [`The priority area ${is.key} gains, of its ${label}: ${either(more, 'and')}.`] : []),
      ...(less.length > 0 ? [`The priority area ${is.key} loses, of its ${label}: ${either(less, 'and')}.`] : []),
    ];
  });
