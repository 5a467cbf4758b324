import { inspectPeople, type Source } from '../../people/index.js';
import { complain, EXIT, printJson } from '../io.js';
import { fromPeople, inOrder, tally, type Problem } from '../problem.js';
import { problemLines, summaryLine } from '../report.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { peopleNamed } from './people-named.js';

export const peopleCheck = subcommand({
  name: 'people check',
  usage: 'people check [--json] [DIR]',
  summary: 'Finds where the roster, the charters and the list of maintainers are wrong or differ.',
  help: [
    'DIR is the root of a clone; without it, the folder here. Each file is read for itself, and then all of them against each other: people whom one lists and another does not, other roles, levels and organisations, a login in another name, emeriti who are still listed, and terms that end within 30 days or are over.',
    'Each problem is given with the place where it is told, the other place in its words, and what to do. An error could not be read or is wrong, a warning is a difference that somebody has to settle, a note (info) is worth knowing.',
    'With --json: an object with "errors", "warnings", "infos" and "problems": an array of objects with "path", "line", "column", "severity", "code", "message", "help" (or null), "excerpt" (or null) and "others" (the other places: objects with "path" and "line"), by path and line.',
    'Exit status: 0 where nothing but notes was found, 1 where there are errors or warnings, 2 where DIR has nothing about people.',
  ],
  examples: [
    { line: 'convenor people check', says: 'Look at the files about people in this folder.' },
    { line: 'convenor people check --json ../specification', says: 'The same for another program.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 0, max: 1, noun: 'one folder' },
  async run({ values, operands: [directory = '.'] }, io) {
    const named = await peopleNamed(directory, io.cwd);
    if ('problem' in named) {
      complain(io, named.problem);
      return EXIT.wrongUse;
    }
    const { clone, sources } = named;
    const others = new Map<Problem, readonly Source[]>();
    const said = inspectPeople(sources, io.today()).map((each) => {
      const problem = fromPeople(each);
      others.set(problem, each.others ?? []);
      return problem;
    });
    const problems = inOrder([...clone.problems, ...said]);
    const { error: errors, warning: warnings, info: infos } = tally(problems);
    if (values.json === true) {
      const found = problems.map((each) => ({ ...each, others: others.get(each) ?? [] }));
      printJson(io, { errors, warnings, infos, problems: found });
    } else {
      const { charters, maintainers, roster } = clone.texts;
      const files = charters.length + (maintainers === null ? 0 : 1) + (roster === null ? 0 : 1);
      const found = problemLines(problems, directory === '.' ? '' : directory, painter(io));
      io.stdout.write([...found, summaryLine(problems, files), ''].join('\n'));
    }
    return errors + warnings > 0 ? EXIT.findings : EXIT.fine;
  },
});
