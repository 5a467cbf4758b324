import type { SubjectState } from '../state.js';
import { missing, there, type Sight } from './sight.js';

/** Somebody who sponsors the proposal. */
export const sponsored = ({ sponsor }: Pick<SubjectState, 'sponsor'>): Sight =>
  sponsor ? there(`${sponsor.by.login} sponsors it.`) : missing('Nobody sponsors it.');
