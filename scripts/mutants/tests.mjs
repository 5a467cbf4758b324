import { readdir } from 'node:fs/promises';
import { collectTests, getFn, getHooks } from '@vitest/runner';
import { getTests } from '@vitest/runner/utils';

/** Where the tests are that ask the judge and the fold by functions alone. */
const FOLDERS = ['judge', 'commands', 'publish', 'dashboard', 'telling', 'people', 'policy', 'ledger', 'wake'];

/** Those among them that are not asked, by what they begin with, and why. */
const LEFT_OUT = {
  'judge/properties': 'a second for each property: what they find, a story finds in milliseconds',
  'people/page': 'compares with files, for which vitest itself has to run',
  'policy/json-schema': 'compares with files, for which vitest itself has to run',
  'policy/page': 'compares with files, for which vitest itself has to run',
  'policy/packs': 'tells the stories of the packs, which are asked by themselves',
  'policy/clauses': 'knows no judge',
  'people/corpus': 'knows no judge',
  'commands/page': 'compares with files, for which vitest itself has to run',
  'commands/parse': 'knows the reader of commands alone',
  'commands/table': 'five thousand cells, most of them of commands and roles, for half a minute',
  'publish/escape': 'knows no judge',
  'publish/plan': 'asks what is published of a verdict',
  'publish/remark': 'asks what is published of a verdict',
  'publish/status': 'asks what is published of a verdict, in comments of any length',
  'publish/suggestions': 'knows no judge',
  'telling/discord': 'knows no judge',
  'dashboard/pages': 'compares with files, for which vitest itself has to run',
  'dashboard/hostile': 'knows no judge',
};

/** Only what begins so is asked, where somebody names it: for trying a test that is being written. */
const ONLY = process.env.MUTANTS_TESTS?.split(',') ?? null;

/** All that the collector of vitest wants to know of a run. */
const runner = (root) => ({
  config: {
    root,
    name: 'mutants',
    setupFiles: [],
    sequence: { shuffle: false, hooks: 'stack', setupFiles: 'list' },
    tags: [],
    allowOnly: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
  trace: (_name, attributes, run) => (run ?? attributes)(),
  importFile: (path) => import(path),
});

/**
 * The tests of vitest that can be asked again and again within this process, collected once.
 *
 * @param {URL} root the folder of the tests, built beside themselves
 * @param {{ warn(message: string): void }} log hears of files that are left out, since something has to run before their tests
 * @returns {Promise<{ id: string, run: () => unknown }[]>}
 * @throws where a file cannot be read
 */
export async function vitestTests(root, log) {
  const folders = FOLDERS.map((folder) => new URL(`test/${folder}/`, root));
  const found = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })));
  const files = found
    .flatMap((names, index) => names.map((name) => `${FOLDERS[index]}/${name}`))
    .filter((name) => name.endsWith('.test.js'))
    .filter((name) => ONLY?.some((start) => name.startsWith(start)) ?? true)
    .filter((name) => !Object.keys(LEFT_OUT).some((start) => name.startsWith(start)))
    .map((name) => new URL(`test/${name}`, root).pathname);
  const collected = await collectTests(files, runner(root.pathname));
  return collected.flatMap((file) => {
    const [error] = file.result?.errors ?? [];
    if (error) throw new Error(`${file.name} cannot be read: ${error.message}`);
    const tests = getTests(file).filter(({ mode }) => mode === 'run' || mode === 'queued');
    if (tests.some(hasHooks)) {
      log.warn(`Left out, since it has hooks, which are not run here: ${file.name}`);
      return [];
    }
    const seen = new Map();
    return tests.map((test) => {
      const name = `${file.name} ${namesOf(test).join(' > ')}`;
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return { id: before === 0 ? name : `${name} (${before + 1})`, run: getFn(test) };
    });
  });
}

const suitesOf = ({ suite, file }) => (suite ? [suite, ...suitesOf(suite)] : [file]);
const namesOf = (test) =>
  [test, ...suitesOf(test)]
    .slice(0, -1)
    .reverse()
    .map(({ name }) => name);
const hasHooks = (test) =>
  suitesOf(test).some((suite) => Object.values(getHooks(suite) ?? {}).some((hooks) => hooks.length > 0));
