import { resolve } from 'node:path';
import { RULES_FILE } from '../../facts/governing.js';
import { readClone, type Clone } from '../clone.js';
import { inspect } from '../inspect.js';
import { complain, EXIT, printJson } from '../io.js';
import { tally } from '../problem.js';
import { problemLines, summaryLine } from '../report.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';

export const check = subcommand({
  name: 'check',
  usage: 'check [--json] DIR',
  summary: 'Finds what is to be mended in a local clone of a specification repository.',
  help: [
    `DIR is the root of a clone. Its files are read as they lie there: the rules in ${RULES_FILE} (without that file, those of the default pack), and where the rules say: the proposals, their template, the charters, the list of maintainers and the roster; and the repository's own templates. Links that lead out of DIR are not followed.`,
    'Proposals are read beside each other: what one says of another, files that are linked, logins that nobody knows but for a slip, and the rendered page that the rules want, where DIR holds the folder for such pages. Open proposals are in no clone, so a number that is not there is never called wrong.',
    'Each problem is given with file, line, column and the next step. An error could not be read or is wrong, a warning was read liberally or is missing, a note (info) is worth saying.',
    'With --json: an object with "rules" ("from" is "file", "pack", or "pack-instead" where the file has errors; and their "name"), "files" (how many were looked at), "errors", "warnings", "infos", and "problems": an array of objects with "path", "line", "column", "severity", "code", "message", "help" (or null) and "excerpt" (the source line, or null), by path and line.',
    'Exit status: 0 where nothing but notes was found, 1 where there are errors or warnings, 2 where DIR is no specification repository.',
  ],
  examples: [
    { line: 'convenor check .', says: 'Look at the clone in this folder.' },
    { line: 'convenor check --json ../specification', says: 'The same for another program.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 1, max: 1, noun: 'one folder' },
  async run({ values, operands: [directory = ''] }, io) {
    const read = await readClone(resolve(io.cwd, directory), directory);
    if (!read.ok) {
      complain(io, read.problem);
      return EXIT.wrongUse;
    }
    const { clone } = read;
    const problems = inspect(clone, io.today());
    const { error: errors, warning: warnings, info: infos } = tally(problems);
    if (values.json === true) {
      const rules = { from: clone.rulesFrom, name: clone.rules.name };
      printJson(io, { rules, files: clone.files, errors, warnings, infos, problems });
    } else {
      const found = problemLines(problems, directory, painter(io));
      io.stdout.write([rulesLine(clone), '', ...found, summaryLine(problems, clone.files), ''].join('\n'));
    }
    return errors + warnings > 0 ? EXIT.findings : EXIT.fine;
  },
});

function rulesLine({ rules, rulesFrom }: Clone): string {
  switch (rulesFrom) {
    case 'file':
      return `Rules: ${RULES_FILE} ("${rules.name}").`;
    case 'pack':
      return `Rules: the pack "${rules.name}", since there is no ${RULES_FILE}.`;
    case 'pack-instead':
      return `Rules: ${RULES_FILE} has errors. The rest was looked at with the paths of the pack "${rules.name}".`;
  }
}
