/** Reading, editing and reviewing the document of a Spec Enhancement Proposal. */
export * from './types.js';
export { parseToJson, type ProposalJson } from './json.js';
export { numberInName, proposalFile, type ProposalFile, type ProposalFileRules } from './name.js';
export { normativeHash, readProposal, type ReadOptions } from './read.js';
export { MAX_BYTES } from './source.js';
export { freshProposal, slugOf, type Beginning } from './fresh.js';
export { editField, type Edit, type EditError } from './edit.js';
export { CATALOGUE, EXPLANATIONS, reviewProposal } from './review/index.js';
export { mendAll, type Mended } from './review/mend.js';
export { implementationOf, type Implementation, type ShownLink, type Target } from './implementation/index.js';
export { normativeStatements, type Statement } from './review/statements.js';
export { outsideNeeds, type OutsideNeeds } from './review/outside.js';
export { explanationPage } from './review/page.js';
export { companionPath, pathWithNumber } from './review/rename.js';
export { relationsAmong, relationsOf } from './review/relations.js';
export type {
  Check,
  Companion,
  Explanation,
  Finding,
  Fix,
  Level,
  Relations,
  ReviewContext,
  Stage,
} from './review/types.js';
export { withoutRow } from './traceability/gaps.js';
export { readTraceability, type Traceability, type TracedRow, type TraceabilityProblem } from './traceability/read.js';
