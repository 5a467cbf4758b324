import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { readPins, writePins } from '../../src/ledger/pins.js';
import type { Account } from '../../src/facts/facts.js';
import { BrokenRecord } from '../../src/facts/record.js';
import { append, LedgerMoved, type Append } from '../../src/ledger/append.js';
import { chain } from '../../src/ledger/chain.js';
import type { LineBody } from '../../src/ledger/lines.js';
import { client, GITHUB, offline, onGraphql, rejection, type Asked } from './github.js';

offline();

const opened: LineBody = {
  kind: 'opened',
  at: '2026-11-02T09:00:00Z',
  subject: { kind: 'proposal', number: 7 },
  by: { id: 1, login: 'ada' },
};
const closed: LineBody = { kind: 'pull', at: '2026-11-03T09:00:00Z', state: 'closed' };
const FIRST = chain([opened], null)[0]!;

const account = (id: number, login: string): Account => ({ id, login, nodeId: `U_${id}`, isBot: false });
const pinned = (...accounts: Account[]): Map<string, Account> => new Map(accounts.map((one) => [one.login, one]));

const SEGMENT = { name: '0001.jsonl', oid: 'blob-1' };

/** A look at pull request 7 that read a ledger of one line at head `old`, and has another line to add. */
const request = (changes: Partial<Append> = {}): Append => ({
  client: client(),
  repository: { owner: 'ada', name: 'spec' },
  branch: 'convenor/record',
  number: 7,
  lines: [closed],
  record: {
    head: 'old',
    segments: [{ ...SEGMENT, text: `${FIRST}\n` }],
    index: null,
    lines: [],
    pins: pinned(account(1, 'ada')),
    away: new Map(),
    rulebook: new Map(),
  },
  pins: pinned(account(1, 'ada')),
  away: [],
  today: '2026-11-03',
  rules: { sha256: 'f'.repeat(64), text: '{}\n' },
  about: 'pull request',
  index: { path: 'index/7.json', text: '{}\n' },
  ...changes,
});

/** The same look where there was no record yet. */
const first = (): Append =>
  request({
    record: { head: null, segments: [], index: null, lines: [], pins: new Map(), away: new Map(), rulebook: new Map() },
    lines: [opened],
  });

type Seen = ReturnType<typeof onGraphql>;

const swapWon = (): Seen => onGraphql({ data: { createCommitOnBranch: { commit: { oid: 'new' } } } });
const swapLost = (): Seen =>
  onGraphql({
    data: { createCommitOnBranch: null },
    errors: [{ type: 'STALE_DATA', path: ['createCommitOnBranch'], message: 'Expected branch to point to "old".' }],
  });

const APP = { name: 'convenor[bot]', email: '9+convenor[bot]@users.noreply.github.com' };
const SIGNED = { isValid: true, wasSignedByGitHub: true };

/** Answers what the record is now. */
function recordIs(
  head: string,
  segments: object[],
  pins: Map<string, Account> = pinned(account(1, 'ada')),
  maker: object = { author: APP, signature: SIGNED },
): Seen {
  const file = segments.length === 0 ? null : { object: { entries: segments } };
  const people = pins.size === 0 ? null : { object: { text: writePins(pins), isTruncated: false } };
  const target = { oid: head, ...maker, file, people };
  return onGraphql({ data: { viewer: { login: APP.name }, repository: { ref: { target } } } });
}

interface Commit {
  branch: { repositoryNameWithOwner: string; branchName: string };
  expectedHeadOid: string;
  message: { headline: string; body?: string };
  fileChanges: { additions: { path: string; contents: string }[] };
}

const commitOf = ({ asked }: { asked: Asked | null }): Commit => asked?.variables['input'] as Commit;
/** The text that a commit gives a file; null where it leaves the file alone. */
function written(seen: Seen, path: string): string | null {
  const file = commitOf(seen).fileChanges.additions.find((one) => one.path === path);
  return file ? Buffer.from(file.contents, 'base64').toString('utf8') : null;
}

const LEDGER = 'ledgers/7/0001.jsonl';
const BOTH = `${[FIRST, ...chain([closed], FIRST)].join('\n')}\n`;

