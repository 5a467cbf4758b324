import type { FieldName } from './types.js';

/**
 * The ways in which authors write each field's key, first the template's own. Compared without case, Markdown,
 * punctuation and a plural's ending, so `Author(s)`, `authors` and `**AUTHOR**` are one entry.
 */
const NAMES: Record<FieldName, readonly string[]> = {
  number: ['SEP', 'SEP Number', 'SEP No', 'SEP ID', 'Number'],
  title: ['Title', 'SEP Title', 'Proposal Title'],
  status: ['Status', 'SEP Status', 'Proposal Status', 'Current Status', 'State'],
  type: ['Type', 'SEP Type', 'Proposal Type', 'Track', 'Category'],
  created: [
    'Created',
    'Created on',
    'Created at',
    'Created Date',
    'Creation Date',
    'Creation',
    'Date Created',
    'Date',
    'Submitted on',
    'Submission Date',
    'Date Submitted',
  ],
  authors: [
    'Author(s)',
    'SEP Author',
    'Proposal Author',
    'Lead Author',
    'Main Author',
    'Primary Author',
    'Original Author',
    'Author and Editor',
    'Author/Editor',
    'Authors and Contributors',
    'Author/Contributor',
    'Author(s) and Editor(s)',
    'Written by',
    'Drafted by',
    'Submitted by',
    'Submitter',
    'Proposed by',
    'Proposer',
    'Co-Author',
  ],
  sponsor: [
    'Sponsor',
    'SEP Sponsor',
    'Sponsored by',
    'Co-Sponsor',
    'Maintainer Sponsor',
    'Core Maintainer Sponsor',
    'Sponsoring Maintainer',
    'Sponsoring Core Maintainer',
  ],
  workingGroup: [
    'Working Group',
    'Workgroup',
    'WG',
    'Working Group (WG)',
    'Responsible Working Group',
    'Responsible WG',
    'Responsible Group',
    'Owning Working Group',
    'Owning WG',
  ],
  pr: [
    'PR',
    'Pull Request',
    'PR Number',
    'PR Link',
    'PR URL',
    'Pull',
    'Pull Request Number',
    'Pull Request Link',
    'SEP PR',
    'GitHub PR',
    'GitHub PR Link',
    'GitHub PR URL',
    'GitHub PR Number',
    'GitHub Pull Request',
  ],
  issue: [
    'Issue',
    'GitHub Issue',
    'GitHub Issue Link',
    'GitHub Issue URL',
    'GitHub Issue Number',
    'Issue Number',
    'Issue Link',
    'Original Issue',
    'Discussion Issue',
    'Tracking Issue',
    'SEP Issue',
  ],
  supersedes: ['Supersedes', 'Supersede', 'Replaces', 'Obsoletes', 'Superseded SEP'],
  supersededBy: ['Superseded by', 'Replaced by', 'Obsoleted by'],
  requires: ['Requires', 'Require', 'Required SEP', 'Depends on', 'Dependency', 'Dependencies', 'Prerequisite'],
  related: [
    'Related',
    'Relates',
    'Relates to',
    'Related to',
    'Related SEP',
    'Related Issue',
    'Related PR',
    'Related Pull Request',
    'Builds on',
    'Extends',
    'See also',
  ],
  discussion: ['Discussion', 'Discussions-To', 'Discussion Link', 'Discussion Thread', 'Related Discussion'],
  extensionIdentifier: ['Extension Identifier', 'Extension ID', 'Ext ID', 'Extension'],
  accepted: ['Accepted', 'Acceptance', 'Accepted on', 'Accepted Date', 'Date Accepted', 'Resolution', 'Vote'],
};

/** Keys that say something of their own, from other processes, where people here write another field. */
const ELSEWHERE: ReadonlyMap<string, FieldName> = new Map([
  ['champion', 'sponsor'],
  ['shepherd', 'sponsor'],
  ['editor', 'authors'],
  ['contributor', 'authors'],
  ['owner', 'authors'],
  ['maintainer', 'sponsor'],
  ['reviewer', 'sponsor'],
]);

/** `Author(s)`, `**authors**` and `Author` become one word. */
function fold(key: string): string {
  return key
    .toLowerCase()
    .replace(/[（(]e?s[)）]/g, '')
    .replace(/s(?![\p{L}\p{N}'’])/gu, '')
    .replace(/[\s`*_\\.:()/#＃№\u200b-\u200d\ufe0f\p{Extended_Pictographic}-]+/gu, '')
    .replace(/&/g, 'and');
}

const BY_KEY = new Map<string, FieldName>();
for (const [name, spellings] of Object.entries(NAMES) as [FieldName, readonly string[]][]) {
  for (const spelling of [name, ...spellings]) BY_KEY.set(fold(spelling), name);
}

/** The field that a key as written stands for, or null for one that Convenor does not know. */
export function fieldNamed(key: string): FieldName | null {
  // `Created (UTC)`, `Sponsor (Core Maintainer)`: what stands in brackets explains the key.
  return BY_KEY.get(fold(key)) ?? BY_KEY.get(fold(key.replace(/\([^()]*\)\s*$/, ''))) ?? null;
}

/** The key as the template writes it, for a line that Convenor adds. */
export function keyOf(name: FieldName): string {
  return NAMES[name][0] ?? name;
}

/** The known field that a key probably meant, one slip of the keyboard away; null where none is that near. */
export function nearField(key: string): FieldName | null {
  const folded = fold(key);
  if (folded.length < 4) return null;
  for (const [known, name] of BY_KEY) if (known.length >= 4 && oneSlip(folded, known)) return name;
  return null;
}

/**
 * The field in which people here write what a key from another process may mean, `Champion` or `Editor`. A question to
 * the author and no reading: a champion may be an author or a sponsor. Null for any other key.
 */
export function fieldElsewhere(key: string): FieldName | null {
  return ELSEWHERE.get(fold(key)) ?? null;
}

/** One letter added, left out, changed, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
