import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { changedFiles, changesBeside, linesOfPatch, MOST_FILES, type ChangedFile } from '../../src/facts/files.js';
import { client, GITHUB, offline, rejection } from './github.js';

offline();

const SPEC = { owner: 'ada', name: 'spec' };
const FILES = '/repos/ada/spec/pulls/7/files';

/** Answers the request for a page of files; `more` names the page that follows. */
function page(number: number, files: object[], more: number | null): void {
  const link = `<${GITHUB}${FILES}?per_page=100&page=${more}>; rel="next"`;
  nock(GITHUB)
    .get(FILES)
    .query(number === 1 ? { per_page: '100' } : { per_page: '100', page: String(number) })
    .reply(200, files, more === null ? {} : { link });
}
const file = (filename: string): object => ({ filename, status: 'modified', patch: '@@ -1 +1 @@' });

describe('The changed files of a pull request', () => {
  it('come from all pages, in order', async () => {
    page(1, [file('a'), file('b')], 2);
    page(2, [file('c')], 3);
    page(3, [file('d')], null);
    expect((await changedFiles(client(), SPEC, 7)).map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are as GitHub says: renamed, or without a patch where the file is binary or too large', async () => {
    page(
      1,
      [
        { filename: 'new.md', previous_filename: 'old.md', status: 'renamed', patch: '@@ -1 +1 @@' },
        { filename: 'logo.png', status: 'added' },
      ],
      null,
    );
    expect(await changedFiles(client(), SPEC, 7)).toEqual([
      { path: 'new.md', previousPath: 'old.md', status: 'renamed', patch: '@@ -1 +1 @@' },
      { path: 'logo.png', previousPath: null, status: 'added', patch: null },
    ]);
  });

  it('are not known at all where one page of them fails', async () => {
    page(1, [file('a')], 2);
    nock(GITHUB).get(FILES).query({ per_page: '100', page: '2' }).reply(502, { message: 'Server Error' });
    expect(await rejection(changedFiles(client(), SPEC, 7))).toMatchObject({ name: 'HttpError', status: 502 });
  });
});

const PATCHES: [string, string | null, number[]][] = [
  ['no patch', null, []],
  ['an empty patch', '', []],
  ['a new file', '@@ -0,0 +1,3 @@\n+a\n+b\n+c', [1, 2, 3]],
  ['a file of one line', '@@ -0,0 +1 @@\n+a', [1]],
  ['a removed file', '@@ -1,2 +0,0 @@\n-a\n-b', []],
  ['a changed line and what stands around it', '@@ -4,3 +4,3 @@ ## Title\n a\n-b\n+B\n c', [4, 5, 6]],
  [
    'two hunks, the second moved by the first',
    '@@ -1,2 +1,3 @@\n a\n+b\n c\n@@ -20 +21,2 @@\n x\n+y',
    [1, 2, 3, 21, 22],
  ],
  ['no line end at the end of the file', '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b', [1]],
  ['a line that looks like the head of a hunk', '@@ -1 +1,2 @@\n a\n+@@ -1 +90 @@', [1, 2]],
  ['a removed line that looks like one', '@@ -1,2 +1 @@\n a\n-@@ -1 +90 @@', [1]],
  ['lines that look like the head of a file', '@@ -1,2 +1,2 @@\n---\n+++\n a', [1, 2]],
  ['an empty line kept', '@@ -8,2 +8,2 @@\n \n+a', [8, 9]],
];

describe('The lines on which a comment can stand', () => {
  it.each(PATCHES)('for %s', (_, patch, lines) => {
    expect([...linesOfPatch(patch)]).toEqual(lines);
  });
});

describe('What a pull request changes beside its document', () => {
  const changed = (path: string, more: Partial<ChangedFile> = {}): ChangedFile => ({
    path,
    previousPath: null,
    status: 'modified',
    patch: null,
    ...more,
  });

  it('is every place, sorted and once: a file that moves changes two, and one that is copied one', () => {
    const files = [
      changed('seps/7-a.md', { status: 'added' }),
      changed('z.md'),
      changed('b.md', { status: 'renamed', previousPath: 'z.md' }),
      changed('c.md', { status: 'copied', previousPath: 'untouched.md' }),
      changed('B.md', { status: 'removed' }),
    ];
    expect(changesBeside(files, 'seps/7-a.md')).toEqual(['B.md', 'b.md', 'c.md', 'z.md']);
  });

  it('is not known where GitHub lists no more of them', () => {
    const files = Array.from({ length: MOST_FILES }, (_, index) => changed(`${index}.md`));
    expect(changesBeside(files, null)).toBeNull();
    expect(changesBeside(files.slice(1), null)).toHaveLength(MOST_FILES - 1);
  });
});