describe('Lines for the record', () => {
  it('go in as one commit on the head that was read, after the lines that were there', async () => {
    const swap = swapWon();
    await append(request());
    expect(commitOf(swap)).toMatchObject({
      branch: { repositoryNameWithOwner: 'ada/spec', branchName: 'convenor/record' },
      expectedHeadOid: 'old',
    });
    expect(written(swap, LEDGER)).toBe(BOTH);
    expect(written(swap, 'people.json')).toBeNull();
  });

  it('go in with a message that links to nothing and calls nobody', async () => {
    const swap = swapWon();
    await append(request());
    const { headline, body } = commitOf(swap).message;
    expect(`${headline}${body ?? ''}`).not.toMatch(/[#@]|:\/\//);
    expect(headline).toMatch(/\b7\b/);
  });

  it('go on top of what another pull request wrote meanwhile', async () => {
    swapLost();
    const asked = recordIs('newer', [SEGMENT]);
    const swap = swapWon();
    await append(request());
    expect(asked.asked?.variables).toMatchObject({ ref: 'refs/heads/convenor/record', folder: 'ledgers/7' });
    expect(commitOf(swap).expectedHeadOid).toBe('newer');
    expect(written(swap, LEDGER)).toBe(BOTH);
  });

  it.each([
    ['grew', [{ ...SEGMENT, oid: 'blob-2' }]],
    ['began a new segment', [SEGMENT, { name: '0002.jsonl', oid: 'blob-3' }]],
    ['is gone', []],
  ])('are given up where our own ledger %s meanwhile', async (_, segments) => {
    swapLost();
    recordIs('newer', segments);
    expect(await rejection(append(request()))).toBeInstanceOf(LedgerMoved);
  });

  it.each([
    ['somebody else made', { author: { name: 'Eve', email: 'eve@tides.example' }, signature: SIGNED }, 'is by Eve'],
    [
      'another app made',
      { author: { ...APP, email: '7+other[bot]@users.noreply.github.com' }, signature: SIGNED },
      'is by',
    ],
    [
      'has the address of another host',
      { author: { ...APP, email: '9+convenor[bot]@eve.example' }, signature: SIGNED },
      'is by',
    ],
    ['nobody signed', { author: APP, signature: null }, 'not signed'],
    ['somebody else signed', { author: APP, signature: { isValid: true, wasSignedByGitHub: false } }, 'not signed'],
    ['has a bad signature', { author: APP, signature: { isValid: false, wasSignedByGitHub: true } }, 'not signed'],
    ['has no author', { author: null, signature: SIGNED }, 'nobody known'],
  ])('never go on a commit that %s', async (_, maker, why) => {
    swapLost();
    recordIs('newer', [SEGMENT], undefined, maker);
    const refused = await rejection(append(request()));
    expect(refused).toBeInstanceOf(BrokenRecord);
    expect(String(refused)).toContain(why);
  });

  it('are given back after five swaps that others won', async () => {
    swapLost();
    for (const head of ['b', 'c', 'd', 'e']) {
      recordIs(head, [SEGMENT]);
      swapLost();
    }
    expect(await rejection(append(request()))).toMatchObject({ errors: [{ type: 'STALE_DATA' }] });
  });

  it('are not sent again after any other refusal: they may have been written', async () => {
    nock(GITHUB).post('/graphql').reply(502, { message: 'Server Error' });
    expect(await rejection(append(request()))).toMatchObject({ name: 'HttpError', status: 502 });
  });

  it('are not written where the branch is gone', async () => {
    swapLost();
    onGraphql({ data: { repository: { ref: null } } });
    expect(await rejection(append(request()))).toMatchObject({ message: expect.stringContaining('is gone') as string });
  });
});

describe('People seen for the first time', () => {
  const bo = account(2, 'bo');
  const cy = account(3, 'cy');
  const ada = account(1, 'ada');

  it('are pinned beside those whom another look pinned meanwhile', async () => {
    swapLost();
    recordIs('newer', [SEGMENT], pinned(ada, cy));
    const swap = swapWon();
    await append(request({ pins: pinned(ada, bo) }));
    expect(readPins(written(swap, 'people.json'))).toEqual(pinned(ada, bo, cy));
  });

  it('are not written again where another look pinned the same ones', async () => {
    swapLost();
    recordIs('newer', [SEGMENT], pinned(ada, bo));
    const swap = swapWon();
    await append(request({ pins: pinned(ada, bo) }));
    expect(written(swap, 'people.json')).toBeNull();
  });

  it('make the look begin again where another look saw somebody else under the login', async () => {
    swapLost();
    recordIs('newer', [SEGMENT], pinned(ada, account(99, 'bo')));
    expect(await rejection(append(request({ pins: pinned(ada, bo) })))).toBeInstanceOf(LedgerMoved);
  });
});

describe('The first lines of a repository', () => {
  const REF = { ref: 'refs/heads/convenor/record', sha: 'root' };
  interface Begun {
    message: string;
    parents: string[];
  }

  /** Answers the requests that make a root; `refStatus` is GitHub's answer to the branch. */
  function branchIsMade(refStatus: number, message = 'Reference already exists'): { commit: Begun | null } {
    const seen: { commit: Begun | null } = { commit: null };
    nock(GITHUB).post('/repos/ada/spec/git/trees').reply(201, { sha: 'tree' });
    nock(GITHUB)
      .post('/repos/ada/spec/git/commits')
      .reply(201, (_path, body) => {
        seen.commit = body as unknown as Begun;
        return { sha: 'root' };
      });
    nock(GITHUB)
      .post('/repos/ada/spec/git/refs', REF)
      .reply(refStatus, refStatus === 201 ? { ref: REF.ref, object: { sha: 'root' } } : { message });
    return seen;
  }

  it('stand on a root of their own', async () => {
    const made = branchIsMade(201);
    const swap = swapWon();
    await append(first());
    expect(made.commit?.parents).toEqual([]);
    expect(made.commit?.message).not.toMatch(/[#@]|:\/\//);
    expect(commitOf(swap).expectedHeadOid).toBe('root');
    expect(written(swap, LEDGER)).toBe(`${FIRST}\n`);
    expect(readPins(written(swap, 'people.json'))).toEqual(pinned(account(1, 'ada')));
  });

  it('go on the branch of another process that was faster', async () => {
    branchIsMade(422);
    recordIs('theirs', [], new Map());
    const swap = swapWon();
    await append(first());
    expect(commitOf(swap).expectedHeadOid).toBe('theirs');
  });

  it('never replace those that the faster process wrote to the same ledger', async () => {
    branchIsMade(422);
    recordIs('theirs', [SEGMENT]);
    expect(await rejection(append(first()))).toBeInstanceOf(LedgerMoved);
  });

  it('are not written where GitHub does not let the branch be made', async () => {
    branchIsMade(403, 'Resource not accessible by integration');
    expect(await rejection(append(first()))).toMatchObject({ name: 'HttpError', status: 403 });
  });

  it('are not written where the branch was refused and is not there', async () => {
    branchIsMade(422, 'Reference name is not valid');
    onGraphql({ data: { repository: { ref: null } } });
    expect(await rejection(append(first()))).toMatchObject({ message: expect.stringContaining('is gone') as string });
  });
});
