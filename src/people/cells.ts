import type { ListItem } from 'mdast';
import { cellOf, keyOf, linksOf, loginsIn, ownWords, wordsOf, type Row } from './document.js';
import { loginKey, profileLogin, readLogin } from './logins.js';
import type { ProblemLog } from './problems.js';
import type { GroupLevel, GroupPerson } from './types.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A charter's words for participation, and what they mean. "Facilitator" is what Interest Groups call their leads. */
const LEVELS = new Map<string, GroupLevel>([
  ['lead', 'lead'],
  ['colead', 'lead'],
  ['wglead', 'lead'],
  ['iglead', 'lead'],
  ['facilitator', 'lead'],
  ['cofacilitator', 'lead'],
  ['igfacilitator', 'lead'],
  ['member', 'member'],
  ['wgmember', 'member'],
  ['igmember', 'member'],
  ['participant', 'participant'],
  ['observer', 'observer'],
]);

/** What a charter's word for a level means; null for a word that is none. */
export const levelOf = (text: string): GroupLevel | null => LEVELS.get(keyOf(text)) ?? null;

/** A person from a row of a leadership or membership table; null where the row names nobody. */
export function personOfRow(row: Row, log: ProblemLog): GroupPerson | null {
  const nameCell = cellOf(row, 'name', 'person', 'who');
  const accountCell = cellOf(row, 'github', 'githubhandle', 'githubusername', 'githublogin', 'handle', 'login');
  const name = wordsOf(nameCell);
  const account = wordsOf(accountCell);
  if (name === null && account === null) return null;
  const term = wordsOf(cellOf(row, 'term'));
  const termEnds = term === null ? null : lastDayOf(term);
  if (term !== null && termEnds === null && /\b(?:ends?|ending|until|till|through|expires?)\b/i.test(term)) {
    log.warning(
      'people/term-unreadable',
      cellOf(row, 'term')?.position?.start,
      `"${term}" names no day that exists, so nobody will be told when the term ends.`,
      'Write the last day as `2027-03-31`.',
    );
  }
  return {
    login:
      accountCell && account !== null ? accountOf(accountCell, account) : ((nameCell && loginsIn(nameCell)[0]) ?? null),
    name,
    organization: wordsOf(cellOf(row, 'organization', 'organisation', 'affiliation', 'company', 'employer', 'org')),
    term,
    termEnds,
    since: null,
    path: log.path,
    line: row.line,
  };

  function accountOf(cell: NonNullable<typeof accountCell>, text: string): string | null {
    const link = linksOf(cell).find(({ url }) => profileLogin(url) !== null);
    const linked = link ? profileLogin(link.url) : null;
    const written = link ? (link.text.startsWith('@') ? readLogin(link.text) : null) : null;
    if (linked !== null && written !== null && loginKey(linked) !== loginKey(written)) {
      log.error(
        'people/login-mismatch',
        cell.position?.start,
        `This row shows @${written} and links the account of @${linked}: nobody can tell whom it means.`,
        'Make the text and the link name the same account.',
      );
      return null;
    }
    const login = linked ?? loginsIn(cell)[0] ?? readLogin(text);
    if (login === null) {
      log.warning(
        'people/login-unreadable',
        cell.position?.start,
        `\`${text}\` is no GitHub login.`,
        'Write it as `[@login](https://github.com/login)`.',
      );
    }
    return login;
  }
}

/** A person from an item of a list: `Ann Lee ([@ann](https://github.com/ann)), Example Inc`; null without an account. */
export function personOfItem(item: ListItem, path: string): GroupPerson | null {
  const login = loginsIn(item)[0];
  if (login === undefined) return null;
  const link = linksOf(item).find(({ url }) => profileLogin(url) !== null);
  const name =
    link && !link.text.startsWith('@')
      ? link.text
      : ownWords(item)
          .split(/[(,@–—]| - /)[0]
          ?.replace(/^.*:/, '')
          .trim();
  return {
    login,
    name: name === undefined || name === '' ? null : name,
    organization: null,
    term: null,
    termEnds: null,
    since: null,
    path,
    line: item.position?.start.line ?? 1,
  };
}

/** The last day that a term names, `YYYY-MM-DD`: `6 months (ends Aug 14, 2026)`, `until 2026-08-14`. */
export function lastDayOf(term: string): string | null {
  const iso = [...term.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)].at(-1);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = [...term.matchAll(/\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/gi)].at(-1);
  if (american) return day(Number(american[3]), monthOf(american[1]), Number(american[2]));
  const european = [...term.matchAll(/\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/gi)].at(-1);
  return european ? day(Number(european[3]), monthOf(european[2]), Number(european[1])) : null;
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase()) + 1;

function day(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = month > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? date.toISOString().slice(0, 10) : null;
}
