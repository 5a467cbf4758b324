import { slugOf } from './charter-facts.js';
import type { Governance, Group, GroupKind, GroupMatch } from './types.js';

const GROUP_PAGE = /(?:working|interest)-groups\/([\w.-]+)/gi;
const NOTHING = /^(?:tbd|tba|none|n\/?a|pending|unknown|-+|–|—)?$/i;
/** Words that every group's name may have or leave out. */
const COMMON = new Set(['the', 'mcp', 'wg', 'ig', 'wgs', 'igs', 'group', 'working', 'interest', 'charter']);

/**
 * The group that a text means: a title, a slug, a channel or a link to its page, in any case and punctuation, with or
 * without "the", "MCP" and "Working Group". `several` holds the groups that it may mean, which can be a single near one
 * ("Skills WG" for Skills Over MCP): nothing binds by those.
 */
export function matchGroup(governance: Governance, text: string): GroupMatch {
  const linked = [...text.matchAll(GROUP_PAGE)].map((match) => slugOf(match[1] ?? ''));
  const pages = governance.groups.filter((group) => linked.includes(group.slug));
  if (pages.length > 0) return matchOf(pages);

  const words = wordsOf(text);
  if (NOTHING.test(words.join(' '))) return { kind: 'none' };
  const exact = byKind(exactly(governance, words), kindIn(text));
  if (exact.length > 0) return matchOf(exact);

  const parts = text.split(/\s*(?:,|;|\/|\||\+|&|\band\b)\s*/i);
  const named =
    parts.length > 1 ? parts.flatMap((part) => byKind(exactly(governance, wordsOf(part)), kindIn(part))) : [];
  if (named.length > 0) return { kind: 'several', candidates: [...new Set(named)] };

  const near = governance.groups.filter((group) => keysOf(group).some((key) => startsWith(key, words)));
  return near.length > 0 ? { kind: 'several', candidates: near } : { kind: 'none' };
}

/**
 * The groups that a longer text names, such as the title of a discussion: each by its title, slug or channel in one piece.
 * Of a name within a longer one ("Skills" in "Skills Over MCP") the longer alone counts.
 */
export function groupsNamedIn(governance: Governance, text: string): Group[] {
  const words = wordsOf(text);
  const found = governance.groups.flatMap((group) =>
    keysOf(group).flatMap((key) =>
      words.flatMap((_, at) =>
        key.every((word, index) => words[at + index] === word) ? [{ group, at, end: at + key.length }] : [],
      ),
    ),
  );
  const longest = found.filter(
    (one) =>
      !found.some((other) => other.at <= one.at && one.end <= other.end && other.end - other.at > one.end - one.at),
  );
  return byKind([...new Set(longest.map(({ group }) => group))], kindIn(text));
}

const exactly = (governance: Governance, words: string[]): Group[] =>
  words.length === 0
    ? []
    : governance.groups.filter((group) => keysOf(group).some((key) => key.join('') === words.join('')));

/** A group's names, as words. */
const keysOf = (group: Group): string[][] =>
  [group.slug, group.title, group.channel ?? ''].map(wordsOf).filter((words) => words.length > 0);

const startsWith = (key: string[], words: string[]): boolean =>
  words.length > 0 && words.length < key.length && words.every((word, index) => key[index] === word);

function wordsOf(text: string): string[] {
  const shown = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&/g, ' and ')
    .toLowerCase();
  const words = shown.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.filter((word) => !COMMON.has(word));
}

/** The kind that a text names, where it names one. */
function kindIn(text: string): GroupKind | null {
  const working = /\b(?:working[\s-]+group|wg)\b/i.test(text);
  const interest = /\b(?:interest[\s-]+group|ig)\b/i.test(text);
  return working === interest ? null : working ? 'working-group' : 'interest-group';
}

/** Between several of one name, the kind decides; a single one is meant even where its kind is given wrongly. */
function byKind(groups: Group[], kind: GroupKind | null): Group[] {
  const ofKind = groups.filter((group) => group.kind === kind);
  return groups.length > 1 && ofKind.length > 0 ? ofKind : groups;
}

const matchOf = (groups: Group[]): GroupMatch => {
  const [only, ...others] = groups;
  return only && others.length === 0 ? { kind: 'one', group: only } : { kind: 'several', candidates: groups };
};
