import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runDemo } from '../../src/sandbox/demo/run.js';
import { INVENTED, PROPOSAL } from '../../src/sandbox/demo/invented.js';
import { Desk } from '../../src/sandbox/playground/desk.js';
import { listener, type Listener } from '../demo/telling.js';
import { Visitor, wordsOf } from './table.js';

let heard: Listener;
let desks: Desk[] = [];
beforeEach(async () => {
  heard = await listener();
  desks = [];
});
afterEach(async () => {
  for (const desk of desks) await desk.close();
  await rm(heard.cwd, { recursive: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const place = join(heard.cwd, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  }
}

/** A clone of Tidewire, and pull requests beside it. */
const clone = (more: Readonly<Record<string, string>>): Promise<void> =>
  write({
    ...Object.fromEntries(Object.entries(INVENTED).map(([path, text]) => [`tidewire/${path}`, text])),
    'pulls/20/seps/0000-short-frames.md': PROPOSAL,
    'pulls/21/seps/0000-long-frames.md': PROPOSAL.replace('Short frames', 'Long frames').replace(
      '@adaquist',
      '@newcomer',
    ),
    ...more,
  });

const FACTS = {
  asOf: '2026-10-01T12:00:00.500Z',
  pullRequests: [
    {
      number: 20,
      title: 'Frames for satellites',
      author: 'ravimenon',
      assignee: 'kofiadu',
      createdAt: '2026-09-01T08:00:00Z',
      updatedAt: '2026-09-02T08:00:00Z',
      labels: ['proposal', 'radio'],
      reviews: 2,
    },
    {
      number: 22,
      title: 'Gone',
      author: 'x',
      createdAt: '2026-09-01T08:00:00Z',
      updatedAt: '2026-09-01T08:00:00Z',
      mergedAt: '2026-09-03T08:00:00Z',
      labels: [],
    },
  ],
};

/** Runs the demo and opens what it would serve. */
async function opened(...args: string[]): Promise<{ visitor: Visitor; desk: Desk }> {
  expect([await runDemo(args, heard.io), heard.complained()]).toEqual([0, '']);
  for (const { setting, other } of heard.served) desks.push(await Desk.open(setting, other));
  const [desk] = desks;
  if (!desk) throw new Error('Nothing is served.');
  return { visitor: new Visitor({ desks, token: 'a token' }), desk };
}

describe('a local clone', () => {
  test('stands there without a pull request, and somebody opens one', async () => {
    await clone({});
    const { visitor, desk } = await opened('--repo', 'tidewire');
    expect(wordsOf((await visitor.get('/tidewire')).body)).toContain('None is open yet.');
    const { body } = await visitor.get('/tidewire/open?as=linokafor');
    expect(body).toContain('(@linokafor)');
    const bad = await visitor.post('/tidewire/act?as=linokafor', {
      do: 'open',
      title: 'A',
      slug: 'No Name',
      text: 'x',
    });
    expect([bad.status, wordsOf(bad.body)]).toEqual([
      422,
      expect.stringContaining('small letters, digits and hyphens'),
    ]);
    const reply = await visitor.post('/tidewire/act?as=passerby', {
      do: 'open',
      who: 'linokafor',
      title: 'Frames',
      slug: 'frames',
      text: PROPOSAL.replace('@adaquist', '@linokafor'),
    });
    // The number of the merged proposal is taken.
    expect(reply.headers['location']).toBe('/tidewire/8?as=linokafor');
    expect(desk.table.pull(8)?.statusComment()?.body).toContain('A new proposal that awaits a sponsor');
  });

  test('has several open pull requests, with what a list knows of them', async () => {
    await clone({ 'pulls.json': JSON.stringify(FACTS), 'pulls/22/seps/0000-gone.md': PROPOSAL });
    const { visitor, desk } = await opened('--repo', 'tidewire', '--pull', 'pulls');
    const said = heard.said().replace(/\s+/g, ' ');
    expect(said).toContain('Left out, since they are merged or closed: #22.');
    expect(said).toContain('Of 1 of 2 pull requests the list says nothing');
    const list = wordsOf((await visitor.get('/tidewire')).body);
    // Who has chosen nobody is the author.
    expect(wordsOf((await visitor.get('/tidewire/21')).body)).toContain(
      'Who I am N newcomer no part in the governance',
    );
    expect(list).toMatch(/Frames for satellites #20 by ravimenon .*Left in peace until somebody acts on it/);
    expect(list).toMatch(/Long frames for satellite links #21 by newcomer/);
    const pull = desk.table.pull(20);
    expect(pull?.labels).toEqual(['proposal', 'radio']);
    expect(pull?.assignees).toEqual(['kofiadu']);
    expect(pull?.now.createdAt).toBe('2026-09-01T08:00:00Z');
    expect(desk.table.laid.ground.sandbox.state.now.slice(0, 10)).toBe('2026-10-01');
    // They are older than Convenor: it wakes with somebody's first word.
    expect(pull?.statusComment()).toBeNull();
    await visitor.post('/tidewire/20/act?as=noorhaddad', { do: 'comment', text: '/sep explain' });
    expect(pull?.statusComment()).not.toBeNull();
    expect(desk.table.pull(21)?.statusComment()).toBeNull();
  });

  test('has one pull request, and its story where a group can be found', async () => {
    await clone({});
    const { visitor } = await opened('--repo', 'tidewire', '--pull', 'pulls/20', '--group', 'wire-format');
    expect(heard.said().replace(/\s+/g, ' ')).toContain('There is no pulls.json beside the folder');
    expect(wordsOf((await visitor.get('/wire-format/20')).body)).toContain('0 of 14 chapters');
  });

  test('has one pull request without a story where no group is named', async () => {
    await clone({});
    const { visitor } = await opened('--repo', 'tidewire', '--pull', 'pulls/20');
    expect(heard.said().replace(/\s+/g, ' ')).toContain('No story is told: No group can be found for #20');
    expect((await visitor.get('/tidewire')).headers['location']).toBe('/tidewire/20?as=adaquist');
    expect(wordsOf((await visitor.get('/tidewire/20')).body)).not.toContain('chapters');
  });

  test.each([
    [
      { 'pulls.json': '{\n "pullRequests": [\n  { "number": 20, }\n ]\n}' },
      '"pulls.json" is no JSON: line 3, column 19: a key',
    ],
    [
      { 'pulls.json': '{\n "pullRequests": [\n  { "number": "x" }\n ]\n}' },
      '"pulls.json" is no list of pull requests: line 3, column 15',
    ],
  ])('with a list that cannot be read is not served, and the place is named', async (files, problem) => {
    await clone(files);
    expect(await runDemo(['--repo', 'tidewire', '--pull', 'pulls'], heard.io)).toBe(2);
    expect(heard.complained()).toContain(problem);
    expect(heard.served).toEqual([]);
  });

  test.each([
    [['--pull', 'nowhere'], 'The folder nowhere cannot be read'],
    [['--pull', 'tidewire'], 'There is no pull request in tidewire'],
    [['--pull', 'pulls', '--pulls-facts', 'none.json'], '"none.json"'],
    [['--pull', 'pulls/20', '--group', 'nobody'], 'There is no group "nobody"'],
    [['--rules', 'bad.yml'], 'bad.yml:1:'],
    [['--rules', 'nothing.yml'], 'neither a file'],
  ])('%o is wrong use', async (args, problem) => {
    await clone({ 'bad.yml': 'extends: nothing\n' });
    expect(await runDemo(['--repo', 'tidewire', ...args], heard.io)).toBe(2);
    expect(heard.complained()).toContain(problem);
  });
});

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

describe.skipIf(!existsSync(corpus))('real pull requests (skipped where ../shared/corpus is missing)', () => {
  test('are all there, and one of them is played on', { timeout: 120_000 }, async () => {
    const { visitor, desk } = await opened('--repo', `${corpus}/spec`, '--pull', `${corpus}/pulls`);
    expect(desk.table.pulls.length).toBeGreaterThan(40);
    const reply = await visitor.post('/spec/2356/act?as=passerby', { do: 'comment', text: '/sep explain' });
    expect(reply.status).toBe(303);
    expect(wordsOf((await visitor.get('/spec/2356')).body)).toContain('What the rules ask');
    expect(desk.table.laid.ground.sandbox.crashes).toEqual([]);
  });
});
