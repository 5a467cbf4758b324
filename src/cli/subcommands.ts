import type { Family, Subcommand } from './subcommand.js';
import { agenda } from './subcommands/agenda.js';
import { check } from './subcommands/check.js';
import { commands } from './subcommands/commands.js';
import { dashboard } from './subcommands/dashboard.js';
import { delegation } from './subcommands/delegation.js';
import { explain } from './subcommands/explain.js';
import { exportMinutes } from './subcommands/export.js';
import { groups } from './subcommands/groups.js';
import { importPast } from './subcommands/import.js';
import { init } from './subcommands/init.js';
import { ladder } from './subcommands/ladder.js';
import { lint } from './subcommands/lint.js';
import { newProposal } from './subcommands/new.js';
import { parse } from './subcommands/parse.js';
import { people } from './subcommands/people.js';
import { route } from './subcommands/route.js';
import { rules } from './subcommands/rules.js';
import { verify } from './subcommands/verify.js';
import { test } from './subcommands/test.js';

/** What the help lists, in its order: subcommands, and families of them. A new one is a line here and a file of its own. */
export const ENTRIES: readonly (Subcommand | Family)[] = [
  init,
  newProposal,
  lint,
  parse,
  check,
  route,
  delegation,
  verify,
  explain,
  exportMinutes,
  agenda,
  dashboard,
  rules,
  test,
  people,
  groups,
  ladder,
  importPast,
  commands,
];

/** Whether an entry is a family of subcommands. */
export const isFamily = (entry: Subcommand | Family): entry is Family => 'members' in entry;

/** Every subcommand, those of families among them. */
export const SUBCOMMANDS: readonly Subcommand[] = ENTRIES.flatMap((entry) => (isFamily(entry) ? entry.members : entry));

/** The subcommand that some words begin with, and what stands behind its name; null where there is none. */
export function findSubcommand(words: readonly string[]): { command: Subcommand; rest: string[] } | null {
  for (const length of [2, 1]) {
    const command = SUBCOMMANDS.find(({ name }) => name === words.slice(0, length).join(' '));
    if (command) return { command, rest: words.slice(length) };
  }
  return null;
}

/** The family of a word, such as `rules`; null where there is none. */
export const findFamily = (word: string): Family | null =>
  ENTRIES.filter(isFamily).find(({ name }) => name === word) ?? null;
