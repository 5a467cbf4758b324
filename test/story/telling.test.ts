import nock from 'nock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INVENTED } from '../../src/sandbox/demo/invented.js';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import { readChannels } from '../../src/telling/channels.js';
import { fileAt } from './record.js';
import { rivalOf } from './rival.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

const SECRET = 'hush-hush';
const REPOSITORY = 'tidewire/tidewire';
const addressOf = (id: number): string => `https://discord.com/api/webhooks/${id}/${SECRET}${id}`;

/** What Discord was sent, as "channel: first line", and what it answers; 200 where nothing is said. */
interface Discord {
  heard: { channel: string; content: string }[];
  answers: Map<string, () => [number, Record<string, string>]>;
  /** How often each channel was called. */
  calls: Map<string, number>;
}

let discord: Discord;

beforeEach(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  discord = { heard: [], answers: new Map(), calls: new Map() };
  for (const [id, channel] of [
    [1, 'core'],
    [2, 'wire'],
  ] as const) {
    nock('https://discord.com')
      .persist()
      .post(`/api/webhooks/${id}/${SECRET}${id}`)
      .query({ wait: 'true' })
      .reply((_, body) => {
        discord.calls.set(channel, (discord.calls.get(channel) ?? 0) + 1);
        const [status, headers] = discord.answers.get(channel)?.() ?? [200, {}];
        if (status === 200) discord.heard.push({ channel, content: (body as { content: string }).content });
        return [status, {}, headers];
      });
  }
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const RULES = `${INVENTED['.github/convenor.yml'] ?? ''}
tell:
  core: core
  groups: { wire-format: wire }
`;

/** Tidewire with channels, on a Monday at nine; told as far as the lazy consensus. */
async function atConsensus(
  rules = RULES,
  channels: unknown = { core: addressOf(1), wire: addressOf(2) },
): Promise<Told> {
  const problems: string[] = [];
  const known = readChannels(JSON.stringify({ [REPOSITORY]: channels }), problems);
  expect(problems).toEqual([]);
  const stage = await stageFor(
    tidewire('wire-format', {
      files: { ...INVENTED, '.github/convenor.yml': rules },
      pace: { sweepMinutes: 60 * 24 * 60, dashboardSeconds: 60 },
      channels: known,
    }),
  );
  const told = await begin(stage);
  for (const chapter of chaptersFor('advise')) {
    await chapter.act(told);
    if (chapter.name === 'consensus opened') break;
  }
  return told;
}

/** What a channel was told, each by its first line. */
const heard = (channel: string): string[] =>
  discord.heard.flatMap((one) => (one.channel === channel ? [one.content.split('\n')[0] ?? ''] : []));

/** What the record holds of what was told. */
const toldOf = (story: Told): { channel: string; key: string }[] =>
  (JSON.parse(fileAt(story, 'told.json') ?? '{"told":[]}') as { told: { channel: string; key: string }[] }).told;

/** Nothing that anybody could read holds a secret: the log, the record, and what GitHub was sent. */
function keepsSecrets({ bench, sandbox, repo }: Told, record: string | null): void {
  expect(bench.log.errors.join('\n')).not.toContain(SECRET);
  expect(record ?? '').not.toContain(SECRET);
  const texts = [...repo.issues.values()].map(({ body }) => body);
  expect(texts.join('\n')).not.toContain(SECRET);
  expect(JSON.stringify(sandbox.requests)).not.toContain(SECRET);
}

describe('People are told', () => {
  test('by their channels what happens and, each Monday, what waits for whom and what closes', async () => {
    const story = await atConsensus();
    const { bench, sandbox } = story;
    await bench.awaitsDashboard();
    expect(discord.heard).toMatchInlineSnapshot(`
      [
        {
          "channel": "wire",
          "content": "**The week from 2026-11-23**

      **Wire Format**

      What waits:

      - [SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **The members of the Wire Format Working Group** object with \`/block <name>\` until Thursday 3 December 2026 09:01 UTC; silence is consent.

      [All proposals](https://github.localhost/tidewire/tidewire/blob/convenor/record/dashboard/README.md)",
        },
        {
          "channel": "wire",
          "content": "[SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **lazy consensus opened** (Wire Format Working Group), until Thursday 3 December 2026 09:01 UTC.",
        },
      ]
    `);
    discord.heard.length = 0;
    await sandbox.clock.advanceTo('2026-11-30T07:59:00Z');
    expect(discord.heard).toEqual([]);
    await sandbox.clock.advanceTo('2026-11-30T08:01:00Z');
    expect(discord.heard).toMatchInlineSnapshot(`
      [
        {
          "channel": "wire",
          "content": "**The week from 2026-11-30**

      **Wire Format**

      What waits:

      - [SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **The members of the Wire Format Working Group** object with \`/block <name>\` until Thursday 3 December 2026 09:01 UTC; silence is consent.

      What closes this week:

      - [SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: lazy consensus, until Thursday 3 December 2026 09:01 UTC

      [All proposals](https://github.localhost/tidewire/tidewire/blob/convenor/record/dashboard/README.md)",
        },
      ]
    `);
    // The deadline is a Thursday's, so that it is news on Wednesday; and then it is over.
    discord.heard.length = 0;
    await sandbox.clock.advanceTo('2026-12-03T08:59:00Z');
    expect(discord.heard).toMatchInlineSnapshot(`
      [
        {
          "channel": "wire",
          "content": "[SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **lazy consensus ends within a day**: Thursday 3 December 2026 09:01 UTC.",
        },
      ]
    `);
    discord.heard.length = 0;
    await sandbox.clock.advanceTo('2026-12-03T12:00:00Z');
    expect(discord.heard).toMatchInlineSnapshot(`
      [
        {
          "channel": "wire",
          "content": "[SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **lazy consensus closed**: agreed.",
        },
        {
          "channel": "wire",
          "content": "[SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **decision of the core opened** (Wire Format Working Group), until Thursday 17 December 2026 09:01 UTC.",
        },
        {
          "channel": "core",
          "content": "[SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **decision of the core opened** (Wire Format Working Group), until Thursday 17 December 2026 09:01 UTC.",
        },
      ]
    `);
    // The core has its own Monday.
    discord.heard.length = 0;
    await sandbox.clock.advanceTo('2026-12-07T08:01:00Z');
    expect(discord.heard.filter(({ channel }) => channel === 'core')).toMatchInlineSnapshot(`
      [
        {
          "channel": "core",
          "content": "**The week from 2026-12-07**

      **The core**

      What waits:

      - [SEP-12](https://github.localhost/tidewire/tidewire/pull/12) Short frames for satellite links: **The core** decides, until Thursday 17 December 2026 09:01 UTC.

      [All proposals](https://github.localhost/tidewire/tidewire/blob/convenor/record/dashboard/README.md)",
        },
      ]
    `);
    expect(bench.log.errors).toEqual([]);
    keepsSecrets(story, fileAt(story, 'told.json'));
    await strikeWhole(story);
  });

  test('of a nomination when it is opened, and what came of it', async () => {
    const story = await atConsensus();
    const { bench, repo, world } = story;
    await bench.awaitsDashboard();
    discord.heard.length = 0;
    const issue = await world
      .user('kofiadu')
      .opensIssue({ repo, title: 'Lin', body: '/nominate @linokafor maintainer' });
    await bench.awaitsDashboard();
    expect([heard('wire'), heard('core')]).toEqual([
      [],
      [
        // Until now the week had nothing for the core.
        '**The week from 2026-11-23**',
        expect.stringMatching(
          /\/issues\/\d+\) linokafor as a maintainer: \*\*nomination opened\*\*, until Monday 30 November 2026/,
        ),
      ],
    ]);
    await world.user('bolarsen').comments(issue, '/ladder reject Too early.');
    await bench.awaitsDashboard();
    expect(heard('core')[2]).toMatch(/linokafor as a maintainer: \*\*nomination closed\*\*: rejected\.$/);
    await strikeWhole(story);
  });

  test('from the look at the rules that first name their channel, though nothing is recorded', async () => {
    const story = await atConsensus(INVENTED['.github/convenor.yml'] ?? '');
    const { bench, sandbox, repo, world } = story;
    await bench.awaitsDashboard();
    const recorded = fileAt(story, 'ledgers/12/0001.jsonl');
    await world.user('tidewire-keeper').pushesTo(repo, { '.github/convenor.yml': RULES });
    expect(discord.heard).toEqual([]);
    await bench.awaitsDashboard();
    expect(heard('wire')).toEqual(['**The week from 2026-11-23**', expect.stringContaining('lazy consensus opened')]);
    expect(fileAt(story, 'ledgers/12/0001.jsonl')).toBe(recorded);
    // What is the same rules brings nothing anew, whatever else is pushed.
    await world.user('tidewire-keeper').pushesTo(repo, { 'notes.md': 'Nothing.' });
    const { length } = sandbox.requests;
    await bench.awaitsDashboard();
    expect(sandbox.requests).toHaveLength(length);
    await strikeWhole(story);
  });
});

