import type { Family } from '../subcommand.js';
import { rulesCheck } from './rules-check.js';
import { rulesDiff } from './rules-diff.js';
import { rulesExplain } from './rules-explain.js';
import { rulesSchema } from './rules-schema.js';

export const rules: Family = {
  name: 'rules',
  summary: 'Checks, explains and compares the rules of a repository.',
  members: [rulesCheck, rulesExplain, rulesDiff, rulesSchema],
};
