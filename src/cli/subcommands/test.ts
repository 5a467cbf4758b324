import { playStory, readStories, type StoryResult } from '../../policy/index.js';
import { complain, EXIT, printJson } from '../io.js';
import { fromRules, inOrder, type Problem } from '../problem.js';
import { ownRules, storyFiles } from '../story-files.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { storyJson, storyLines } from './test-report.js';

export const test = subcommand({
  name: 'test',
  usage: 'test [--json] [--rules RULES] DIR',
  summary: 'Plays the stories of a folder, and says where the rules make of them something else than they expect.',
  help: [
    'DIR is a folder; every .yml and .yaml file in it and below holds stories, or a setting that these name: people, groups and rules, what is said when, and what must be so then. docs/policy-tests.md describes them. They are judged by the functions that the app judges by, and nothing but the clock of the story counts.',
    'A story names its rules itself: a pack, with or without changes, or "own". Those are the rules of the clone that DIR lies in, and without a rules file those of the default pack; --rules names others, to try a draft before it is adopted.',
    'Of a story that fails, each point is given with file, line and column: what was expected (-), what was so (+), and what the verdict said then. A file that cannot be read or is not of the form counts as failed, and so do its stories.',
    'With --json: an object with "stories" (an array of objects with "path", "line", "column", "title", "clauses", "passed" and "failures"), "problems" (as those of "check"), "passed" and "failed" (how many stories). A failure has "path", "line", "column", "step" (from 1), "at" (the moment), "broken" (why the story could not go on, or null), "compared" (a tree of objects with "key", "held", "expected", "actual" and "children") and "verdict" (the requirements then, a tree of objects with "rule", "name", "held", "says", "next" and "children").',
    'Exit status: 0 where every story passed, 1 where one failed or could not be read, 2 where there is no such folder, or none with stories in it.',
  ],
  examples: [
    { line: 'convenor test .github/convenor/tests', says: 'Hold the rules of this clone to what its stories say.' },
    { line: 'convenor test --rules draft.yml tests', says: 'Try a draft of the rules on the same stories.' },
  ],
  options: {
    json: JSON_OPTION,
    rules: { type: 'string', value: 'RULES', says: 'What "own" means: a rules file, a clone, or a pack.' },
  },
  operands: { min: 1, max: 1, noun: 'one folder' },
  async run({ values, operands: [folder = ''] }, io) {
    const found = await storyFiles(folder, io.cwd);
    if ('problem' in found) {
      complain(io, found.problem);
      return EXIT.wrongUse;
    }
    const named = await ownRules(values.rules, folder, io.cwd);
    if ('problem' in named) {
      complain(io, named.problem);
      return EXIT.wrongUse;
    }
    const { stories, problems: wrong } = readStories(found.files, named.own);
    const isOwnMeant = wrong.some(({ code }) => code === 'story/own-rules');
    const problems: Problem[] = [
      ...inOrder([...found.problems, ...wrong.map((one) => fromRules(one))]),
      ...(isOwnMeant ? named.problems.map((one) => fromRules(one)) : []),
    ];
    const results: StoryResult[] = stories.map(playStory);
    if (values.json === true) printJson(io, storyJson(results, problems));
    else io.stdout.write(storyLines(results, problems, painter(io)).join('\n'));
    const isFine = problems.length === 0 && results.every(({ failures }) => failures.length === 0);
    return isFine ? EXIT.fine : EXIT.findings;
  },
});
