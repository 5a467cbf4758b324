import type { ListItem, RootContent } from 'mdast';
import type { Read } from './charter-facts.js';
import {
  cellOf,
  itemsOf,
  lineOf,
  linksOf,
  ownWords,
  plain,
  rowsOf,
  wordsOf,
  type SectionedDocument,
} from './document.js';
import { atLine, type ProblemLog } from './problems.js';
import type { AuthorityRow, Meeting, RelatedGroup, ScopeEntry } from './types.js';

const CHANNEL = /(?<![\w/#])#[a-z][a-z\d_-]*[a-z\d]\b/gi;
const GROUP_PAGE = /(?:working|interest)-groups\/([\w-]+)/i;

/** The mission, in plain words; null where the section is missing or empty. */
export function readMission(document: SectionedDocument): Read<string | null> {
  const section = document.sections.find((each) => each.key.startsWith('mission'));
  const paragraphs = (section?.own ?? []).filter(isParagraph);
  const text = paragraphs.map((node) => plain(node)).join(' ');
  return text === '' ? { value: null, line: null } : { value: text, line: lineOf(paragraphs[0] ?? { type: 'root' }) };
}

/** The entries of a part of the scope: items of lists, or paragraphs where there is no list. */
export function readScope(document: SectionedDocument, key: 'inscope' | 'outofscope'): ScopeEntry[] {
  const own = underScope(document, key);
  const items = itemsOf(own).map((item) => ({ text: ownWords(item), line: lineOf(item) }));
  const entries =
    items.length > 0 ? items : own.filter(isParagraph).map((node) => ({ text: plain(node), line: lineOf(node) }));
  return entries.filter(({ text }) => text !== '');
}

/** The groups with which this one's work touches: the items under "Related Groups". */
export function readRelated(document: SectionedDocument): RelatedGroup[] {
  return itemsOf(underScope(document, 'relatedgroups')).flatMap((item) => {
    const name = headOf(item);
    const slugs = linksOf(item).flatMap(({ url }) => GROUP_PAGE.exec(url)?.[1]?.toLowerCase() ?? []);
    return name === '' ? [] : [{ name, slugs: [...new Set(slugs)], line: lineOf(item) }];
  });
}

/** What an item is about: its bold words at the beginning, else what stands before the first dash or colon. */
function headOf(item: ListItem): string {
  const first = item.children[0];
  const bold = first?.type === 'paragraph' ? first.children[0] : undefined;
  const words = bold?.type === 'strong' ? plain(bold) : (ownWords(item).split(/\s[-–—]\s|[:–—]/)[0] ?? '');
  return words.replace(/[\s:–—-]+$/, '').trim();
}

const underScope = (document: SectionedDocument, key: string): RootContent[] =>
  document.sections.find((each) => each.key === key && each.above.includes('scope'))?.own ?? [];

/** The table of decision rights. */
export function readAuthority(document: SectionedDocument): AuthorityRow[] {
  const section = document.sections.find((each) => each.key.startsWith('authority'));
  return rowsOf(section?.own ?? []).flatMap((row) => {
    const decision = cellOf(row, 'decisiontype', 'decision');
    const level = cellOf(row, 'authoritylevel', 'authority', 'level');
    return decision && level ? [{ decision: plain(decision), level: plain(level), line: row.line }] : [];
  });
}

/** The table of meetings under "Operations"; rows without a name are a template's. */
export function readMeetings(document: SectionedDocument): Meeting[] {
  const section = document.sections.find((each) => each.key === 'operations');
  return rowsOf(section?.all ?? []).flatMap((row) => {
    const name = wordsOf(cellOf(row, 'meeting', 'call'));
    if (name === null) return [];
    return [
      {
        name,
        frequency: wordsOf(cellOf(row, 'frequency', 'cadence')),
        duration: wordsOf(cellOf(row, 'duration', 'length')),
        purpose: wordsOf(cellOf(row, 'purpose', 'topic')),
        line: row.line,
      },
    ];
  });
}

/**
 * The group's channel: what a line "Discord: #…" names, else the only channel that the membership or operations
 * section speaks of as a channel or a tag of Discord.
 */
export function readChannel(document: SectionedDocument, log: ProblemLog): Read<string | null> {
  const blocks = document.sections.flatMap((section) =>
    section.own.flatMap((node) => linesOf(node).map((said) => ({ section, ...said }))),
  );
  const declared = blocks.find(({ text }) => /^discord:/i.test(text) && channelsIn(text).length > 0);
  if (declared) return { value: channelsIn(declared.text)[0] ?? null, line: declared.line };
  const told = blocks.filter(
    ({ section, text }) => /^(?:operations|membership)/.test(section.key) && /\b(?:channel|discord)\b/i.test(text),
  );
  const naming = told.filter(({ text }) => channelsIn(text).length > 0);
  const channels = [...new Set(naming.flatMap(({ text }) => channelsIn(text)))];
  if (channels.length > 1) {
    log.info(
      'people/channel-unclear',
      atLine(told[0]?.section.line ?? 1),
      `Several channels are named: ${channels.join(', ')}.`,
      "Add a line `Discord:` with the group's own channel.",
    );
    return { value: null, line: null };
  }
  return { value: channels[0] ?? null, line: naming[0]?.line ?? null };
}

const channelsIn = (text: string): string[] => [...text.matchAll(CHANNEL)].map((match) => match[0].toLowerCase());
const isParagraph = (node: RootContent): boolean => node.type === 'paragraph';

/** A paragraph's text; each item of a list for itself. */
function linesOf(node: RootContent): { text: string; line: number }[] {
  if (node.type === 'paragraph') return [{ text: plain(node), line: lineOf(node) }];
  return node.type === 'list' ? itemsOf([node]).map((item) => ({ text: ownWords(item), line: lineOf(item) })) : [];
}
