import { parseDocument } from 'yaml';
import { lineOf, linksOf, plain, type SectionedDocument } from './document.js';
import { atLine, type ProblemLog } from './problems.js';
import type { Group, GroupKind } from './types.js';

/** A value with the line that says it; null where none does. */
export interface Read<T> {
  value: T;
  line: number | null;
}

/** Under "Group Type" every word is about the group. */
const FORMING =
  /\b(?:forming|in formation|being formed|proposed|provisional|not (?:yet )?chartered|draft|incubating)\b/i;
/** In a note, only what is said of the group or its charter. */
const SAID_FORMING =
  /\b(?:group|[wi]g|charter) (?:is|are)(?: still| only)? (?:forming|in formation|being formed|proposed|provisional|not yet (?:approved|chartered))\b|\b(?:proposed|provisional|draft) (?:charter|(?:working|interest) group)\b/i;
const SAID_OVER =
  /\b(?:group|[wi]g|charter) (?:is|was|has been)(?: now)? (?:folded|merged|retired|disbanded|dissolved|concluded|closed|superseded|archived)\b/i;
const GROUP_PAGE = /(?:working|interest)-groups\/([\w-]+)/i;

/** `docs/community/working-groups/file-uploads.mdx` → `file-uploads` */
export const slugOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '').toLowerCase();

/** A heading's or a front matter's name for a group, without what every group's name has. */
export const nameOf = (title: string): string =>
  title
    .replace(/\s+Charter$/i, '')
    .replace(/\s+(?:Working Group|Interest Group|WG|IG)$/i, '')
    .trim();

/** The group's name: from the front matter, else the first heading, else the file's name. */
export function readTitle(document: SectionedDocument, slug: string, log: ProblemLog): Read<string> {
  if (document.frontmatter) {
    const yaml = parseDocument(document.frontmatter.value);
    const title: unknown = yaml.errors.length === 0 ? yaml.get('title') : null;
    if (typeof title === 'string' && nameOf(title) !== '') {
      const before = document.frontmatter.value.split('\n').findIndex((line) => /^['"]?title\b/.test(line));
      return { value: nameOf(title), line: lineOf(document.frontmatter) + 1 + Math.max(0, before) };
    }
  }
  const heading = document.sections.find((section) => section.depth === 1);
  if (heading && nameOf(heading.title) !== '') return { value: nameOf(heading.title), line: heading.line };
  log.warning(
    'people/no-title',
    undefined,
    'The charter gives no title, so the group is called by the name of its file.',
    'Begin the file with front matter that has a `title`.',
  );
  return { value: slug.replace(/-/g, ' '), line: null };
}

/** What kind of group a folder by the usual names is for; null where its name does not say. */
export const kindByFolder = (path: string): GroupKind | null =>
  /(?:^|\/)working-groups\//.test(path)
    ? 'working-group'
    : /(?:^|\/)interest-groups\//.test(path)
      ? 'interest-group'
      : null;

/** What kind of group a charter is for. Where its words and its folder disagree, the kind that has no power. */
export function readKind(document: SectionedDocument, folder: GroupKind | null, log: ProblemLog): Read<GroupKind> {
  const section = document.sections.find((each) => each.key === 'grouptype');
  const words = section ? plain(section.own) : '';
  const working = /\bworking group\b/i.test(words);
  const interest = /\binterest group\b/i.test(words);
  const said = working === interest ? null : working ? 'working-group' : 'interest-group';
  const line = section && said !== null ? section.line : null;
  if (said !== null && (folder === null || folder === said)) return { value: said, line };
  const place = section ? atLine(section.line) : undefined;
  if (said !== null) {
    log.error(
      'people/kind-contradicts',
      place,
      'The charter and the folder that it lies in name different kinds of group; it is taken for an Interest Group, which decides nothing.',
      'Move the file, or correct the section "Group Type".',
    );
    return { value: 'interest-group', line };
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
  return { value: folder ?? 'interest-group', line };
}

/**
 * How the group stands. Over, where a note before the first heading says so, with the group whose page that note links;
 * forming, where the charter says it there or under "Group Type"; else active.
 */
export function readStatus(
  document: SectionedDocument,
  slug: string,
  log: ProblemLog,
): Read<Group['status']> & { successor: string | null } {
  const note = calloutOf(document);
  const noteLine = lineOf(document.lead[0] ?? { type: 'root' });
  if (SAID_OVER.test(note)) {
    const target = GROUP_PAGE.exec(note)?.[1]?.toLowerCase() ?? null;
    const successor = target === slug ? null : target;
    log.info(
      'people/group-retired',
      atLine(noteLine),
      `The note at the top says that this group is over${successor ? `, and points to ${successor}` : ''}.`,
      'No proposal is sent here.',
    );
    return { value: 'retired', line: noteLine, successor };
  }
  const type = document.sections.find((section) => section.key === 'grouptype');
  if (type && FORMING.test(plain(type.own))) return { value: 'forming', line: type.line, successor: null };
  if (SAID_FORMING.test(note)) return { value: 'forming', line: noteLine, successor: null };
  return { value: 'active', line: null, successor: null };
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
