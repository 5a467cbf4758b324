import { z } from 'zod';
import { decisionRules } from './schema/decisions.js';
import { delegation } from './schema/delegation.js';
import { groupRules } from './schema/groups.js';
import { ladderRules } from './schema/ladder.js';
import { lifecycleRules } from './schema/lifecycle.js';
import { repositoryKeys } from './schema/repository.js';

export type { Grant, GrantScope, TrackRecord } from './schema/delegation.js';
export type { PriorityArea, SupportWay } from './schema/groups.js';
export type { Transition } from './schema/lifecycle.js';
export type { Audience, TellEvent, Telling } from './schema/telling.js';
export * from './schema/vocabulary.js';

/** The whole of a repository's rules, after `extends` has been followed. */
export const rulesSchema = z.strictObject({
  ...repositoryKeys,
  rules: z
    .strictObject({ ...lifecycleRules, ...decisionRules, ...groupRules, ...ladderRules })
    .describe('The rules, by their id.'),
  delegation: delegation.describe("What a group's word is worth."),
});
/** See {@link rulesSchema}. */
export type Rules = z.infer<typeof rulesSchema>;
/** The identifier of a rule, as it stands in refusals, verdicts and the ledger. */
export type RuleId = keyof Rules['rules'];
/** Every {@link RuleId}, in the order of the schema. */
export const RULE_IDS = Object.keys(rulesSchema.shape.rules.shape) as RuleId[];