/** Both channels hear of every opening, and of nothing else. */
const BOTH = `${RULES}  events:
    opened: [group, core]
  digest:
    to: []
`;
const OPENED = /^\[SEP-12\]\(\S+\) Short frames for satellite links: \*\*lazy consensus opened\*\*/;

describe('Once', () => {
  test('though two processes tell, and both begin anew', async () => {
    const story = await atConsensus(BOTH);
    const { bench, sandbox, world } = story;
    const rival = await rivalOf(story);
    await bench.awaitsDashboard();
    await bench.restart();
    await bench.awaitsDashboard();
    await rival.looks();
    await sandbox.clock.advance({ hours: 3 });
    expect(heard('wire')).toEqual([expect.stringMatching(OPENED)]);
    expect(heard('core')).toEqual([expect.stringMatching(OPENED)]);
    // Of the claims the record keeps one for each.
    expect(
      toldOf(story)
        .map(({ channel }) => channel)
        .sort(),
    ).toEqual(['core', 'wire']);
    await rival.stop();
    expect([...bench.log.errors, ...rival.errors]).toEqual([]);
    await world.settle();
    await strikeWhole(story);
  });

  test('though nobody knows whether the claim was written', async () => {
    const story = await atConsensus(BOTH);
    const { bench, sandbox } = story;
    sandbox.faults.add({ on: { operation: /^Told$/ }, fault: { kind: 'hangs-up-after' } });
    await bench.awaitsDashboard();
    await sandbox.clock.advance({ minutes: 10 });
    expect(sandbox.faults.pending).toEqual([]);
    expect([heard('wire').length, heard('core').length]).toEqual([1, 1]);
    await strikeWhole(story);
  });

  test('and not again where Discord may have taken it', async () => {
    const story = await atConsensus(BOTH);
    discord.answers.set('wire', () => [502, {}]);
    await story.bench.awaitsDashboard();
    discord.answers.clear();
    await story.bench.restart();
    await story.sandbox.clock.advance({ hours: 3 });
    expect([...discord.calls].sort()).toEqual([
      ['core', 1],
      ['wire', 1],
    ]);
    expect([heard('wire'), heard('core').length]).toEqual([[], 1]);
    expect(story.bench.log.errors).toEqual([
      expect.stringMatching(
        /^Discord answered 502 for the channel wire\. It may have arrived, so it is not told again\./,
      ),
    ]);
    keepsSecrets(story, fileAt(story, 'told.json'));
    await strikeWhole(story);
  });
});

