import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import type { Group } from '../people/index.js';

/** Words of every proposal and every charter: they tell no group from another. */
const EVERYWHERE = new Set(
  (
    'a an and any are as at be been between but by can could do does each for from has have how if in into is it its ' +
    'may more must no not of on or other our over should so such than that the their them then there these they this ' +
    'those through to under used using via was we were what when where whether which while who will with without ' +
    'would you your ' +
    'add adds allow allows across based both current currently define defines defining enable enables existing ' +
    'introduce introduces mcp model context new only proposal proposals propose proposes protocol provide provides ' +
    'sep seps spec specification specifications standard support supports use uses client clients server servers'
  ).split(' '),
);

/** The words of a text, in lower case and stemmed, with `camelCase` cut; without those that stand everywhere. */
export const wordsOf = (text: string): string[] => split(text).flatMap((word) => stem(word) ?? []);

const split = (text: string): string[] =>
  text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

function stem(word: string): string | null {
  const lower = word.toLowerCase();
  return lower.length < 2 || EVERYWHERE.has(lower) || /^\d+$/.test(lower) ? null : stemmer(lower);
}

/** A group whose charter shares words with a text. */
export interface TermMatch {
  group: string;
  /** Comparable within one ranking only. */
  score: number;
  /** The shared words as the text has them, those that tell most first. */
  shared: string[];
}

/** A part of a text, and how much a word in it counts. */
export interface Part {
  text: string;
  weight: number;
}

const FIELDS = ['title', 'mission', 'scope', 'items'] as const;
type Charter = Record<(typeof FIELDS)[number] | 'slug', string>;

/**
 * Ranks groups by the words that a text shares with their charters: name, mission, scope and work items, the parts out
 * of scope left aside. Method: BM25+ over the charters as documents, as `minisearch` has it (Lv and Zhai, "Lower-bounding
 * term frequency normalization", CIKM 2011); a word that stands more often in the text counts by its square root.
 * @returns best first; equal scores in the order of slugs
 */
export function rankByTerms(groups: readonly Group[], parts: readonly Part[]): TermMatch[] {
  const index = new MiniSearch<Charter>({ idField: 'slug', fields: [...FIELDS], tokenize: split, processTerm: stem });
  index.addAll(groups.map(charterOf));
  const weights = new Map<string, number>();
  const written = new Map<string, string>();
  for (const { text, weight } of parts) {
    for (const word of split(text)) {
      const term = stem(word);
      if (term === null) continue;
      weights.set(term, (weights.get(term) ?? 0) + weight);
      if (!written.has(term)) written.set(term, word.toLowerCase());
    }
  }
  const found = index.search([...weights.keys()].join(' '), {
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    boost: { title: 3, scope: 1.5, items: 1.5 },
    boostTerm: (term) => Math.sqrt(weights.get(term) ?? 1),
  });
  return (
    found
      // The library multiplies by the number of words found, which would favour the longest charter.
      .map(({ id, score, queryTerms }) => ({
        group: String(id),
        score: score / queryTerms.length,
        shared: telling(index, queryTerms).map((term) => written.get(term) ?? term),
      }))
      .sort((a, b) => b.score - a.score || (a.group < b.group ? -1 : 1))
  );
}

const charterOf = ({ slug, title, mission, scope, workItems }: Group): Charter => ({
  slug,
  title,
  mission: mission ?? '',
  scope: scope.in.map(({ text }) => text).join('\n'),
  items: workItems.map((item) => item.title).join('\n'),
});

/** Terms by how few charters have them. */
function telling(index: MiniSearch<Charter>, terms: readonly string[]): string[] {
  const spread = (term: string): number =>
    index.search(term, { tokenize: (text) => [text], processTerm: (each) => each }).length;
  return [...terms]
    .map((term) => ({ term, spread: spread(term) }))
    .sort((a, b) => a.spread - b.spread || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term);
}
