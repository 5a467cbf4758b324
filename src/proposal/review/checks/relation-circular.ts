import { atField, fieldOf } from '../places.js';
import { relationsOf } from '../relations.js';
import type { Check, Relations, Report } from '../types.js';

export const circular: Check = {
  code: 'relation/circular',
  level: 'warning',
  wants: 'No proposal requires or supersedes itself, also not by way of others.',
  why: 'None of the proposals in a circle can ever be the first to be final.',
  good: 'SEP-1850 requires SEP-1302',
  bad: 'SEP-1850 requires SEP-1302, and SEP-1302 requires SEP-1850',
  check({ proposal, context: { relations } }) {
    const { number } = proposal;
    if (number === null) return [];
    const own = relationsOf(proposal);
    return (['requires', 'supersedes'] as const).flatMap((name): Report[] => {
      const field = fieldOf(proposal, name);
      const way = field ? wayBack(number, own[name], name, relations ?? new Map<number, Relations>()) : null;
      if (!field || way === null) return [];
      const circle = [number, ...way].map((each) => `SEP-${each}`).join(` ${name} `);
      return [{ ...atField(field), message: `This is a circle: ${circle}.`, help: 'Take out one of these.' }];
    });
  },
};

/** The shortest way from a proposal back to itself, which stands at the end; null where there is none. */
function wayBack(
  to: number,
  from: readonly number[],
  name: 'requires' | 'supersedes',
  relations: ReadonlyMap<number, Relations>,
): number[] | null {
  const cameFrom = new Map<number, number | null>(from.map((each) => [each, null]));
  for (const each of cameFrom.keys()) {
    if (each === to) return wayTo(to, cameFrom);
    for (const next of relations.get(each)?.[name] ?? []) if (!cameFrom.has(next)) cameFrom.set(next, each);
  }
  return null;
}

function wayTo(to: number, cameFrom: ReadonlyMap<number, number | null>): number[] {
  const way: number[] = [];
  for (let at: number | null = to; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}
