import { companionMissing } from './checks/companion-missing.js';
import { duplicateHeading } from './checks/heading-duplicate.js';
import { headingNumber } from './checks/heading-number.js';
import { linkAnchor } from './checks/link-anchor.js';
import { linkPath } from './checks/link-path.js';
import { linkProposal } from './checks/link-proposal.js';
import { nameForm } from './checks/name-form.js';
import { nameMatchesPullRequest } from './checks/name-number-matches-pull-request.js';
import { duplicatePerson } from './checks/people-duplicate.js';
import { handleForm } from './checks/people-handle-form.js';
import { noHandle } from './checks/people-no-handle.js';
import { unknownHandle } from './checks/people-unknown-handle.js';
import { dateOrder } from './checks/preamble-date-order.js';
import { date } from './checks/preamble-date.js';
import { extensionIdentifier } from './checks/preamble-extension-identifier.js';
import { futureDate } from './checks/preamble-future-date.js';
import { preambleMissing } from './checks/preamble-missing.js';
import { missingField } from './checks/preamble-missing-field.js';
import { numberForm } from './checks/preamble-number-form.js';
import { peopleForm } from './checks/preamble-people-form.js';
import { pullRequestField } from './checks/preamble-pull-request.js';
import { sponsorMissing } from './checks/preamble-sponsor-missing.js';
import { statusVocabulary } from './checks/preamble-status-vocabulary.js';
import { typeVocabulary } from './checks/preamble-type-vocabulary.js';
import { unknownKey } from './checks/preamble-unknown-key.js';
import { workingGroup } from './checks/preamble-working-group.js';
import { circular } from './checks/relation-circular.js';
import { oneSided } from './checks/relation-one-sided.js';
import { halfCapitals } from './checks/rfc2119-half-capitals.js';
import { noKeywords } from './checks/rfc2119-no-keywords.js';
import { smallLetters } from './checks/rfc2119-small-letters.js';
import { abstractLength } from './checks/section-abstract-length.js';
import { emptySection } from './checks/section-empty.js';
import { missingSection } from './checks/section-missing.js';
import { sectionOrder } from './checks/section-order.js';
import { placeholder } from './checks/section-placeholder.js';
import { templateText } from './checks/section-template-text.js';
import { finalChanged } from './checks/status-final-changed.js';
import { statusStep } from './checks/status-step.js';
import type { Check } from './types.js';

/** Every check, one a file under `checks/`. */
export const CATALOGUE: readonly Check[] = [
  nameForm,
  nameMatchesPullRequest,
  companionMissing,
  duplicateHeading,
  headingNumber,
  date,
  dateOrder,
  extensionIdentifier,
  futureDate,
  preambleMissing,
  missingField,
  numberForm,
  peopleForm,
  pullRequestField,
  sponsorMissing,
  statusVocabulary,
  typeVocabulary,
  unknownKey,
  workingGroup,
  duplicatePerson,
  handleForm,
  noHandle,
  unknownHandle,
  abstractLength,
  emptySection,
  missingSection,
  sectionOrder,
  placeholder,
  templateText,
  halfCapitals,
  noKeywords,
  smallLetters,
  linkAnchor,
  linkPath,
  linkProposal,
  circular,
  oneSided,
  finalChanged,
  statusStep,
];
