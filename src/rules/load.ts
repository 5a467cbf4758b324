import { createHash } from 'node:crypto';
import { contradictions } from './contradictions.js';
import type { Contradiction } from './contradictions/finding.js';
import { isRecord, merged, originOf, readLayers, type Layer } from './layers.js';
import { sayIssue, unknownKey } from './messages.js';
import { SHIPPED, type Packs } from './packs.js';
import { MOST_PROBLEMS, type RulesProblem } from './problem.js';
import { mended } from './mended.js';
import { rulesSchema, type Rules } from './schema.js';
import { find, problemAt, type Path } from './source.js';

export { DEFAULT_PACK } from './layers.js';

/** Where a repository has its own rules. */
export const RULES_FILE = '.github/convenor.yml';

/** Rules as they are in force, with the hash that ledger lines name them by. */
export interface LoadedRules {
  rules: Rules;
  /** SHA-256 (hex) of the canonical JSON of `rules`. */
  sha256: string;
}

/** Either rules, or everything that is wrong with them, all at once. */
export type RulesResult = { ok: true; loaded: LoadedRules } | { ok: false; problems: RulesProblem[] };

/**
 * Reads a repository's rules: its file, laid over the pack that it `extends`. A map is merged key by key, everything
 * else is replaced. Without a file (`text` null) the default pack holds. Every problem is given with its place, in the
 * file where the value stands; nothing is taken from a file that has one. Throws for no text whatever.
 */
export function loadRules(text: string | null, path = RULES_FILE, packs: Packs = SHIPPED): RulesResult {
  const read = readLayers(text ?? '{}\n', path, packs);
  if (!read.ok) return read;
  const { layers, wrong } = read;
  const values = merged(layers);
  const poison = prototypes(layers[0]?.values).map((path) => unknownKey(path));
  const checked = rulesSchema.safeParse(values);
  if (checked.success && poison.length === 0 && wrong.problems.length === 0) {
    const found = contradictions(checked.data);
    if (found.length > 0) return { ok: false, problems: problemsOf(found, layers) };
    return { ok: true, loaded: { rules: checked.data, sha256: hashOf(checked.data) } };
  }
  const issues = checked.error?.issues ?? [];
  const refused = [...poison, ...issues.flatMap((issue) => sayIssue(issue, values))].filter(
    (each) => !touches(each, wrong.unsure),
  );
  const rest = wrong.hasPack ? mended(values, merged(layers.slice(1)), issues) : null;
  const unsure = [...wrong.unsure, ...refused.map((each) => each.path)];
  const contradict = rest === null ? [] : contradictions(rest.rules).map((each) => placedBy(rest.original, each));
  const found = [...refused, ...contradict.filter((each) => !touches(each, unsure))];
  return { ok: false, problems: problemsOf(found, layers, wrong.problems) };
}

/** SHA-256 (hex) over the JSON of rules: keys in the schema's order, those of a record in the order of the file. */
export const hashOf = (rules: Rules): string => createHash('sha256').update(JSON.stringify(rules)).digest('hex');

/** A contradiction in what is left of a file, with the places where the file has it. */
const placedBy = (original: (path: Path) => Path, { path, also = [], ...rest }: Contradiction): Contradiction => ({
  ...rest,
  path: original(path),
  also: also.map(original),
});

/** Whether something wrong stands in what a finding is about: mending the one may end the other. */
const touches = ({ path, also = [] }: Contradiction, wrong: readonly Path[]): boolean =>
  [path, ...also].some((mine) =>
    wrong.some((other) => mine.slice(0, other.length).every((key, at) => key === other[at])),
  );

/** A finding at its place. Of several paths that it is about, the first that the uppermost file speaks of. */
function placed({ code, path, message, also = [] }: Contradiction, layers: Layer[]): RulesProblem {
  const [top] = layers;
  const own = top && [path, ...also].find((each) => find(top.source, each).here);
  const at = own ?? path;
  return problemAt(originOf(at, layers), at, code, message);
}

/** Findings at their places, by line and column; packs come behind the repository's own file. No more than people read. */
function problemsOf(
  found: readonly Contradiction[],
  layers: Layer[],
  others: readonly RulesProblem[] = [],
): RulesProblem[] {
  // Cut before they are placed: looking for a place takes a moment, and a file may be made of nothing but mistakes.
  const room = Math.max(0, MOST_PROBLEMS - others.length);
  const problems = [...others, ...found.slice(0, room).map((said) => placed(said, layers))];
  const top = layers[0]?.source.path;
  const sorted = problems.toSorted(
    (a, b) => Number(a.path !== top) - Number(b.path !== top) || a.line - b.line || a.column - b.column,
  );
  const last = sorted.at(-1);
  if (last === undefined || found.length <= room) return sorted;
  return [...sorted, { ...last, code: 'rules/more', message: 'There are more problems than these: mend these first.' }];
}

/** Paths of keys that would change what every object is; none of them is a key of ours. */
function prototypes(value: unknown, path: Path = [], seen = new Set<unknown>()): Path[] {
  if (!isRecord(value) && !Array.isArray(value)) return [];
  if (seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return key === '__proto__' ? [here] : prototypes(inner, here, seen);
  });
}
