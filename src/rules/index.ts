export { rulesAgainstCharters } from './charters.js';
export { diffRules, type Difference } from './diff.js';
export { explainRule, explainRules, type ExplainedRule } from './explain.js';
export { rulesJsonSchema } from './json-schema.js';
export { DEFAULT_PACK, hashOf, loadRules, RULES_FILE, type LoadedRules, type RulesResult } from './load.js';
export { isPack, PACKS, SHIPPED, type PackName, type Packs } from './packs.js';
export type { RulesProblem } from './problem.js';
export { readRecorded, type Recorded } from './recorded.js';
export * from './schema.js';
