import { atField, fieldOf } from '../places.js';
import type { Check } from '../types.js';

export const dateOrder: Check = {
  code: 'preamble/date-order',
  level: 'warning',
  wants: 'A proposal is created before it is accepted.',
  why: 'One of the two days is wrong, and the record of the decision with it.',
  good: '- **Created**: 2026-03-09 and - **Accepted**: 2026-05-01',
  bad: '- **Created**: 2026-05-09 and - **Accepted**: 2026-05-01',
  check({ proposal }) {
    const field = fieldOf(proposal, 'accepted');
    const { created } = proposal;
    const accepted = proposal.accepted?.date ?? null;
    if (!field || created === null || accepted === null || created <= accepted) return [];
    const message = `The proposal was accepted on ${accepted}, before it was created on ${created}.`;
    return [{ ...atField(field), message, help: 'Correct the day that is wrong.' }];
  },
};
