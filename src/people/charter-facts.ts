import { parseDocument } from 'yaml';
import type { RootContent } from 'mdast';
import { itemsOf, lineOf, linksOf, ownWords, plain, type SectionedDocument } from './document.js';
import { atLine, type ProblemLog } from './problems.js';
import type { Group, GroupKind } from './types.js';

const CHANNEL = /(?<![\w/#])#[a-z][a-z\d_-]*[a-z\d]\b/gi;
/** Under "Group Type" every word is about the group. */
const FORMING =
  /\b(?:forming|in formation|being formed|proposed|provisional|not (?:yet )?chartered|draft|incubating)\b/i;
/** In a note, only what is said of the group or its charter. */
const SAID_FORMING =
  /\b(?:group|[wi]g|charter) (?:is|are)(?: still| only)? (?:forming|in formation|being formed|proposed|provisional|not yet (?:approved|chartered))\b|\b(?:proposed|provisional|draft) (?:charter|(?:working|interest) group)\b/i;
const SAID_OVER =
  /\b(?:group|[wi]g|charter) (?:is|was|has been)(?: now)? (?:folded|merged|retired|disbanded|dissolved|concluded|closed|superseded|archived)\b/i;
const GROUP_PAGE = /(working|interest)-groups\/([\w-]+)/i;

/** `docs/community/working-groups/file-uploads.mdx` → `file-uploads` */
export const slugOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '').toLowerCase();

/** A heading's or a front matter's name for a group, without what every group's name has. */
export const nameOf = (title: string): string =>
  title
    .replace(/\s+Charter$/i, '')
    .replace(/\s+(?:Working Group|Interest Group|WG|IG)$/i, '')
    .trim();

/** The group's name: from the front matter, else the first heading, else the file's name. */
export function readTitle(document: SectionedDocument, slug: string, log: ProblemLog): string {
  if (document.frontmatter) {
    const yaml = parseDocument(document.frontmatter.value);
    const title: unknown = yaml.errors.length === 0 ? yaml.get('title') : null;
    if (typeof title === 'string' && nameOf(title) !== '') return nameOf(title);
  }
  const heading = document.sections.find((section) => section.depth === 1);
  if (heading && nameOf(heading.title) !== '') return nameOf(heading.title);
  log.warning(
    'people/no-title',
    undefined,
    'The charter gives no title, so the group is called by the name of its file.',
    'Begin the file with front matter that has a `title`.',
  );
  return slug.replace(/-/g, ' ');
}

/** What kind of group a folder by the usual names is for; null where its name does not say. */
export const kindByFolder = (path: string): GroupKind | null =>
  /(?:^|\/)working-groups\//.test(path)
    ? 'working-group'
    : /(?:^|\/)interest-groups\//.test(path)
      ? 'interest-group'
      : null;

/** What kind of group a charter is for. Where its words and its folder disagree, the kind that has no power. */
export function readKind(document: SectionedDocument, folder: GroupKind | null, log: ProblemLog): GroupKind {
  const section = document.sections.find((each) => each.key === 'grouptype');
  const words = section ? plain(section.own) : '';
  const working = /\bworking group\b/i.test(words);
  const interest = /\binterest group\b/i.test(words);
  const said = working === interest ? null : working ? 'working-group' : 'interest-group';
  if (said !== null && (folder === null || folder === said)) return said;
  const place = section ? atLine(section.line) : undefined;
  if (said !== null) {
    log.error(
      'people/kind-contradicts',
      place,
      'The charter and the folder that it lies in name different kinds of group; it is taken for an Interest Group, which decides nothing.',
      'Move the file, or correct the section "Group Type".',
    );
    return 'interest-group';
  }
  if (folder !== null && section) {
    log.warning(
      'people/kind-unclear',
      place,
      'The section "Group Type" does not say one kind of group; the folder does.',
      'Write `**Working Group**` or `**Interest Group**` there.',
    );
  } else if (folder === null) {
    log.error(
      'people/kind-unknown',
      place,
      'Nothing says whether this is a Working Group or an Interest Group; it is taken for an Interest Group, which decides nothing.',
      'Add the section "Group Type", and put the file in `working-groups/` or `interest-groups/`.',
    );
  }
  return folder ?? 'interest-group';
}

/** Whether the charter says, under "Group Type" or before its first heading, that the group is still to be formed. */
export function readForming(document: SectionedDocument): boolean {
  const type = document.sections.find((section) => section.key === 'grouptype');
  return FORMING.test(type ? plain(type.own) : '') || SAID_FORMING.test(calloutOf(document));
}

/** Whether a note before the first heading says that the group is over, and which group's page it points to. */
export function readRetired(document: SectionedDocument, slug: string, log: ProblemLog): Group['retired'] {
  const note = calloutOf(document);
  if (!SAID_OVER.test(note)) return null;
  const line = lineOf(document.lead[0] ?? { type: 'root' });
  const target = GROUP_PAGE.exec(note)?.[2]?.toLowerCase() ?? null;
  const successor = target === slug ? null : target;
  log.info(
    'people/group-retired',
    atLine(line),
    `The note at the top says that this group is over${successor ? `, and points to ${successor}` : ''}.`,
    'No proposal is sent here.',
  );
  return { line, successor };
}

/** A callout (`<Note>`) is HTML to Markdown: its source is its text. */
const calloutOf = (document: SectionedDocument): string =>
  document.lead
    .map((node) =>
      node.type === 'html'
        ? node.value
        : `${plain(node)} ${linksOf(node)
            .map(({ url }) => url)
            .join(' ')}`,
    )
    .join(' ')
    .replace(/\s+/g, ' ');

/** The entries of a part of the scope: items of lists, or paragraphs where there is no list. */
export function readScope(document: SectionedDocument, key: string): string[] {
  const section = document.sections.find((each) => each.key === key && each.above.includes('scope'));
  const items = section ? itemsOf(section.own).map(ownWords) : [];
  const entries = items.length > 0 ? items : (section?.own ?? []).filter(isParagraph).map((node) => plain(node));
  return entries.filter((entry) => entry !== '');
}

/** The mission, in plain words; null where the section is missing or empty. */
export function readMission(document: SectionedDocument): string | null {
  const section = document.sections.find((each) => each.key.startsWith('mission'));
  const text = section
    ? section.own
        .filter(isParagraph)
        .map((node) => plain(node))
        .join(' ')
    : '';
  return text === '' ? null : text;
}

/**
 * The group's channel: what a line "Discord: #…" names, else the only channel that the membership or operations
 * section speaks of as a channel or a tag of Discord.
 */
export function readChannel(document: SectionedDocument, log: ProblemLog): string | null {
  const blocks = document.sections.flatMap((section) =>
    section.own.flatMap((node) => linesOf(node).map((text) => ({ section, text }))),
  );
  const declared = blocks.find(({ text }) => /^discord:/i.test(text) && channelsIn(text).length > 0);
  if (declared) return channelsIn(declared.text)[0] ?? null;
  const told = blocks.filter(
    ({ section, text }) => /^(?:operations|membership)/.test(section.key) && /\b(?:channel|discord)\b/i.test(text),
  );
  const channels = [...new Set(told.flatMap(({ text }) => channelsIn(text)))];
  if (channels.length > 1) {
    log.info(
      'people/channel-unclear',
      atLine(told[0]?.section.line ?? 1),
      `Several channels are named: ${channels.join(', ')}.`,
      "Add a line `Discord:` with the group's own channel.",
    );
    return null;
  }
  return channels[0] ?? null;
}

const channelsIn = (text: string): string[] => [...text.matchAll(CHANNEL)].map((match) => match[0].toLowerCase());
const isParagraph = (node: RootContent): boolean => node.type === 'paragraph';

/** A paragraph's text; each item of a list for itself. */
function linesOf(node: RootContent): string[] {
  if (node.type === 'paragraph') return [plain(node)];
  return node.type === 'list' ? itemsOf([node]).map(ownWords) : [];
}
