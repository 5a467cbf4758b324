import type { Evidence, Named } from '../../src/judge/take-over.js';
import type { ProposalState } from '../../src/rules/schema.js';

export const kofi: Named = { login: 'kofi', account: { id: 10, login: 'kofi' }, roles: ['maintainer'] };
export const mira: Named = { login: 'mira', account: { id: 11, login: 'mira' }, roles: ['maintainer'] };
export const ada: Named = { login: 'ada', account: { id: 1, login: 'ada' }, roles: [] };

/** What stood there of a proposal before Convenor came; what is left out says nothing. */
export const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  author: 'ada',
  createdAt: '2025-04-25T07:27:46Z',
  updatedAt: '2026-02-05T22:58:57Z',
  labels: [],
  assignees: [],
  reviews: 3,
  file: null,
  ...more,
});
/** What its file says of itself. */
export const file = (status: ProposalState | null, sponsor: Named | null = null): Evidence['file'] => ({
  word: status,
  status,
  sponsor,
});
