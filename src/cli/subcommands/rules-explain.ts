import { nearest } from '../../near.js';
import { explainRule, explainRules, RULE_IDS, type ExplainedRule, type RuleId } from '../../rules/index.js';
import { complain, EXIT, printJson } from '../io.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { clean, painter, type Paint } from '../terminal.js';
import { namedRules } from './rules-named.js';

export const rulesExplain = subcommand({
  name: 'rules explain',
  usage: 'rules explain [--json] [--in RULES] [ID]',
  summary: 'Says a rule in plain words: what it asks, where it comes from, how strictly it is held.',
  help: [
    "ID is a rule's name, as it stands in refusals and in the rules file; without it, every rule is said in one line.",
    'With --json: an object for the rule, or an array of them, with "id", "about", "says", "clause", "mode", "held" (the mode in words) and "parts": an array of "label", "value" and "entries" (one by one where it is a table, else empty).',
    'Exit status: 0 where it was said, 2 where there is no such rule, or the rules cannot be read.',
  ],
  examples: [
    { line: 'convenor rules explain consensus', says: 'What lazy consensus is, by the rules of this folder.' },
    { line: 'convenor rules explain --in minimal', says: 'Every rule of a pack, each in one line.' },
  ],
  options: {
    json: JSON_OPTION,
    in: {
      type: 'string',
      value: 'RULES',
      says: 'A rules file, the folder of a clone, or a pack; without this, the folder here.',
    },
  },
  operands: { min: 0, max: 1, noun: 'one rule' },
  async run({ values, operands: [id] }, io) {
    const named = await namedRules(values.in ?? '.', io.cwd);
    if ('problem' in named) {
      complain(io, named.problem);
      return EXIT.wrongUse;
    }
    if (!named.result.ok) {
      complain(io, `${named.shown} cannot be read. See: convenor rules check ${values.in ?? ''}`.trimEnd());
      return EXIT.wrongUse;
    }
    if (id !== undefined && !isRuleId(id)) {
      const near = nearest(id, RULE_IDS);
      complain(
        io,
        `there is no rule "${id}". ${near === null ? 'See: convenor rules explain' : `Did you mean "${near}"?`}`,
      );
      return EXIT.wrongUse;
    }
    const { rules } = named.result.loaded;
    const paint = painter(io);
    const told = id === undefined ? explainRules(rules) : explainRule(rules, id);
    if (values.json === true) printJson(io, told);
    else {
      const from = paint('quiet', `By ${clean(named.shown)}.`);
      const text = Array.isArray(told) ? [...list(told, paint), '', from] : [...page(told, paint), '', from];
      io.stdout.write(`${text.join('\n')}\n`);
    }
    return EXIT.fine;
  },
});

const isRuleId = (word: string): word is RuleId => (RULE_IDS as readonly string[]).includes(word);

function list(rules: readonly ExplainedRule[], paint: Paint): string[] {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, mode, says }) => `${paint('strong', id.padEnd(width))}  ${mode.padEnd(7)}  ${clean(says)}`);
}

function page({ id, about, says, clause, held, parts }: ExplainedRule, paint: Paint): string[] {
  const width = Math.max(0, ...parts.map(({ label }) => label.length));
  return [
    `${paint('strong', id)}: ${about}`,
    '',
    clean(says),
    '',
    `Where it comes from: ${clean(clause)}`,
    `How strictly: ${held}`,
    ...(parts.length > 0 ? [''] : []),
    ...parts.flatMap(({ label, value, entries }) =>
      (entries.length > 0 ? entries : [value]).map(
        (line, at) => `  ${(at === 0 ? label : '').padEnd(width)}  ${clean(line)}`,
      ),
    ),
  ];
}
