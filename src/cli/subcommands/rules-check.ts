import { join } from 'node:path';
import { readSources } from '../../people/index.js';
import { rulesAgainstCharters, type Rules, type RulesProblem } from '../../rules/index.js';
import { readTemplates } from '../../templates/index.js';
import { chartersAt, templatesAt } from '../clone.js';
import { complain, EXIT, printJson } from '../io.js';
import { fromRules, tally, type Problem } from '../problem.js';
import { problemLines } from '../report.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { clean, counted, painter } from '../terminal.js';
import { namedRules, type NamedRules } from './rules-named.js';

export const rulesCheck = subcommand({
  name: 'rules check',
  usage: 'rules check [--json] [DIR]',
  summary: 'Says everything that is wrong with a rules file, with line and column.',
  help: [
    'DIR is the root of a clone, a rules file, or the name of a pack; without it, the folder here. Everything is said at once: what is no YAML, keys that do not exist, values of the wrong kind, rules that contradict each other, and, in a clone, what comes to nothing by its charters: groups that have none, grants to groups that can decide nothing, items that stand in no charter. The last are warnings: charters change without the rules, and Convenor goes on. Of a clone its own templates are looked at as well: each is filled with samples.',
    'With --json: an object with "rules" (what was looked at) and "problems": an array of objects with "path", "line", "column", "severity" ("error" or "warning"), "code", "message" and "excerpt" (the source line), as the file has them.',
    'Exit status: 0 where the rules are in order, 1 where there are errors or warnings, 2 where nothing could be opened.',
  ],
  examples: [
    { line: 'convenor rules check', says: 'Look at the rules of the clone in this folder.' },
    { line: 'convenor rules check draft.yml', says: 'Look at a draft before it is proposed.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 0, max: 1, noun: 'one folder or file' },
  async run({ values, operands: [name = '.'] }, io) {
    const named = await namedRules(name, io.cwd);
    if ('problem' in named) {
      complain(io, named.problem);
      return EXIT.wrongUse;
    }
    const { shown, result } = named;
    const problems: Problem[] = [
      ...(result.ok
        ? (await idle(named, result.loaded.rules)).map((each) => fromRules(each, 'warning'))
        : result.problems.map((each) => fromRules(each))),
      ...(await inTemplates(named, name)),
    ];
    if (values.json === true) {
      printJson(io, { rules: shown, problems: problems.map(asJson) });
    } else {
      const { error, warning } = tally(problems);
      const end =
        result.ok && problems.length === 0
          ? `In order: ${clean(shown)}, with ${counted(Object.keys(result.loaded.rules.rules).length, 'rule')}.`
          : [
              ...(error > 0 ? [counted(error, 'error')] : []),
              ...(warning > 0 ? [counted(warning, 'warning')] : []),
            ].join(', ');
      io.stdout.write([...problemLines(problems, '', painter(io)), end, ''].join('\n'));
    }
    return problems.length > 0 ? EXIT.findings : EXIT.fine;
  },
});

/** What is wrong with the templates of a clone, under the name that the person gave it. */
async function inTemplates({ tree }: NamedRules, name: string): Promise<Problem[]> {
  if (tree === null) return [];
  const { templates, problems } = await templatesAt(tree);
  const all = [...problems, ...readTemplates(templates).problems.map((each) => fromRules(each))];
  return all.map((each) => ({ ...each, path: join(name, each.path) }));
}

/** What the rules of a clone say of groups and what comes to nothing by its charters. */
async function idle({ shown, tree, text }: NamedRules, rules: Rules): Promise<RulesProblem[]> {
  if (tree === null || text === null) return [];
  const texts = { charters: await chartersAt(tree, rules), maintainers: null, roster: null };
  return rulesAgainstCharters(text, shown, rules, readSources(texts, rules.paths).groups);
}

const asJson = ({ path, line, column, severity, code, message, excerpt }: Problem): object => {
  return { path, line, column, severity, code, message, excerpt };
};