describe('A channel that is down', () => {
  test('keeps nobody waiting, and is told when it is back, by whichever process there is then', async () => {
    const story = await atConsensus(BOTH);
    const { bench, sandbox, cast, pull } = story;
    bench.patient = false;
    discord.answers.set('wire', () => [503, { 'retry-after': '30' }]);
    await bench.awaitsDashboard();
    expect([heard('wire'), heard('core').length]).toEqual([[], 1]);
    // What did not arrive is nobody's.
    expect(toldOf(story).map(({ channel }) => channel)).toEqual(['core']);
    await cast.member.comments(pull, '/sep explain');
    expect(pull.botComments().at(-1)?.body).toContain('lazy consensus');
    await sandbox.clock.advance({ hours: 5 });
    // Five seconds, half a minute, two minutes; then hourly.
    expect(discord.calls.get('wire')).toBeLessThanOrEqual(10);
    expect(discord.calls.get('wire')).toBeGreaterThanOrEqual(6);
    discord.answers.clear();
    await bench.restart();
    await bench.awaitsDashboard();
    expect(heard('wire')).toEqual([expect.stringMatching(OPENED)]);
    expect(bench.log.errors.length).toBeGreaterThan(0);
    for (const line of bench.log.errors) {
      expect(line).toMatch(/^Discord answered 503 for the channel wire\. It is tried again\./);
    }
    keepsSecrets(story, fileAt(story, 'told.json'));
    await strikeWhole(story);
  });

  test('is left alone for as long as it asks, whatever else there is to tell', async () => {
    const story = await atConsensus(BOTH);
    const { bench, sandbox, cast, pull } = story;
    bench.patient = false;
    discord.answers.set('wire', () => [429, { 'retry-after': '1200' }]);
    await bench.awaitsDashboard();
    discord.answers.clear();
    const calls = discord.calls.get('wire');
    expect(calls).toBe(1);
    await cast.lead.comments(pull, '/consensus extend until 2026-12-10');
    await bench.awaitsDashboard();
    await sandbox.clock.advance({ minutes: 15 });
    expect(discord.calls.get('wire')).toBe(1);
    await sandbox.clock.advance({ minutes: 10 });
    expect(heard('wire')).toEqual([expect.stringMatching(OPENED)]);
    await strikeWhole(story);
  });

  test('and one without an address is told nothing, which the operator reads once', async () => {
    const story = await atConsensus(BOTH, { core: addressOf(1) });
    await story.bench.awaitsDashboard();
    await story.sandbox.clock.advance({ hours: 30 });
    expect([heard('wire'), heard('core').length]).toEqual([[], 1]);
    expect(story.bench.log.errors).toEqual([
      expect.stringContaining('The rules of tidewire/tidewire name a channel wire, and CHANNELS has no address for it'),
    ]);
    await strikeWhole(story);
  });
});

