import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

const PACKS = ['mcp', 'minimal'];

/**
 * Runs the stories of the rule packs within one process, each as a test: it passes where the story says the very words that
 * the committed transcripts hold. A whole run of the test suite for each of some ten thousand changes would take days; a
 * story takes a few milliseconds. Built code is judged, so Stryker builds it first.
 */
class StoryRunner {
  /** Where the code that Stryker has changed looks for which change is on. */
  switches = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  stories = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const at = (path) => new URL(`dist/${path}`, `file://${process.cwd()}/`).href;
    const [policy, files] = await Promise.all([import(at('policy/index.js')), import(at('cli/story-files.js'))]);
    this.play = (story) => policy.transcript([policy.playStory(story)]);
    for (const pack of PACKS) {
      const found = await files.storyFiles(`rules/${pack}/tests`, process.cwd());
      const { stories } = policy.readStories(found.files, { shown: pack, loaded: null });
      for (const story of stories) this.stories.push({ id: `${pack} ${story.title}`, story, words: '' });
    }
  }

  async dryRun() {
    const tests = this.stories.map((one) => {
      this.switches.currentTestId = one.id;
      const from = performance.now();
      one.words = this.play(one.story);
      return { id: one.id, name: one.id, status: TestStatus.Success, timeSpentMs: performance.now() - from };
    });
    this.switches.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.switches.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    // A worker that was begun anew has not heard the stories yet.
    if (this.stories[0]?.words === '') await this.dryRun();
    Object.assign(this.switches, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    const asked = new Set(testFilter ?? this.stories.map(({ id }) => id));
    const tests = [];
    for (const { id, story, words } of this.stories) {
      if (!asked.has(id)) continue;
      const from = performance.now();
      const failure = this.difference(story, words);
      const timeSpentMs = performance.now() - from;
      tests.push(
        failure === null
          ? { id, name: id, status: TestStatus.Success, timeSpentMs }
          : { id, name: id, status: TestStatus.Failed, timeSpentMs, failureMessage: failure },
      );
      if (failure !== null) break;
    }
    const reached = determineHitLimitReached(this.switches.hitCount, hitLimit);
    this.switches.activeMutant = undefined;
    return toMutantRunResult(reached ?? { status: DryRunStatus.Complete, tests });
  }

  difference(story, words) {
    try {
      return this.play(story) === words ? null : 'It is told in other words.';
    } catch (error) {
      return String(error);
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'stories', StoryRunner)];
