import { headingNumber } from './checks/heading-number.js';
import { nameMatchesPullRequest } from './checks/name-number-matches-pull-request.js';
import { date } from './checks/preamble-date.js';
import { missingField } from './checks/preamble-missing-field.js';
import { statusVocabulary } from './checks/preamble-status-vocabulary.js';
import { typeVocabulary } from './checks/preamble-type-vocabulary.js';
import { workingGroup } from './checks/preamble-working-group.js';
import { missingSection } from './checks/section-missing.js';
import type { Check } from './types.js';

/** Every check, one a file under `checks/`, in the order in which the documentation lists them. */
export const CATALOGUE: readonly Check[] = [
  nameMatchesPullRequest,
  headingNumber,
  missingField,
  statusVocabulary,
  typeVocabulary,
  date,
  workingGroup,
  missingSection,
];
