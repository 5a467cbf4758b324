import { contradiction, placeWords } from '../problems.js';
import type { DriftCheck } from './types.js';

/**
 * One account under different names. Where the names share a word it is one person, written in two ways; where they
 * share none, one of the places may have given a login in another's name, and so another's votes.
 */
export const namesDiffer: DriftCheck = ({ governance, statements }) =>
  governance.people.flatMap((person) => {
    const names = (statements.get(person) ?? []).filter(({ about }) => about === 'name');
    const [first, ...others] = names;
    if (!first) return [];
    const said = new Set([keyOf(first.says)]);
    return others.flatMap((other) => {
      if (said.has(keyOf(other.says))) return [];
      said.add(keyOf(other.says));
      const another = !shareAWord(first.says, other.says);
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
