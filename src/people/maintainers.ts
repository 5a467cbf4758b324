import type { ListItem } from 'mdast';
import { itemsOf, keyOf, lineOf, linksOf, loginsIn, ownWords, readDocument, type Section } from './document.js';
import { readable } from './limits.js';
import { loginKey, profileLogin } from './logins.js';
import { atLine, ProblemLog } from './problems.js';
import type { Area, GroupKind, Listed, Maintainers, Problem } from './types.js';

/** The lists of the file, by what their heading begins with; `area` lists have a sub-heading for each area. */
const LISTS: { starts: string; list: 'lead' | 'core' | 'moderators' | Area['kind'] }[] = [
  { starts: 'leadmaintainer', list: 'lead' },
  { starts: 'coremaintainer', list: 'core' },
  { starts: 'communitymoderator', list: 'moderators' },
  { starts: 'sdkmaintainer', list: 'sdk' },
  { starts: 'projectmaintainer', list: 'project' },
  { starts: 'workinggroup', list: 'group' },
  { starts: 'interestgroup', list: 'group' },
];

/** An entry whose link is not closed: `- [Ada Bell](https://gith`, `- [Ada Be`. */
const OPEN_LINK = /^\s*[-*+]\s[^\n]*\[[^\]\n]*(?:\]\([^)\n]*)?$/;

/**
 * Says that the file stops within an entry. It has no sections that must stand at its end, so of a file that was cut
 * between two entries nobody can tell that it was.
 */
function sayCut(source: string, log: ProblemLog): void {
  const lines = source.trimEnd().split('\n');
  if (!OPEN_LINK.test(lines.at(-1) ?? '')) return;
  log.error(
    'people/maintainers-cut',
    atLine(lines.length),
    'The file ends in the middle of an entry.',
    'Restore the rest of the file from its last whole version.',
  );
}

/**
 * Reads `MAINTAINERS.md`: a list of links to profiles under each heading. "Emeritus" in a heading, at any depth, makes
 * its list one of former holders. Maintainers of groups count as maintainers ("Maintainers drive components within the
 * MCP project, such as SDKs, documentation, and Working Groups", governance.mdx). Never fails.
 */
export function readMaintainers(source: string, path: string): { maintainers: Maintainers; problems: Problem[] } {
  const log = new ProblemLog(path);
  const result: Maintainers = {
    source: path,
    lead: [],
    core: [],
    maintainers: [],
    moderators: [],
    emeritus: [],
    groups: [],
  };
  for (const section of readDocument(readable(source, log)).sections) {
    const items = itemsOf(section.own);
    const trail = [...section.above, section.key];
    const heading = trail.flatMap((key) => LISTS.find(({ starts }) => key.startsWith(starts)) ?? [])[0];
    const people = (): Listed[] => items.flatMap((item) => listedOf(item, log));
    if (trail.some((key) => key.includes('emeritus'))) {
      const area = heading ? section.title.replace(/\s*\bemeritus\b\s*/i, ' ').trim() : '';
      result.emeritus.push(
        ...items.flatMap((item) =>
          listedOf(item, log).map((person) => ({ ...person, note: noteOf(item), area: area || null })),
        ),
      );
    } else if (!heading) {
      sayUnread(section, items, log);
    } else if (heading.list === 'lead' || heading.list === 'core' || heading.list === 'moderators') {
      result[heading.list].push(...people());
    } else {
      const area: Area = { kind: heading.list, name: section.title };
      const listed = people();
      result.maintainers.push(...listed.map((person) => ({ ...person, area })));
      const isHeadingOfAll = section.above.every((key) => !key.startsWith(heading.starts));
      if (area.kind === 'group' && (listed.length > 0 || !isHeadingOfAll)) {
        result.groups.push({ name: section.title, kind: kindOf(section.title), line: section.line, people: listed });
      }
    }
  }
  if (result.lead.length === 0 || result.core.length === 0) {
    const none = [
      result.lead.length === 0 ? 'Lead Maintainers' : '',
      result.core.length === 0 ? 'Core Maintainers' : '',
    ];
    log.error(
      'people/no-core',
      undefined,
      `The file lists nobody as ${none.filter(Boolean).join(' and ')}: without them the core has no voters here.`,
      'List them under these headings, or in the roster.',
    );
  }
  sayTwoAccounts(result, log);
  sayCut(source, log);
  return { maintainers: result, problems: log.sorted() };
}

function listedOf(item: ListItem, log: ProblemLog): Listed[] {
  const profile = linksOf(item).find(({ url }) => profileLogin(url) !== null);
  const login = profile ? profileLogin(profile.url) : (loginsIn(item)[0] ?? null);
  const words = ownWords(item);
  const name = profile && !profile.text.startsWith('@') ? profile.text : (words.split(/[(@]| - /)[0]?.trim() ?? words);
  if (login === null) {
    log.warning(
      'people/login-unreadable',
      item.position?.start,
      `"${words}" links no GitHub account, so nobody can act for this entry.`,
      'Write it as `[Name](https://github.com/login)`.',
    );
  }
  return name === '' && login === null ? [] : [{ name: name || (login ?? ''), login, line: lineOf(item) }];
}

/** What stands after the link: `(Core Maintainer Emeritus)`, `- Goose`. */
function noteOf(item: ListItem): string | null {
  const words = ownWords(item);
  const note = /\(([^()]*)\)\s*$/.exec(words)?.[1] ?? / - (.*)$/.exec(words)?.[1];
  return note?.trim() ?? null;
}

function kindOf(title: string): GroupKind | null {
  if (/\b(?:working group|wg)\b/i.test(title)) return 'working-group';
  return /\b(?:interest group|ig)\b/i.test(title) ? 'interest-group' : null;
}

function sayUnread(section: Section, items: ListItem[], log: ProblemLog): void {
  if (!items.some((item) => linksOf(item).some(({ url }) => profileLogin(url) !== null))) return;
  log.warning(
    'people/heading-unknown',
    atLine(section.line),
    `Nothing says what the people under "${section.title}" are, so the list gives them no role.`,
    'Put it under one of the headings that name a role.',
  );
}

/** One name with two accounts may be one person, or two: only the roster can say. */
function sayTwoAccounts(read: Maintainers, log: ProblemLog): void {
  const all = [read.lead, read.core, read.maintainers, read.moderators, read.emeritus].flat();
  const first = new Map<string, Listed>();
  const said = new Set<string>();
  for (const person of all.toSorted((a, b) => a.line - b.line)) {
    if (person.login === null) continue;
    const other = first.get(keyOf(person.name));
    if (!other) first.set(keyOf(person.name), person);
    else if (loginKey(other.login ?? '') !== loginKey(person.login) && !said.has(loginKey(person.login))) {
      said.add(loginKey(person.login));
      log.info(
        'people/two-accounts',
        atLine(person.line),
        `${person.name} stands here as @${person.login}, and in line ${other.line} as @${other.login ?? ''}.`,
        'If that is one person, give both logins in one entry of the roster; else they count as two.',
      );
    }
  }
}
