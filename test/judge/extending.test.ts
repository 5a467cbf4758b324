import { expect, it } from 'vitest';
import { history, type History } from './history.js';

const deadline = (told: History): string | undefined => told.seenAt().state.decisions[0]?.deadline;
const extended = (): History =>
  history().isADraft().startsConsensus('lena').says('lena', '/consensus extend until 2026-11-20');

it('who gives more time gives all of it: a time in which it is closed after that is added', () => {
  const end = deadline(extended());
  expect(end).toMatch(/^2026-11-2[01]T/);
  const told = extended().at('2026-11-12T09:00:00Z').isNow('closed').at('2026-11-14T09:00:00Z').isNow('open');
  expect(deadline(told)).toBe(new Date(Date.parse(end ?? '') + 2 * 86_400_000).toISOString().replace('.000', ''));
});

it('a time in which it was closed before somebody gave more is in what they gave', () => {
  const told = history().isADraft().startsConsensus('lena').at('2026-11-03T09:00:00Z').isNow('closed');
  told.at('2026-11-04T09:00:00Z').isNow('open').says('lena', '/consensus extend until 2026-11-20');
  expect(deadline(told)).toBe(deadline(extended()));
});
