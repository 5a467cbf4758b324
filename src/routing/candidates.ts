import { groupBySlug } from '../people/index.js';
import { canBind, titleOf } from './binding.js';
import { evidenceFor } from './evidence.js';
import { abstractOf } from './matter.js';
import { rankByTerms } from './terms.js';
import type { Binding, Candidate, Ground, Matter } from './types.js';

/** What the best match by words counts, where other evidence adds to it. */
const BY_WORDS = 0.6;
/** A group whose words fit less than this share of the best is not named. */
const LEAST_SHARE = 0.2;
const MOST = 8;
const MOST_WORDS = 6;
/** What a claim is worth; only what binds is more. */
const CLAIM = 0.95;
const BELOW_CLAIM = 0.9;

/** The groups that may be the right one, best first: what binds, what the proposal claims, and what suggests itself. */
export function candidatesFor(
  matter: Matter,
  ground: Ground,
  bindings: readonly Binding[],
  claims: readonly string[],
): Candidate[] {
  const found = new Map<string, { score: number; reasons: { weight: number; says: string }[] }>();
  const add = (group: string, weight: number, says: string): void => {
    const one = found.get(group) ?? { score: 0, reasons: [] };
    one.score += weight;
    one.reasons.push({ weight, says });
    found.set(group, one);
  };
  const { title, extensionIdentifier } = matter.proposal;
  const ranked = rankByTerms(
    ground.governance.groups.filter(({ status }) => status !== 'retired'),
    [
      { text: title ?? '', weight: 3 },
      { text: extensionIdentifier ?? '', weight: 3 },
      { text: abstractOf(matter), weight: 1 },
    ],
  );
  const best = ranked[0]?.score ?? 0;
  for (const { group, score, shared } of ranked) {
    const share = best > 0 ? score / best : 0;
    if (share < LEAST_SHARE) continue;
    const words = shared.slice(0, MOST_WORDS).join(', ');
    add(group, BY_WORDS * share, `Its charter speaks of ${words}.`);
  }
  for (const { group, weight, says } of evidenceFor(matter, ground)) add(group, weight, says);
  const capped = [...found].map(([group, { score, reasons }]) => ({
    group,
    score: Math.min(score, BELOW_CLAIM),
    reasons,
  }));
  for (const claim of claims) lift(capped, claim, CLAIM, `Its preamble names the ${titleOf(ground, claim)}.`);
  for (const { group, says } of bindings) lift(capped, group, 1, says);
  return capped
    .map(({ group, score, reasons }): Candidate => ({
      group,
      score: rounded(score),
      reasons: said(group, reasons, ground),
    }))
    .sort((a, b) => b.score - a.score || (a.group < b.group ? -1 : 1))
    .slice(0, MOST);
}

interface Weighed {
  group: string;
  score: number;
  reasons: { weight: number; says: string }[];
}

function lift(all: Weighed[], group: string, score: number, says: string): void {
  let one = all.find((each) => each.group === group);
  if (!one) {
    one = { group, score, reasons: [] };
    all.push(one);
  }
  one.score = score;
  one.reasons.push({ weight: score, says });
}

function said(slug: string, reasons: Weighed['reasons'], ground: Ground): string[] {
  const group = groupBySlug(ground.governance, slug);
  const sentences = [...reasons].sort((a, b) => b.weight - a.weight).map(({ says }) => says);
  if (!group || canBind(group, ground)) return sentences;
  const why =
    group.status === 'active'
      ? 'An Interest Group can recommend, and is not responsible for a proposal.'
      : 'The group is still forming, and is not responsible for a proposal yet.';
  return [...sentences, why];
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
