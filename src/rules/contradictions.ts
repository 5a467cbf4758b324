import { aliases, others } from './contradictions/commands.js';
import { consensus, scopeMajority, shares, voters } from './contradictions/decisions.js';
import { grants } from './contradictions/delegation.js';
import type { Contradiction } from './contradictions/finding.js';
import { evidence, kinds, steps, times, ways } from './contradictions/lifecycle.js';
import { areas, ladder, support } from './contradictions/people.js';
import { checks, folders, labels, page, pages } from './contradictions/repository.js';
import type { Rules } from './schema.js';

const CHECKS: readonly ((rules: Rules) => Contradiction[])[] = [
  ...[labels, checks, folders, page, pages],
  ...[aliases, others],
  ...[steps, ways, evidence, kinds, times],
  ...[consensus, voters, shares, scopeMajority],
  ...[ladder, support, areas],
  grants,
];

/**
 * Where rules that are each in order contradict each other, so that what they say could never happen, or would mean two
 * things. Each is an error: people who wrote it meant something else.
 */
export const contradictions = (rules: Rules): Contradiction[] => CHECKS.flatMap((check) => check(rules));