describe('The issue of the digest', () => {
  const ISSUE = `${INVENTED['.github/convenor.yml'] ?? ''}
tell:
  digest:
    issue: What waits for whom
`;
  const digests = ({ repo }: Told): { title: string; body: string; state: string }[] =>
    [...repo.issues.values()]
      .filter(({ title }) => title === 'What waits for whom')
      .map(({ title, body, state }) => ({ title, body, state }));

  test('is opened once, though nobody knows whether it was, and edited in place each week', async () => {
    const story = await atConsensus(ISSUE, {});
    const { bench, sandbox } = story;
    // Somebody else's issue with the same words is none of Convenor's.
    await story.cast.outsider.opensIssue({
      repo: story.repo,
      title: 'What waits for whom',
      body: '<!-- convenor-digest -->\nFor me.',
    });
    sandbox.faults.add({ on: { operation: /^CreateDigest$/ }, fault: { kind: 'hangs-up-after' } });
    await bench.awaitsDashboard();
    await sandbox.clock.advance({ minutes: 10 });
    expect(sandbox.faults.pending).toEqual([]);
    expect(digests(story)).toHaveLength(2);
    expect(digests(story)[0]?.body).toContain('For me.');
    expect(digests(story)[1]?.body).toMatch(/^<!-- convenor-digest -->\n\*\*The week from 2026-11-23\*\*/);
    expect(digests(story)[1]?.body).toContain('**The core**\n\n- Nothing waits, and nothing closes this week.');
    await bench.restart();
    await sandbox.clock.advanceTo('2026-11-30T09:00:00Z');
    expect(digests(story)).toHaveLength(2);
    expect(digests(story)[1]?.body).toContain('lazy consensus, until Thursday 3 December 2026');
    expect(digests(story)[0]?.body).toContain('For me.');
    await strikeWhole(story);
  });
});
