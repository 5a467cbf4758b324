import type { Around } from '../../src/judge/around.js';
import { nextSteps } from '../../src/judge/next.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { leaf, type NextStep, type Requirement } from '../../src/judge/verdict.js';
import type { ProposalState } from '../../src/rules/schema.js';
import { RULES, who } from './history.js';

export const AT = '2026-11-02T09:00:00Z';

/** The Kettles are led by Lena, and nobody knows of the other groups. */
export const around = (pull: Partial<Around['pull']> = {}, isGone = false): Around => ({
  pull: { number: 7, state: 'open', hasBranch: true, locked: false, ...pull },
  isGone,
  rules: RULES,
  titleOf: (group) => (group === 'kettles' ? 'Kettles Working Group' : group),
  leadsOf: (group) => (group === 'kettles' ? [who('lena')] : []),
});
/** Ada's proposal, which Kofi sponsors. */
export const being = (status: ProposalState, more: Partial<SubjectState> = {}): SubjectState => ({
  ...nothing,
  number: 7,
  author: who('ada'),
  sponsor: { by: who('kofi'), at: AT },
  status,
  ...more,
});
export const row = (rule: Requirement['rule'], next: string | null, more: Partial<Requirement> = {}): Requirement => ({
  ...leaf({ rule, name: rule, held: next === null ? 'held' : 'open', says: 'So it is.', next }),
  ...more,
});
export const evidence = (
  asks: Requirement['asks'] & string,
  next: string,
  held: Requirement['held'] = 'open',
): Requirement => row('acceptance', next, { asks, held });

/** Each step in a sentence, with whom it mentions. */
const told = (steps: NextStep[]): string[] =>
  steps.map(({ who: whom, people, what }) => `${whom} [${people.map(({ login }) => `@${login}`).join(' ')}] ${what}`);
export const next = (state: SubjectState, rows: Requirement[] = [], place: Around = around()): string[] =>
  told(nextSteps(place, state, rows));
