import type { TableCell } from 'mdast';
import { cellOf, linksOf, loginsIn, plain, rowsOf, wordsOf, type Row, type Section } from './document.js';
import { loginKey, uniqueLogins } from './logins.js';
import { atLine, type ProblemLog } from './problems.js';
import type { GroupPerson, WorkItem } from './types.js';

/** Upper case, so that "Sep 2026" stays a month. */
const NAMED_SEP = /\b(?:SEP[\s–#-]{0,2}|[Ss]ep-)0*(\d{1,6})\b/g;
const LINKED_SEP = /\/(?:pull|issues)\/(\d{1,6})\b|\/seps\/0*(\d{1,6})-/;

/** What a group works on ("Active Work Items") and talks about ("Discussion Topics"), in the charter's order. */
export function readWorkItems(
  sections: Section[],
  known: { leads: GroupPerson[]; people: GroupPerson[] },
  log: ProblemLog,
) {
  const items = sections.flatMap((section) => {
    if (section.key === 'activeworkitems') return rowsOf(section.own).map((row) => itemOf(row, 'work-item', known));
    if (section.key === 'discussiontopics') return rowsOf(section.all).map((row) => itemOf(row, 'topic', known));
    return [];
  });
  sayDoubles(sections, items, log);
  return items;
}

function itemOf(row: Row, kind: WorkItem['kind'], known: { leads: GroupPerson[]; people: GroupPerson[] }): WorkItem {
  const item = cellOf(row, 'item', 'workitem', 'sep', 'topic');
  const name = cellOf(row, 'name', 'title');
  const named = wordsOf(name) ?? wordsOf(item) ?? '';
  const numbers = [...new Set([item, name].flatMap((cell) => (cell ? sepNumbersIn(cell) : [])))];
  const champion = cellOf(row, 'champion', 'champions', 'owner', 'owners', 'lead', 'leads');
  return {
    kind,
    title: named,
    number: numbers[0] ?? null,
    numbers,
    status: wordsOf(cellOf(row, 'status', 'state')),
    target: wordsOf(cellOf(row, 'targetdate', 'target', 'due', 'milestone')),
    champions: champion ? championsOf(champion, known) : [],
    championRaw: wordsOf(champion),
    line: row.line,
  };
}

/**
 * The SEPs that a cell names: by number, or, where it speaks of a SEP without one, by the pull request, issue or page
 * that it links. A SEP's number is its pull request's number.
 */
function sepNumbersIn(cell: TableCell): number[] {
  const text = plain(cell);
  const named = [...text.matchAll(NAMED_SEP)].map((match) => Number(match[1]));
  if (named.length > 0 || !/\bSEPs?\b/i.test(text)) return named;
  return linksOf(cell).flatMap(({ url }) => {
    const match = LINKED_SEP.exec(url);
    return match ? [Number(match[1] ?? match[2])] : [];
  });
}

/** Accounts; else the names of people in the charter's own tables, and "WG Leads" for its leads. Never a guess. */
function championsOf(cell: TableCell, known: { leads: GroupPerson[]; people: GroupPerson[] }): string[] {
  const accounts = loginsIn(cell);
  if (accounts.length > 0) return accounts;
  const parts = plain(cell).split(/\s*(?:,|;|\/|&|\band\b)\s*/);
  return uniqueLogins(
    parts.flatMap((part) => {
      if (/^(?:all\s+)?(?:the\s+)?(?:[wi]g\s+)?(?:leads|facilitators)$/i.test(part)) {
        return known.leads.flatMap((lead) => lead.login ?? []);
      }
      const bearers = known.people.filter((person) => person.name?.toLowerCase() === part.toLowerCase());
      const logins = uniqueLogins(bearers.flatMap((person) => person.login ?? []));
      return logins.length === 1 ? logins : [];
    }),
  );
}

function sayDoubles(sections: Section[], items: WorkItem[], log: ProblemLog): void {
  const headings = sections.filter((section) => section.key === 'activeworkitems');
  for (const again of headings.slice(1)) {
    log.warning(
      'people/section-twice',
      atLine(again.line),
      `"${again.title}" stands here a second time (first in line ${headings[0]?.line ?? 0}); both tables were read.`,
      'Merge the two tables into one.',
    );
  }
  items.forEach((item, index) => {
    const first = items.slice(0, index).find((other) => other.number !== null && other.number === item.number);
    if (first) {
      log.info(
        'people/work-item-twice',
        atLine(item.line),
        `SEP-${item.number ?? 0} is already listed in line ${first.line}.`,
        'Keep the line that is still right.',
      );
    }
  });
}

/** Whether two people of a charter are one: by account, or by name where an account is missing. */
export function samePerson(a: GroupPerson, b: GroupPerson): boolean {
  if (a.login !== null && b.login !== null) return loginKey(a.login) === loginKey(b.login);
  return a.name !== null && a.name.toLowerCase() === b.name?.toLowerCase();
}
