import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { packStories } from './stories.mjs';
import { vitestTests } from './tests.mjs';

/** What the run without a change has learned, for a process that is begun anew. */
const LEARNED = 'mutants.json';
/** The name under which is noted what is reached while tests are collected. */
const LOADING = 'loading';
/** So many of the tests that caught something last are asked first: the next change is often beside the last. */
const CATCHERS = 10;
/**
 * So many milliseconds of computing are given to a change. What no test caught by then has survived: the score can only
 * be too low.
 */
const PATIENCE = 3000;

/** The file of a test, or the pack of a story: the first word of its id. */
const fileOf = (id) => id.slice(0, id.indexOf(' '));

/** Milliseconds that this process has computed for: whoever else is busy on the machine is no part of it. */
function computed() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Loads every file that Stryker changes. */
async function loadChanged(root) {
  for (const folder of ['src/judge/', 'src/ledger/fold/']) {
    const names = await readdir(new URL(folder, root), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.js'))) await import(new URL(folder + name, root).href);
  }
}

/**
 * Asks the stories of the rule packs and those tests that know functions alone, all within one process: loading them for
 * each of some ten thousand changes would take days, while most of them take a millisecond. The quickest are asked first,
 * those before all that often catch something, and the first that fails ends it. Built code is asked, so Stryker builds it first.
 */
class InProcessRunner {
  /** Where the code that Stryker has changed looks for which change is on. */
  switches = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  /** What each story said and how long each test took, in milliseconds; a test without a time is not asked. */
  learned = { told: new Map(), took: new Map() };
  /** The ids of the tests that caught something, the last one first; and how often each did, and each file's tests on average. */
  catchers = [];
  caught = new Map();
  caughtByFile = new Map();
  tests = null;

  constructor(log) {
    this.log = log;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  /**
   * Loads everything, with whatever change is on. What the changed files do as they are loaded is static, as Stryker calls
   * it; what they are asked for while tests are collected counts for no test, and is not static either.
   */
  async load() {
    if (this.tests !== null) return;
    if (existsSync(LEARNED)) {
      const { told, took } = JSON.parse(readFileSync(LEARNED, 'utf8'));
      this.learned = { told: new Map(told), took: new Map(took) };
    }
    const root = pathToFileURL(`${process.cwd()}/`);
    await loadChanged(root);
    this.switches.currentTestId = LOADING;
    const stories = process.env.MUTANTS_TESTS ? [] : await packStories(root, this.learned.told);
    const tests = [...stories, ...(await vitestTests(root, this.log))];
    this.switches.currentTestId = undefined;
    delete this.switches.mutantCoverage?.perTest[LOADING];
    this.tests = new Map(tests.map(({ id, run }) => [id, run]));
  }

  async dryRun() {
    await this.load();
    const tests = [];
    for (const [id, run] of this.tests) {
      const { failure, timeSpentMs } = await this.ask(id, run);
      if (failure !== null) {
        this.log.warn(`Left out, since it fails without a change: ${id}: ${failure}`);
        delete this.switches.mutantCoverage?.perTest[id];
        continue;
      }
      this.learned.took.set(id, timeSpentMs);
      tests.push({ id, name: id, status: TestStatus.Success, timeSpentMs });
    }
    const { told, took } = this.learned;
    writeFileSync(LEARNED, JSON.stringify({ told: [...told], took: [...took] }));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.switches.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(this.switches, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    await this.load();
    const tests = [];
    const from = computed();
    for (const id of this.inOrder(testFilter ?? [...this.learned.took.keys()])) {
      const { failure, timeSpentMs } = await this.ask(id, this.tests.get(id));
      if (failure === null) {
        tests.push({ id, name: id, status: TestStatus.Success, timeSpentMs });
        if (computed() - from > PATIENCE) break;
        continue;
      }
      tests.push({ id, name: id, status: TestStatus.Failed, timeSpentMs, failureMessage: failure });
      this.catchers = [id, ...this.catchers.filter((other) => other !== id)].slice(0, CATCHERS);
      this.caught.set(id, (this.caught.get(id) ?? 0) + 1);
      const file = fileOf(id);
      const size = [...this.tests.keys()].filter((other) => fileOf(other) === file).length;
      this.caughtByFile.set(file, (this.caughtByFile.get(file) ?? 0) + 1 / size);
      break;
    }
    const reached = determineHitLimitReached(this.switches.hitCount, hitLimit);
    this.switches.activeMutant = undefined;
    return toMutantRunResult(reached ?? { status: DryRunStatus.Complete, tests });
  }

  inOrder(ids) {
    const asked = new Set(ids);
    const first = this.catchers.filter((id) => asked.delete(id));
    const worth = (id) => 1 + (this.caught.get(id) ?? 0) + 5 * (this.caughtByFile.get(fileOf(id)) ?? 0);
    const price = (id) => this.learned.took.get(id) / worth(id);
    return [...first, ...[...asked].sort((a, b) => price(a) - price(b))];
  }

  async ask(id, run) {
    this.switches.currentTestId = id;
    const from = performance.now();
    let failure = null;
    try {
      await run();
    } catch (error) {
      failure = String(error);
    }
    const timeSpentMs = performance.now() - from;
    this.switches.currentTestId = undefined;
    return { failure, timeSpentMs };
  }
}
InProcessRunner.inject = [commonTokens.logger];

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
