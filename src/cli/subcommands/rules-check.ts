import { groupsWithoutCharter, type Rules, type RulesProblem } from '../../rules/index.js';
import { complain, EXIT, printJson } from '../io.js';
import { fromRules } from '../problem.js';
import { problemLines } from '../report.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { clean, counted, painter } from '../terminal.js';
import { namedRules, type NamedRules } from './rules-named.js';

export const rulesCheck = subcommand({
  name: 'rules check',
  usage: 'rules check [--json] [DIR]',
  summary: 'Says everything that is wrong with a rules file, with line and column.',
  help: [
    'DIR is the root of a clone, a rules file, or the name of a pack; without it, the folder here. Everything is said at once: what is no YAML, keys that do not exist, values of the wrong kind, rules that contradict each other, and, in a clone, groups that have no charter there.',
    'With --json: an object with "rules" (what was looked at) and "problems": an array of objects with "path", "line", "column", "code", "message" and "excerpt" (the source line), as the file has them.',
    'Exit status: 0 where the rules are in order, 1 where they are not, 2 where nothing could be opened.',
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
    const problems = result.ok ? await strangers(named, result.loaded.rules) : result.problems;
    if (values.json === true) printJson(io, { rules: shown, problems });
    else {
      const found = problemLines(problems.map(fromRules), '', painter(io));
      const end =
        result.ok && problems.length === 0
          ? `In order: ${clean(shown)}, with ${counted(Object.keys(result.loaded.rules.rules).length, 'rule')}.`
          : counted(problems.length, 'error');
      io.stdout.write([...found, end, ''].join('\n'));
    }
    return problems.length > 0 ? EXIT.findings : EXIT.fine;
  },
});

/** The groups that the rules of a clone speak of and that have no charter in it. */
async function strangers({ shown, tree, text }: NamedRules, rules: Rules): Promise<RulesProblem[]> {
  if (tree === null || text === null) return [];
  const slugs: string[] = [];
  for (const folder of [rules.paths.workingGroups, rules.paths.interestGroups]) {
    const listed = await tree.list(folder);
    if (listed.ok) slugs.push(...listed.names.flatMap((name) => /^(.*)\.mdx?$/.exec(name)?.[1] ?? []));
  }
  return groupsWithoutCharter(text, shown, rules, slugs);
}
