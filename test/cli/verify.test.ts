import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verifiable } from '../../src/ledger/verify/index.js';
import { encodeObject } from '../../src/sandbox/git/objects.js';
import type { ObjectStore } from '../../src/sandbox/state/types.js';
import { LEDGER, text, toldStory } from '../ledger/forging.js';
import { strike } from '../story/stage.js';
import { convenor, folderWith } from './terminal.js';

let record: Verifiable;
let objects: ObjectStore;
let head = '';
beforeAll(async () => {
  const { told, record: written } = await toldStory('discovery');
  record = written;
  objects = told.sandbox.state.objects;
  head = told.repo.refs.get('refs/heads/convenor/record') ?? '';
  await strike(told);
}, 60_000);

const folder = (files: Record<string, string> = {}): string =>
  folderWith({ ...Object.fromEntries(record.files), ...files });

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Mallory', '-c', 'user.email=mallory@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** A clone of the record's branch, object by object as the sandbox has it. */
function clone(): string {
  const place = folderWith({});
  git(place, 'init', '-q');
  for (const [oid, object] of objects) {
    const content = encodeObject(object);
    const path = join(place, '.git/objects', oid.slice(0, 2), oid.slice(2));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, deflateSync(Buffer.concat([Buffer.from(`${object.type} ${content.length}\0`), content])));
  }
  git(place, 'reset', '-q', '--hard', head);
  return place;
}

describe('convenor verify', () => {
  it('says that a folder holds, and that nobody knows who wrote it', async () => {
    const { status, out, err } = await convenor(['verify', folder()]);
    expect(err).toBe('');
    expect(out).toContain('final, D1 consensus agreed, D2 veto-window accepted: holds');
    expect(out).toContain('Not checked: The folder is no repository of Git');
    expect(out).toContain('Everything that was checked holds.');
    expect(status).toBe(0);
  });

  it('names the line that does not follow', async () => {
    const changed = text(record.files.get(LEDGER)).replace('"login":"kofiadu"', '"login":"passerby"');
    const { status, out } = await convenor(['verify', folder({ [LEDGER]: changed })]);
    expect(status).toBe(1);
    expect(out).toMatch(/ledgers\/12\/0001\.jsonl:\d+ {2}This line does not hold the hash of the line before it\./);
    const { out: json } = await convenor(['verify', '--json', folder({ [LEDGER]: changed })]);
    expect(JSON.parse(json)).toMatchObject({ ok: false, history: null, findings: [{ code: 'ledger/broken' }] });
  });

  it('looks through the history of a clone, and says that it cannot check signatures without a key', async () => {
    const { status, out } = await convenor(['verify', '--app', 'convenor', '--known', head, clone()]);
    expect(out).toContain('the record of convenor[bot]');
    expect(out).toContain('cannot be checked here');
    expect(status).toBe(0);
  });

  it('tells a commit that is not of the app, though nothing in the files gives it away', async () => {
    const place = clone();
    writeFileSync(join(place, 'dashboard/README.md'), 'All anew.\n');
    git(place, 'commit', '-q', '--no-gpg-sign', '-am', 'Make the page anew');
    const { status, out } = await convenor(['verify', place]);
    expect(status).toBe(1);
    expect(out).toContain('is by Mallory <mallory@example.org>, and not of convenor[bot]');
    expect(out).toContain('is not signed');
  });

  it('tells what lies otherwise in the folder than in its last commit', async () => {
    const place = clone();
    writeFileSync(join(place, 'dashboard/README.md'), 'All anew.\n');
    const { status, out } = await convenor(['verify', place]);
    expect(status).toBe(1);
    expect(out).toContain('dashboard/README.md  This file stands otherwise here than in the last commit.');
  });

  it('runs nothing that the folder names', async () => {
    const place = clone();
    const trap = join(place, 'trap');
    writeFileSync(trap, `#!/bin/sh\ntouch ${place}/sprung\n`, { mode: 0o755 });
    for (const key of ['gpg.program', 'core.fsmonitor', 'diff.external']) git(place, 'config', key, trap);
    git(place, 'config', 'log.showSignature', 'true');
    await convenor(['verify', place]);
    expect(() => execFileSync('test', ['-e', join(place, 'sprung')])).toThrow();
  });

  it('notices that the branch was put back, by a commit that is known', async () => {
    const place = clone();
    git(place, 'reset', '-q', '--hard', 'HEAD~1');
    const { status, out } = await convenor(['verify', '--known', head, place]);
    expect(status).toBe(1);
    expect(out).toContain(`The branch does not hold ${head} any more`);
  });

  it('reads the branch of a clone in which something else lies', async () => {
    const place = clone();
    git(place, 'branch', 'convenor/record');
    git(place, 'checkout', '-q', '--orphan', 'main');
    git(place, 'rm', '-rqf', '.');
    const { status, out } = await convenor(['verify', place]);
    expect(out).toContain('1 ledger');
    expect(status).toBe(0);
  });

  it.each([
    [['verify', 'nowhere'], 'does not exist'],
    [['verify', '.'], 'holds no record'],
    [['verify', 'ftp://example.org/a/b'], 'is no address of a repository'],
    [['verify', '--known', 'abc', '.'], '--known takes the whole name'],
  ])('%j is wrong use', async (args, says) => {
    const { status, err } = await convenor(args, { cwd: folderWith({}) });
    expect(err).toContain(says);
    expect(status).toBe(2);
  });
});
