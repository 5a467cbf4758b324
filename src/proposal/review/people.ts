import type { Field, Proposal } from '../types.js';
import { fieldOf } from './places.js';

/** A preamble with more people than this is no proposal's. */
const MOST = 100;

/** Everybody whom the preamble names with a GitHub login, authors before sponsors, each with the field. */
export function everybody(proposal: Proposal): { login: string; field: Field }[] {
  const lists = [
    { people: proposal.authors, field: fieldOf(proposal, 'authors') },
    { people: proposal.sponsors, field: fieldOf(proposal, 'sponsor') },
  ];
  return lists.flatMap(({ people, field }) =>
    field
      ? people.slice(0, MOST).flatMap(({ github }) => (github === undefined ? [] : [{ login: github, field }]))
      : [],
  );
}
