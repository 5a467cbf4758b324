import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  mkdirSync,
  rmSync,
  writeFileSync,
  readFileSync,
  existsSync,
  chmodSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { compareTrees } from '../../../src/sandbox/git/compare.js';
import { commitsBetween, mergeBase } from '../../../src/sandbox/git/history.js';
import { mergeTrees } from '../../../src/sandbox/git/merge.js';
import { oidOf, storeBlob, storeObject } from '../../../src/sandbox/git/objects.js';
import { patchOf } from '../../../src/sandbox/git/patch.js';
import { buildTree, writeFiles } from '../../../src/sandbox/git/trees.js';
import type { CommitObject, FileMode, ObjectStore, Oid } from '../../../src/sandbox/state/types.js';

const hasGit = (() => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

const lines = (...numbers: number[]): string => numbers.map((number) => `line ${String(number)}\n`).join('');
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

function treeOf(objects: ObjectStore, files: Record<string, string | { content: string; mode: FileMode }>): Oid {
  const entries = Object.entries(files).map(([path, file]) => {
    const { content, mode } = typeof file === 'string' ? { content: file, mode: '100644' as const } : file;
    return [path, { mode, oid: storeBlob(objects, content) }] as const;
  });
  return buildTree(objects, new Map(entries));
}

const author = { name: 'Ada', email: 'ada@example.org', date: '2026-01-05T09:00:00Z' };

function commit(objects: ObjectStore, tree: Oid, parents: Oid[], message: string): Oid {
  const made: CommitObject = { type: 'commit', tree, parents, author, committer: author, message, signature: null };
  return storeObject(objects, made);
}

describe.skipIf(!hasGit)('as git itself computes it (skipped where there is no git)', () => {
  let home: string;
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: '1767603600 +0000',
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_COMMITTER_DATE: '1767603600 +0000',
  };
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: home, env, encoding: 'utf8' });
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'sandbox-git-'));
    git('init', '--quiet', '--object-format=sha1');
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('names blobs, trees with their modes and order, and commits', () => {
    const objects: ObjectStore = new Map();
    const tree = treeOf(objects, {
      'a.txt': 'one\n',
      'a/b.txt': 'two\n',
      'a-b': 'ünï\n',
      run: { content: '#!/bin/sh\n', mode: '100755' },
      link: { content: 'a.txt', mode: '120000' },
    });
    const oid = commit(objects, tree, [], 'First\n\nWords.\n');

    write('a.txt', 'one\n');
    write('a/b.txt', 'two\n');
    write('a-b', 'ünï\n');
    write('run', '#!/bin/sh\n');
    chmodSync(join(home, 'run'), 0o755);
    symlinkSync('a.txt', join(home, 'link'));
    git('add', '-A');
    git('commit', '--quiet', '--cleanup=verbatim', '-m', 'First\n\nWords.\n');
    expect(tree).toBe(git('rev-parse', 'HEAD^{tree}').trim());
    expect(oid).toBe(git('rev-parse', 'HEAD').trim());
  });

  const changes: [what: string, before: string, after: string][] = [
    ['a new file', '', 'one\ntwo\n'],
    ['an emptied file', 'one\ntwo\n', ''],
    ['one line in the middle', lines(...upTo(20)), lines(...upTo(9), 99, ...upTo(20).slice(10))],
    ['two places far apart', lines(...upTo(40)), lines(0, ...upTo(39), 99)],
    ['a lost newline at the end', 'one\ntwo\n', 'one\ntwo'],
    ['a gained newline at the end', 'one\ntwo', 'one\ntwo\n'],
    ['carriage returns', 'one\r\ntwo\r\n', 'one\r\n2\r\n'],
    ['characters beyond the first plane', '🌧\n', '☀️\n'],
  ];

  it.each(changes)('gives a patch that git applies, with its counts: %s', (_, before, after) => {
    const objects: ObjectStore = new Map();
    const filesOf = (text: string): Record<string, string> => (text === '' ? {} : { 'f.md': text });
    const [file] = compareTrees(objects, treeOf(objects, filesOf(before)), treeOf(objects, filesOf(after)));
    if (before !== '') write('f.md', before);
    else write('other', '');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'before');
    const [oldName, newName] = [before === '' ? '/dev/null' : 'a/f.md', after === '' ? '/dev/null' : 'b/f.md'];
    write('patch.diff', `--- ${oldName}\n+++ ${newName}\n${file?.patch ?? ''}\n`);
    git('apply', '--whitespace=nowarn', 'patch.diff');

    const applied = existsSync(join(home, 'f.md')) ? readFileSync(join(home, 'f.md'), 'utf8') : '';
    expect(applied).toBe(after);
    rmSync(join(home, 'patch.diff'));
    git('add', '-A');
    const [additions, deletions] = git('diff', '--cached', '--numstat', 'HEAD').split('\t').map(Number);
    expect(file).toMatchObject({ additions, deletions });
  });

  it('gives the very patch of git diff, with the heading behind the second @@', () => {
    const before = `# Title\n\nAbout:\n${lines(...upTo(12)).replaceAll('line', '- item')}`;
    const after = before.replace('- item 9', '- changed');
    write('f.md', before);
    git('add', '-A');
    git('commit', '--quiet', '-m', 'before');
    write('f.md', after);
    const real = git('diff', '--no-color').split('\n').slice(4).join('\n').trimEnd();
    expect(patchOf(Buffer.from(before), Buffer.from(after)).text).toBe(real);
  });

  it('finds the renames that git finds', () => {
    const [poem, song] = [lines(...upTo(20)), lines(...upTo(30).map((n) => n * 7))];
    const before = { 'seps/0000-poem.md': poem, 'seps/song.md': song, 'gone.md': 'short\n' };
    const after = {
      'seps/2356-poem.md': poem.replace('line 4', 'line four'),
      'songs/song.md': song,
      'new.md': 'else\n',
    };
    for (const [path, text] of Object.entries(before)) write(path, text);
    git('add', '-A');
    git('commit', '--quiet', '-m', 'before');
    git('rm', '-rq', '.');
    for (const [path, text] of Object.entries(after)) write(path, text);
    git('add', '-A');
    const real = git('diff', '--cached', '-M', '--name-status').trim().split('\n').sort();

    const objects: ObjectStore = new Map();
    const words = { added: 'A', modified: 'M', removed: 'D', renamed: 'R' };
    const ours = compareTrees(objects, treeOf(objects, before), treeOf(objects, after)).map(
      ({ status, path, previousPath }) =>
        [words[status], ...(previousPath === null ? [] : [previousPath]), path].join('\t'),
    );
    expect(ours.sort()).toEqual(real.map((line) => line.replace(/^R\d+/, 'R')));
  });
});

