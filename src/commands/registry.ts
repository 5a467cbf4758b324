import { block } from './block.js';
import type { Command } from './command.js';
import { consensusStart } from './consensus-start.js';
import { coreAbstain, coreAccept, coreReject } from './core-ballot.js';
import { sepAdopt } from './sep-adopt.js';
import { sepRoute } from './sep-route.js';
import { sepSponsor } from './sep-sponsor.js';
import { sepStatus } from './sep-status.js';
import { unblock } from './unblock.js';
import { veto } from './veto.js';

/** Every command of Convenor, in the order in which a proposal meets them. */
export const COMMANDS: readonly Command[] = [
  sepAdopt,
  sepRoute,
  sepSponsor,
  sepStatus,
  consensusStart,
  block,
  unblock,
  veto,
  coreAccept,
  coreReject,
  coreAbstain,
];

/** The command of a name, or null. */
export const commandNamed = (name: string): Command | null => COMMANDS.find((command) => command.name === name) ?? null;

/** The first words that Convenor answers to; every other `/word` belongs to somebody else. */
export const OWN_WORDS: ReadonlySet<string> = new Set(COMMANDS.map((command) => command.name.split(' ')[0] ?? ''));
