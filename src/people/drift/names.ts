import { contradiction, placeWords } from '../problems.js';
import type { Statement } from '../statements.js';
import type { Problem } from '../types.js';
import type { DriftCheck } from './types.js';

/**
 * One account under different names. Where the names share a word it is one person, written in two ways; where they
 * share none, one of the places may have given a login in another's name, and so another's votes. Where the roster has
 * a part in it, by its name or by joining two logins, that is an error at its logins: what it says holds.
 */
export const namesDiffer: DriftCheck = ({ governance, statements, sources: { roster } }) =>
  governance.people.flatMap((person) => {
    const names = (statements.get(person) ?? []).filter(({ about }) => about === 'name');
    const [first, ...others] = names;
    if (!first) return [];
    const logins = statements.get(person)?.find(({ about }) => about === 'login') ?? null;
    const joins = person.logins.length > 1 || first.path === roster?.source;
    const said = new Set([keyOf(first.says)]);
    return others.flatMap((other) => {
      if (said.has(keyOf(other.says))) return [];
      said.add(keyOf(other.says));
      const another = !shareAWord(first.says, other.says);
      if (another && logins && joins) return [inTheRoster(logins, first, other)];
      return [
        contradiction(
          another ? 'people/login-in-anothers-name' : 'people/name-differs',
          another ? 'warning' : 'info',
          other,
          [{ path: first.path, line: first.line }],
          `@${person.login} is ${other.says} here, and ${first.says} in ${placeWords(first)}.`,
          another
            ? 'If these are two people, one of the places has the wrong login: correct it.'
            : 'Write the name in one way.',
        ),
      ];
    });
  });

const inTheRoster = (logins: Statement, first: Statement, other: Statement): Problem =>
  contradiction(
    'people/login-in-anothers-name',
    'error',
    logins,
    [first, other].map(({ path, line }) => ({ path, line })),
    `This entry makes one person of ${logins.says}: ${first.says} in ${placeWords(first)}, and ${other.says} in ${placeWords(other)}.`,
    'If these are two people, take the login out here; if they are one, write one name in both places.',
  );

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Names without accents, case, punctuation and what stands in brackets. */
const keyOf = (name: string): string => wordsOf(name).join(' ');

const shareAWord = (a: string, b: string): boolean => {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
};
