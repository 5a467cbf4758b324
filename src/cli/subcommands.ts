import type { Subcommand } from './subcommand.js';
import { check } from './subcommands/check.js';
import { commands } from './subcommands/commands.js';
import { lint } from './subcommands/lint.js';
import { newProposal } from './subcommands/new.js';
import { parse } from './subcommands/parse.js';

/** Every subcommand, in the order in which the help lists them. */
export const SUBCOMMANDS: readonly Subcommand[] = [newProposal, lint, parse, check, commands];

/** The subcommand that some words begin with, and what stands behind its name; null where there is none. */
export function findSubcommand(words: readonly string[]): { command: Subcommand; rest: string[] } | null {
  for (const length of [2, 1]) {
    const command = SUBCOMMANDS.find(({ name }) => name === words.slice(0, length).join(' '));
    if (command) return { command, rest: words.slice(length) };
  }
  return null;
}