describe('what stays unsaid in a patch', () => {
  it.each([
    ['a binary file', Buffer.from([0, 1]), Buffer.from([0, 2])],
    ['more lines than GitHub shows', Buffer.from(''), Buffer.from('x\n'.repeat(3001))],
  ])('%s', (_, before, after) => {
    expect(patchOf(before, after).text).toBeNull();
  });
});

describe('history', () => {
  const objects: ObjectStore = new Map();
  const base = treeOf(objects, { 'a.md': lines(...upTo(20)) });
  const root = commit(objects, base, [], 'root');
  const change = (from: Oid, text: string, message: string, ...parents: Oid[]): Oid =>
    commit(
      objects,
      writeFiles(objects, from, new Map([['a.md', { mode: '100644', oid: storeBlob(objects, text) }]])),
      parents,
      message,
    );
  const ours = change(base, lines(0, ...upTo(20)), 'ours', root);
  const theirs = change(base, lines(...upTo(20), 21), 'theirs', root);

  it('finds the merge base, also after a merge back', () => {
    expect(mergeBase(objects, ours, theirs)).toBe(root);
    const merged = commit(objects, base, [theirs, ours], 'merge');
    expect(mergeBase(objects, ours, merged)).toBe(ours);
    expect(commitsBetween(objects, ours, merged).map(({ commit: { message } }) => message)).toEqual([
      'theirs',
      'merge',
    ]);
  });

  it('merges changes of different lines, and names the path of a collision', () => {
    const both = mergeTrees(objects, ours, theirs);
    expect(both.tree).toBe(treeOf(objects, { 'a.md': lines(0, ...upTo(21)) }));
    const other = change(base, lines(99, ...upTo(20)), 'other', root);
    expect(mergeTrees(objects, ours, other)).toEqual({ tree: null, conflicts: ['a.md'] });
  });

  it('counts the signature into the name of a commit', () => {
    const plain = objects.get(root) as CommitObject;
    expect(oidOf({ ...plain, signature: 'x' })).not.toBe(root);
  });
});
