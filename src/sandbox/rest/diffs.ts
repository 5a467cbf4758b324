import { formatPatch, structuredPatch } from 'diff';

import { compareCommits, compareWithParent } from '../git/compare.js';
import { commitsBetween, mergeBase } from '../git/history.js';
import { needObject, readObject } from '../git/objects.js';
import { isBinary } from '../git/patch.js';
import { entryAt } from '../git/trees.js';
import type { ChangedFile, GitHubState, Oid } from '../state/types.js';

/** What `git diff base...head` prints. */
export function diffText(state: GitHubState, base: Oid, head: Oid): string {
  const from = mergeBase(state.objects, base, head);
  return compareCommits(state.objects, base, head)
    .map((file) => fileDiff(state, from, head, file))
    .join('');
}

/** What a commit changed, as `git show` prints it. */
export function commitDiffText(state: GitHubState, oid: Oid): string {
  const parent = needObject(state.objects, 'commit', oid).parents[0] ?? null;
  return compareWithParent(state.objects, oid)
    .map((file) => fileDiff(state, parent, oid, file))
    .join('');
}

/** The commits between as mails, as `git format-patch` writes them. */
export function patchText(state: GitHubState, base: Oid, head: Oid): string {
  const commits = commitsBetween(state.objects, base, head).filter(({ commit }) => commit.parents.length < 2);
  return commits.map(({ oid }, index) => commitPatchText(state, oid, index + 1, commits.length)).join('\n');
}

export function commitPatchText(state: GitHubState, oid: Oid, position = 1, count = 1): string {
  const { author, message } = needObject(state.objects, 'commit', oid);
  const [headline = '', ...body] = message.trimEnd().split('\n');
  const files = compareWithParent(state.objects, oid);
  const [added, removed] = [sum(files, 'additions'), sum(files, 'deletions')];
  return [
    `From ${oid} Mon Sep 17 00:00:00 2001`,
    `From: ${author.name} <${author.email}>`,
    `Date: ${new Date(author.date).toUTCString().replace('GMT', '+0000')}`,
    `Subject: [PATCH${count > 1 ? ` ${position}/${count}` : ''}] ${headline}`,
    ...body,
    '',
    '---',
    ...files.map(
      ({ path, additions, deletions }) =>
        ` ${path} | ${additions + deletions} ${'+'.repeat(Math.min(additions, 30))}${'-'.repeat(Math.min(deletions, 30))}`,
    ),
    ` ${plural(files.length, 'file')} changed, ${plural(added, 'insertion')}(+), ${plural(removed, 'deletion')}(-)`,
    '',
    `${commitDiffText(state, oid)}-- `,
    '2.43.0',
    '',
  ].join('\n');
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const sum = (files: readonly ChangedFile[], key: 'additions' | 'deletions'): number =>
  files.reduce((total, file) => total + file[key], 0);

function fileDiff(state: GitHubState, from: Oid | null, to: Oid, file: ChangedFile): string {
  const oldPath = file.previousPath ?? file.path;
  const before = file.status === 'added' || from === null ? null : versionAt(state, from, oldPath);
  const after = file.status === 'removed' ? null : versionAt(state, to, file.path);
  const lines = [`diff --git a/${oldPath} b/${file.path}`];
  if (before === null) lines.push(`new file mode ${file.mode}`);
  else if (after === null) lines.push(`deleted file mode ${before.mode}`);
  else if (before.mode !== after.mode) lines.push(`old mode ${before.mode}`, `new mode ${after.mode}`);
  if (file.previousPath !== null) lines.push(`rename from ${oldPath}`, `rename to ${file.path}`);
  if (before?.oid !== after?.oid) {
    const mode = before !== null && before.mode === after?.mode ? ` ${file.mode}` : '';
    lines.push(`index ${short(before?.oid)}..${short(after?.oid)}${mode}`);
    lines.push(...contentDiff(before, after, oldPath, file));
  }
  return `${lines.join('\n')}\n`;
}

interface Version {
  mode: string;
  oid: Oid;
  bytes: Uint8Array;
}

function contentDiff(before: Version | null, after: Version | null, oldPath: string, file: ChangedFile): string[] {
  const [old, now] = [before?.bytes ?? new Uint8Array(), after?.bytes ?? new Uint8Array()];
  const names = [
    before === null ? '/dev/null' : `a/${oldPath}`,
    after === null ? '/dev/null' : `b/${file.path}`,
  ] as const;
  if (isBinary(old) || isBinary(now)) return [`Binary files ${names[0]} and ${names[1]} differ`];
  const hunks = file.patch ?? uncutPatch(old, now);
  return hunks === '' ? [] : [`--- ${names[0]}`, `+++ ${names[1]}`, hunks];
}

/** The lists leave out large patches; a diff has them. */
function uncutPatch(old: Uint8Array, now: Uint8Array): string {
  const [oldText, newText] = [old, now].map((bytes) => Buffer.from(bytes).toString('utf8')) as [string, string];
  const printed = formatPatch(structuredPatch('', '', oldText, newText, '', '', { context: 3 }));
  return printed.slice(Math.max(0, printed.indexOf('@@'))).trimEnd();
}

const short = (oid: Oid | undefined): string => (oid ?? '0'.repeat(40)).slice(0, 10);

function versionAt(state: GitHubState, commit: Oid, path: string): Version | null {
  const entry = entryAt(state.objects, needObject(state.objects, 'commit', commit).tree, path);
  if (entry === null) return null;
  return {
    mode: entry.mode,
    oid: entry.oid,
    bytes: readObject(state.objects, 'blob', entry.oid)?.bytes ?? new Uint8Array(),
  };
}
