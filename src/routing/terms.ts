import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import type { Group } from '../people/index.js';

/** Words of every proposal and every charter: they tell no group from another. */
const EVERYWHERE = new Set(
  (
    'a about across after again against all along also although an and any are as at be because been before being ' +
    'between both but by can cannot could did do does each either else even every few for from further get gets give ' +
    'given has have having here how however if in into is it its itself just least less like made make makes many may ' +
    'might more most much must need needs no nor not now of off on once one only onto or other others our out over own ' +
    'per rather re same second see several shall should since so some still such take than that the their them then ' +
    'there these they this those three through thus to today together too two under until up upon us use used uses ' +
    'using very via was way we well were what when where whether which while who whose why will with within without ' +
    'would yet you your ' +
    'add added adding adds allow allowed allows apply approach based case cases change changes client clients common ' +
    'complete current currently define defined defines defining different document documents enable enables example ' +
    'existing explicit following general http https include includes including introduce introduces io mcp model ' +
    'modelcontextprotocol context new optional part possible proposal proposals propose proposed proposes protocol ' +
    'provide provided provides require required requires result resulting section sep seps server servers set spec ' +
    'specific specification specifications standard standardized support supported supports system text type types ' +
    'valid value values version work'
  ).split(' '),
);

/** The words of a text, in lower case and stemmed, with `camelCase` cut; without those that stand everywhere. */
export const wordsOf = (text: string): string[] => split(text).flatMap((word) => stem(word) ?? []);

/** Every word of a text, in lower case and stemmed, in its order: numbers and those that stand everywhere, too. */
export const everyWordOf = (text: string): string[] => split(text.toLowerCase()).map(stemmer);

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
  // The order in which documents are added shows in the last digits of their scores.
  index.addAll(groups.map(charterOf).sort((a, b) => (a.slug < b.slug ? -1 : 1)));
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
        shared: telling(index, queryTerms, weights).map((term) => written.get(term) ?? term),
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

/** Terms by what they tell: how much the text is about them, and how few charters have them. */
function telling(index: MiniSearch<Charter>, terms: readonly string[], weights: ReadonlyMap<string, number>): string[] {
  const tells = (term: string): number => {
    const spread = index.search(term, { tokenize: (text) => [text], processTerm: (each) => each }).length;
    return Math.sqrt(weights.get(term) ?? 1) * Math.log(1 + index.documentCount / Math.max(1, spread));
  };
  return [...new Set(terms)]
    .map((term) => ({ term, tells: tells(term) }))
    .sort((a, b) => b.tells - a.tells || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term);
}
