import { expect, test } from 'vitest';
import { stageFor, strike, tidewire } from './stage.js';

const PATH = 'seps/0007-utc-time-stamps.md';
const { files } = tidewire('wire-format');
const MERGED = files[PATH]!;

/** The author opens a pull request that changes files of the default branch. */
async function amended(changes: Record<string, string | null>, rules?: string) {
  const more = rules === undefined ? {} : { '.github/convenor.yml': rules };
  const stage = await stageFor(tidewire('wire-format', { files: { ...files, ...more } }));
  await stage.bench.start();
  const since = stage.sandbox.requests.length;
  const pull = await stage.cast.author.opensPullRequest({ repo: stage.repo, title: 'Mend', files: changes });
  const asked = stage.sandbox.requests.slice(since).map(({ operation }) => operation);
  return { ...stage, pull, asked };
}

test('a pull request that rewrites a final proposal is told so on its line, in a check and nowhere else', async () => {
  const text = MERGED.replace('A reading MUST', 'A reading SHOULD');
  expect(text).not.toBe(MERGED);
  const stage = await amended({ [PATH]: text });
  const { pull } = stage;
  const check = pull.check('convenor/proposal');
  expect(check?.conclusion).toBe('success');
  expect(check?.annotations.map(({ path, title }) => `${path} ${title ?? ''}`)).toEqual([
    `${PATH} status/final-changed`,
  ]);
  expect(check?.output.summary).toContain('This proposal is final, and its text is changed here.');
  expect(pull.check('convenor/merge')).toBeUndefined();
  expect(pull.botComments()).toEqual([]);
  expect(pull.labels).toEqual([]);
  expect(stage.bench.log.errors).toEqual([]);
  await strike(stage);
});

test('what only keeps the books of a merged proposal is nothing to speak of', async () => {
  const stage = await amended({ [PATH]: MERGED.replace('**Status**: Final', '**Status**: final ') });
  expect(stage.pull.check('convenor/proposal')?.output.title).toBe('Changes 1 merged proposal');
  expect(stage.pull.check('convenor/proposal')?.annotations).toEqual([]);
  await strike(stage);
});
