import { diffRules, type Difference, type Rules } from '../../rules/index.js';
import { complain, EXIT, printJson, type Io } from '../io.js';
import { fromRules } from '../problem.js';
import { problemLines } from '../report.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { clean, counted, painter, type Paint } from '../terminal.js';
import { namedRules } from './rules-named.js';

export const rulesDiff = subcommand({
  name: 'rules diff',
  usage: 'rules diff [--json] A B',
  summary: 'Says what rules B would do otherwise than rules A, and who gains or loses which power.',
  help: [
    'A and B are each a rules file, the folder of a clone, or the name of a pack. What is only worded or ordered otherwise is not spoken of.',
    'With --json: an array of objects with "rule" (its id, or the part of the file), "path", "kind" (power, count for a quorum or majority, strictness or value), "says", and for a power "power": "who", "may", and "gains" (true or false).',
    'Exit status: 0 where both do the same, 1 where they differ, 2 where one of them could not be read.',
  ],
  examples: [
    {
      line: 'convenor rules diff mcp .',
      says: "What this repository does otherwise than the pack that it's based on.",
    },
    { line: 'convenor rules diff .github/convenor.yml draft.yml', says: 'What a draft would change.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 2, max: 2, noun: 'two sets of rules' },
  async run({ values, operands }, io) {
    const sides: { shown: string; rules: Rules }[] = [];
    for (const name of operands) {
      const side = await readSide(name, io);
      if (side) sides.push(side);
    }
    const [before, after] = sides;
    if (!before || !after) return EXIT.wrongUse;
    const differences = diffRules(before.rules, after.rules);
    if (values.json === true) printJson(io, differences);
    else {
      const head = `From ${clean(before.shown)} to ${clean(after.shown)}:`;
      io.stdout.write([head, '', ...lines(differences, painter(io)), ''].join('\n'));
    }
    return differences.length > 0 ? EXIT.findings : EXIT.fine;
  },
});

/** The rules of one side; null where they cannot be read, which is said. */
async function readSide(name: string, io: Io): Promise<{ shown: string; rules: Rules } | null> {
  const named = await namedRules(name, io.cwd);
  if ('problem' in named) {
    complain(io, named.problem);
    return null;
  }
  const { shown, result } = named;
  if (result.ok) return { shown, rules: result.loaded.rules };
  complain(io, `${shown} cannot be read, with ${counted(result.problems.length, 'error')}:`);
  io.stderr.write(
    problemLines(
      result.problems.map((each) => fromRules(each)),
      '',
      (_, text) => text,
    ).join('\n'),
  );
  return null;
}

/** Powers first, since they are what people look for, then what they take; under each heading by rule. */
function lines(differences: readonly Difference[], paint: Paint): string[] {
  if (differences.length === 0) return ['Nothing: they do the same.'];
  const powers = differences.filter(({ kind }) => kind === 'power');
  const counts = differences.filter(({ kind }) => kind === 'count');
  const others = differences.filter(({ kind }) => kind !== 'power' && kind !== 'count');
  const width = Math.max(...differences.map(({ rule }) => rule.length));
  const rows = (part: readonly Difference[]): string[] =>
    part.map(({ rule, says }) => `  ${paint('quiet', rule.padEnd(width))}  ${clean(says)}`);
  return [
    ...(powers.length > 0 ? [paint('strong', 'Who may do more or less'), ...rows(powers), ''] : []),
    ...(counts.length > 0 ? [paint('strong', 'Quorums and majorities'), ...rows(counts), ''] : []),
    ...(others.length > 0 ? [paint('strong', 'What else is otherwise'), ...rows(others), ''] : []),
    `${counted(differences.length, 'difference')}, ${powers.length} of them in who may do what` +
      (counts.length > 0 ? ` and ${counts.length} in how many it takes` : ''),
  ];
}
