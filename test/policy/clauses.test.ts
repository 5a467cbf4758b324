import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadRules, PACKS, type RuleId } from '../../src/rules/index.js';
import { decisionRules } from '../../src/rules/schema/decisions.js';
import { groupRules } from '../../src/rules/schema/groups.js';
import { lifecycleRules } from '../../src/rules/schema/lifecycle.js';

/** The cells of every row of a table on the page that has so many. */
function rows(text: string, cells: number): string[][] {
  const all = text.split('\n').filter((line) => line.startsWith('|'));
  return all
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((row) => row.length === cells);
}
const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

const [table = '', untold = ''] = readFileSync('docs/clauses.md', 'utf8').split('\n## Stories\n');
const clauses = rows(table, 4).flatMap(([first, , , rule = '']) =>
  codes(first).map((name) => ({ name, rules: rule.startsWith('none') ? [] : codes(rule) })),
);
const exempt = rows(untold, 2).flatMap(([first, why]) => codes(first).map((rule) => ({ rule, why })));
const CONCERNED = Object.keys({ ...lifecycleRules, ...decisionRules, ...groupRules });

/** The clauses that the stories of a pack name. */
const toldIn = (pack: string): Set<string> =>
  new Set(
    readdirSync(`rules/${pack}/tests`).flatMap((file) => {
      const { stories = [] } = parse(readFileSync(`rules/${pack}/tests/${file}`, 'utf8')) as {
        stories?: { clause?: string | string[] }[];
      };
      return stories.flatMap(({ clause = [] }) => clause);
    }),
  );

/** The clauses that a pack has to tell: those with a rule that it does more with than observe it. */
function toTell(pack: string): string[] {
  const result = loadRules(`extends: ${pack}\n`);
  if (!result.ok) throw new Error(`The pack ${pack} cannot be read.`);
  const { rules } = result.loaded.rules;
  const tells = (rule: string): boolean =>
    CONCERNED.includes(rule) &&
    !exempt.some((one) => one.rule === rule) &&
    (pack === 'mcp' || rules[rule as RuleId].mode !== 'observe');
  return clauses.filter((clause) => clause.rules.some(tells)).map(({ name }) => name);
}

describe('The clauses of the governance', () => {
  it('are found on the page', () => {
    expect(clauses.length).toBeGreaterThan(90);
    expect(toTell('mcp').length).toBeGreaterThan(50);
  });

  it.each([...PACKS])('on decisions, lifecycle and groups have a story each in %s', (pack) => {
    const told = toldIn(pack);
    expect(toTell(pack).filter((clause) => !told.has(clause))).toEqual([]);
  });

  it.each([...PACKS])('are all that the stories of %s name', (pack) => {
    const known = new Set(clauses.map(({ name }) => name));
    expect([...toldIn(pack)].filter((clause) => !known.has(clause))).toEqual([]);
  });

  it('are without a story only where the rule is none of a verdict', () => {
    expect(exempt.length).toBeGreaterThan(0);
    expect(exempt.filter(({ why = '' }) => why === '' || why === 'Nothing yet')).toEqual([]);
    expect(exempt.filter(({ rule }) => !CONCERNED.includes(rule))).toEqual([]);
  });
});
