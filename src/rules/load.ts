import { createHash } from 'node:crypto';
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { isPack, packSource, PACKS } from './packs.js';
import type { RulesProblem } from './problem.js';
import { rulesSchema, type Rules } from './schema.js';

/** Rules as they are in force, with the hash that ledger lines name them by. */
export interface LoadedRules {
  rules: Rules;
  /** SHA-256 (hex) of the canonical JSON of `rules`. */
  sha256: string;
}

/** Either rules, or everything that is wrong with them, all at once. */
export type RulesResult = { ok: true; loaded: LoadedRules } | { ok: false; problems: RulesProblem[] };

interface Source {
  path: string;
  text: string;
  lines: LineCounter;
  document: Document;
}

/** The pack that governs a repository without a rules file of its own. */
export const DEFAULT_PACK = 'mcp';

/**
 * Reads a repository's rules: its file, laid over the pack that it `extends`. A map is merged key by key, everything
 * else is replaced. Without a file (`text` null) the {@link DEFAULT_PACK} holds. Every problem is given with its place,
 * in the file where the value stands; nothing is taken from a file that has one.
 */
export function loadRules(text: string | null, path = '.github/convenor.yml'): RulesResult {
  const own = text === null ? null : parse(text, path);
  const problems = own ? syntaxProblems(own) : [];
  if (problems.length > 0) return { ok: false, problems };

  const overrides: unknown = own ? own.document.toJS({ maxAliasCount: 50 }) : {};
  if (own && !isRecord(overrides)) {
    return { ok: false, problems: [problem(own, [], 'rules/shape', 'A rules file is a map of keys and values.')] };
  }
  const { extends: base = DEFAULT_PACK, ...rest } = (overrides ?? {}) as Record<string, unknown>;
  if (typeof base !== 'string' || !isPack(base)) {
    const message = `There is no rule pack ${JSON.stringify(base)}: the packs are ${PACKS.join(' and ')}.`;
    return { ok: false, problems: own ? [problem(own, ['extends'], 'rules/unknown-pack', message)] : [] };
  }
  const packFile = packSource(base);
  const pack = parse(packFile.source, packFile.path);
  const merged = merge(pack.document.toJS(), rest);
  const checked = rulesSchema.safeParse(merged);
  if (!checked.success) {
    const found = checked.error.issues.flatMap((issue) => {
      const where = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
      const source = own && stands(own, where) ? own : pack;
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) =>
          problem(
            own && stands(own, [...where, key]) ? own : pack,
            [...where, key],
            'rules/unknown-key',
            `There is no key \`${key}\` here.`,
          ),
        );
      }
      return [problem(source, where, `rules/${issue.code}`, issue.message)];
    });
    return { ok: false, problems: found };
  }
  return { ok: true, loaded: { rules: checked.data, sha256: hashOf(checked.data) } };
}

/** SHA-256 (hex) over the canonical JSON (keys in the schema's order) of rules. */
export const hashOf = (rules: Rules): string => createHash('sha256').update(JSON.stringify(rules)).digest('hex');

function parse(text: string, path: string): Source {
  const lines = new LineCounter();
  return { path, text, lines, document: parseDocument(text, { lineCounter: lines, uniqueKeys: true }) };
}

function syntaxProblems(source: Source): RulesProblem[] {
  return source.document.errors.map((error) => {
    const { line, col } = source.lines.linePos(error.pos[0]);
    return place(source, line, col, 'rules/yaml', error.message.split('\n')[0] ?? error.message);
  });
}

/** Whether a path of keys stands in this source itself, or comes from the pack below it. */
const stands = (source: Source, path: (string | number)[]): boolean => source.document.hasIn(path);

function problem(source: Source, path: (string | number)[], code: string, message: string): RulesProblem {
  const { line, col } = source.lines.linePos(offsetOf(source.document, path));
  const where = path.length > 0 ? `\`${path.join('.')}\`: ` : '';
  return place(source, line || 1, col || 1, code, where + message);
}

const place = (source: Source, line: number, column: number, code: string, message: string): RulesProblem => ({
  code,
  path: source.path,
  line,
  column,
  message,
  excerpt: source.text.split('\n')[line - 1] ?? '',
});

/** The offset of the key at the end of a path, or of the nearest node above it that exists. */
function offsetOf(document: Document, path: (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isNode(item.key) && String(item.key) === String(last));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) result[key] = key in base ? merge(base[key], value) : value;
  return result;
}
