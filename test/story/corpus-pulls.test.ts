import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Reported } from '../../src/cli/past/reported.js';
import { takeOverAll } from '../../src/cli/past/remote.js';
import { tokenClient } from '../../src/github/clients.js';
import type { LineOf } from '../../src/ledger/lines.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { convenor } from '../cli/terminal.js';
import { hasCorpus, CORPUS, realPast, realPulls } from './corpus-pulls.js';
import { linesOf, seen } from './past.js';

/** One real pull request as it has to be taken over: numbers, states and codes. */
interface Expected {
  pull: number;
  is: string;
  status: string | null;
  sponsor: boolean;
  conflicts: string[];
}

const EXPECTED = JSON.parse(readFileSync(new URL('corpus-pulls.json', import.meta.url), 'utf8')) as Expected[];
const OPEN = EXPECTED.filter(({ is }) => is === 'taken-over');

const inShort = ({ pull, is, status, sponsor, conflicts }: Reported): Expected => ({
  ...{ pull, is, status, sponsor: sponsor !== null },
  conflicts: conflicts.map(({ code }) => code),
});

const skipped = 'skipped where ../shared/corpus is missing';

test.skipIf(!hasCorpus)(`the dry run on the 44 real pull requests is right line by line (${skipped})`, async () => {
  const { status, out, err } = await convenor(
    ['import', '--json', '--pulls', 'pulls', '--list', 'pulls.json', 'spec'],
    { cwd: CORPUS.pathname },
  );
  expect([status, err]).toEqual([0, '']);
  const { pulls } = JSON.parse(out) as { pulls: Reported[] };
  expect(pulls.map(inShort)).toEqual(EXPECTED);
  const count = (code: string): number =>
    pulls.filter(({ conflicts }) => conflicts.some((one) => one.code === code)).length;
  expect([pulls.length, count('two-states'), count('sponsor-is-author')]).toEqual([44, 14, 8]);
  // Every piece is named with what it says.
  for (const real of realPulls().pullRequests) {
    const found = pulls.find(({ pull }) => pull === real.number);
    const values = (piece: string): string[] =>
      (found?.evidence ?? []).flatMap((each) => (each.piece === piece ? [each.value] : []));
    expect(real.labels).toEqual(expect.arrayContaining(values('label')));
    expect([values('assignee'), values('reviews'), values('opened'), values('changed')]).toEqual([
      real.assignee === null ? [] : [real.assignee],
      [String(real.reviews)],
      [real.createdAt],
      [real.updatedAt],
    ]);
  }
});

test.skipIf(!hasCorpus)(
  `the 44 real pull requests are taken over without a word posted (${skipped})`,
  { timeout: 300_000 },
  async () => {
    const past = await realPast();
    const { sandbox, world, repo, app, bench, pulls, keeper } = past;
    const before = new Map([...pulls].map(([number, pull]) => [number, JSON.stringify(pull.now)]));

    // The dry run on GitHub says of each open one what the dry run on files says, and writes nothing.
    const client = tokenClient(sandbox.actions.createUserToken(keeper.account), sandbox.state.urls.api);
    const repository = { owner: 'specification', name: 'specification' };
    const now = sandbox.clock.now().toString({ smallestUnit: 'second' });
    const dry = await takeOverAll({ client, repository, now, isDry: true });
    expect(dry.map(inShort)).toEqual(OPEN);
    expect([...repo.refs.keys()].filter((ref) => ref.includes('record'))).toEqual([]);

    await sandbox.clock.advance({ minutes: 5 });
    const account = world.organization('specification');
    await world.acts(() => sandbox.actions.installApp({ app, account, repositories: [repo] }));
    await bench.start();
    expect(bench.log.errors).toEqual([]);

    // Each has its ledger, which says what the report says; those that are merged need none.
    const stage = past as unknown as Stage;
    for (const expected of EXPECTED) {
      const { pull } = expected;
      const lines = linesOf(stage, { number: pull });
      if (expected.is === 'merged') {
        expect([pull, lines]).toEqual([pull, []]);
        continue;
      }
      const kinds = lines.map(({ kind }) => kind);
      expect([pull, ...kinds.slice(0, 3)]).toEqual([pull, 'opened', 'taken-over', 'head-seen']);
      // A charter may name a proposal, and binds it then as it does any other.
      expect(kinds.slice(3).filter((kind) => kind !== 'bound')).toEqual([]);
      const { status, sponsor, conflicts } = lines[1] as LineOf<'taken-over'>;
      const found = { pull, is: 'taken-over', status, sponsor: sponsor !== null };
      expect({ ...found, conflicts: conflicts.map(({ code }) => code) }).toEqual(expected);
      expect(sponsor === null || sponsor.account !== null).toBe(true);
    }

    // And not one word: no comment, label, check, review or request; nothing on the pull requests has changed at all.
    for (const [number, pull] of pulls) {
      const { comments, reviews, checks } = seen(pull);
      expect([number, comments, reviews, checks]).toEqual([number, 0, 0, []]);
      expect(JSON.stringify(pull.now)).toBe(before.get(number));
    }
    expect(world.unseen()).toEqual([]);
    const writes = sandbox.requests.filter(({ operation }) =>
      /Publish|addLabels|check-runs|comments|reviews/.test(operation),
    );
    expect(writes).toEqual([]);

    // A second process has nothing to add.
    const since = sandbox.requests.length;
    await bench.restart();
    expect(sandbox.requests.slice(since).filter(({ operation }) => operation === 'Append')).toEqual([]);
    await bench.stop();
    await sandbox.close();
    expect(sandbox.crashes).toEqual([]);
  },
);
