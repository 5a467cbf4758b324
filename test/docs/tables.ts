import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { COMMANDS } from '../../src/commands/registry.js';
import { whoMayUse } from '../../src/commands/command.js';
import type { Rules } from '../../src/rules/schema.js';

/** Every command with its syntax, who may use it by these rules, and what it does. */
export const commandTable = (rules: Rules): string =>
  table(
    ['Command', 'Who', 'What it does'],
    COMMANDS.map((command) => [`\`${command.usage}\``, whoMayUse(command, rules), command.summary]),
  );

/** Every rule with its sentence, its clause and its mode. */
export const ruleTable = (rules: Rules): string =>
  table(
    ['Rule', 'What it says', 'Where it comes from', 'Mode'],
    Object.entries(rules.rules).map(([id, rule]) => [`\`${id}\``, rule.says, rule.clause, `\`${rule.mode}\``]),
  );

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;

/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row).join('\n');

/**
 * A Markdown file with a table of ours between `<!-- name -->` and `<!-- /name -->`, as it is and as it should be.
 * With `UPDATE_DOCS` in the environment the file is written as it should be first.
 */
export async function withTable(file: string, name: string, text: string): Promise<{ is: string; shouldBe: string }> {
  const is = readFileSync(file, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, between] = is.split(start);
  const after = between?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for the table "${name}".`);
  const config = await resolveConfig(file);
  const shouldBe = await format(`${before}${start}\n\n${text}\n\n${end}${after}`, { ...config, parser: 'markdown' });
  if (process.env['UPDATE_DOCS'] === undefined) return { is, shouldBe };
  writeFileSync(file, shouldBe);
  return { is: shouldBe, shouldBe };
}
