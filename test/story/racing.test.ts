import { describe, expect, test } from 'vitest';
import { recordIn } from '../../src/sandbox/record.js';
import { verify } from '../../src/ledger/verify/index.js';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import { endOf, type End } from './end.js';
import { STEP } from './mischief.js';
import { linesOf } from './past.js';
import { rivalOf, type Rival } from './rival.js';
import { stageFor, strike, tidewire } from './stage.js';

/** One of so many requests is raced for: a look takes many, and its order of reading and writing is always the same. */
const EVERY = STEP === 1 ? 4 : STEP * 4;

interface Race {
  end: End;
  /** What was said and decided on the other proposal. */
  other: string[];
  requests: number;
  raced: boolean;
}

/**
 * Tells the whole story with a second process beside the first, and a second proposal beside the first. While the first
 * process makes its n-th request, the other one does all that there is to do.
 * @param nth null for no race: the second process then only looks at the end of each chapter
 */
async function tell(
  nth: number | null,
  meanwhile: (other: PullRequestHandle, told: Told) => Promise<unknown>,
): Promise<Race> {
  const stage = await stageFor(tidewire('wire-format'));
  const { sandbox, repo, world } = stage;
  const told = await begin(stage);
  const other = await world.user('noorhaddad').opensPullRequest({
    repo,
    title: 'SEP-0000: Long frames',
    files: { 'seps/0000-long-frames.md': PROPOSAL },
  });
  const rival: Rival = await rivalOf(stage);
  const from = sandbox.requests.length;
  const settle = world.settle.bind(world);
  let isDone = false;
  const act = async (): Promise<void> => {
    if (isDone) return;
    isDone = true;
    // The first process waits for its answer, so that nobody can wait for it to come to rest.
    world.settle = () => Promise.resolve();
    await world.quietly(() => meanwhile(other, told));
    await rival.looks();
    world.settle = settle;
  };
  if (nth !== null) sandbox.faults.add({ nth, fault: { kind: 'meanwhile', act } });
  let requests = 0;
  for (const chapter of chaptersFor('advise')) {
    await chapter.act(told);
    requests = sandbox.requests.length - from;
  }
  const raced = isDone;
  await act();
  await stage.bench.sweep();
  await rival.looks();
  await stage.bench.sweep();
  await stage.bench.awaitsDashboard();
  // Of two suggestions of one kind one is resolved, and stands there all the same.
  const end = { ...endOf(told), reviewComments: new Set(told.pull.botReviewComments().map(({ body }) => body)).size };
  const { findings } = await verify(recordIn(sandbox.state, repo, 'convenor/record'), { app: null, commit: null });
  expect(findings).toEqual([]);
  const said = linesOf(stage, other).flatMap((line) =>
    line.kind === 'act'
      ? [`${line.by.login}: /${[line.command, ...line.args].join(' ')}`]
      : line.kind === 'opens'
        ? ['opens']
        : [],
  );
  await rival.stop();
  await strike(stage);
  return { end, other: said, requests, raced };
}

async function racesAt(
  meanwhile: (other: PullRequestHandle, told: Told) => Promise<unknown>,
  words: string[],
): Promise<void> {
  const quiet = await tell(null, meanwhile);
  expect(quiet.raced).toBe(false);
  expect(quiet.other).toEqual(words);
  expect(quiet.requests).toBeGreaterThan(30);
  for (let nth = 1; nth <= quiet.requests; nth += EVERY) {
    const { end, other, raced } = await tell(nth, meanwhile);
    expect(raced, `request ${nth} of ${quiet.requests}`).toBe(true);
    expect({ end, other }, `request ${nth} of ${quiet.requests}`).toEqual({ end: quiet.end, other: quiet.other });
  }
}

describe('Two processes at once', () => {
  test(
    'on the same proposal come to the same record, whichever request the other one races',
    { timeout: 900_000 },
    async () => {
      await racesAt(() => Promise.resolve(), []);
    },
  );

  test('on two proposals add to one branch, and neither loses what the other wrote', { timeout: 900_000 }, async () => {
    await racesAt(
      (other, { world }) => world.user('kofiadu').comments(other, '/sep sponsor'),
      ['kofiadu: /sep sponsor'],
    );
  });
});
