import { capital, modeInWords } from './words.js';
import { entriesInWords, isTable, leavesOf, valueInWords } from './leaves.js';
import { words } from './schema/values.js';
import { RULE_IDS, rulesSchema, type Mode, type RuleId, type Rules } from './schema.js';

/** A rule in plain words. */
export interface ExplainedRule {
  id: RuleId;
  /** What it is about: "Lazy consensus". */
  about: string;
  /** The rule in one sentence. */
  says: string;
  /** Where it comes from. */
  clause: string;
  mode: Mode;
  /** How strictly it is held, in words. */
  held: string;
  /** Its parameters: what each is, and its value; with the entries one by one where it is a table. */
  parts: { label: string; value: string; entries: string[] }[];
}

/** Puts a rule into plain words. */
export function explainRule(rules: Rules, id: RuleId): ExplainedRule {
  const schema = rulesSchema.shape.rules.shape[id];
  const rule = rules.rules[id];
  return {
    id,
    about: capital(words.get(schema)?.label ?? id),
    says: rule.says,
    clause: rule.clause,
    mode: rule.mode,
    held: modeInWords(rule.mode),
    parts: leavesOf(schema, rule)
      .filter(({ path }) => path.at(-1) !== 'mode')
      .map((leaf) => ({
        label: leaf.meant.label,
        value: valueInWords(leaf),
        entries: isTable(leaf.value) ? entriesInWords(leaf) : [],
      })),
  };
}

/** Puts every rule into plain words, in the order of the schema. */
export const explainRules = (rules: Rules): ExplainedRule[] => RULE_IDS.map((id) => explainRule(rules, id));
