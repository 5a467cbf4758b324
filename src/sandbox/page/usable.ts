import { parseCommands } from '../../commands/parse.js';
import type { Command } from '../../commands/command.js';
import { COMMANDS, LADDER } from '../../commands/registry.js';
import type { Account, Facts, Said } from '../../facts/facts.js';
import { openDecision, standingBlocks, type SubjectState } from '../../judge/state.js';
import { outcomeOf, stateNow } from '../../judge/trial.js';
import { coreBody, isMeant, loginKey } from '../../people/index.js';
import type { Line } from '../../ledger/lines.js';

/** A command with what would come of it, were it written now. */
export interface Usable {
  command: Command;
  /** What to write, as an example of it that fits here. */
  example: string;
  /** Null where it would be taken; else why it would not. */
  refused: string | null;
}

/** Who may not write the first two of them may not write the rest. */
const MOST_EXAMPLES = 2;

/** Where the trial of a command stands in the ledger that never is. */
const TRIAL = 'trial';

/**
 * Every command of a proposal with what would come of it, if this person wrote it now: each is judged as it would be,
 * with an example of it, and the record stays as it is.
 * @param facts of the last look
 * @param ledger as it is now, with what that look has written
 */
export function usableCommands(facts: Facts, ledger: readonly Line[], by: Account, now: string): Usable[] {
  const present = { ...facts, now, ledger, governing: withSpeaker(facts.governing, by) };
  const state = stateNow(present);
  return COMMANDS.filter((command) => !LADDER.includes(command)).map((command): Usable => {
    let first: Usable | null = null;
    for (const example of examplesOf(command, state, facts).slice(0, MOST_EXAMPLES)) {
      const usable = { command, example, refused: tried(present, by, example) };
      if (usable.refused === null) return usable;
      first ??= usable;
    }
    return first ?? { command, example: command.usage, refused: 'It has no example.' };
  });
}

/** Who speaks is known by that, as in a look: not everybody's account is looked up before it is needed. */
function withSpeaker(governing: Facts['governing'], by: Account): Facts['governing'] {
  const login = loginKey(by.login);
  const known = governing.accounts.has(login) || !isMeant(governing.governance, login, by.id);
  return known ? governing : { ...governing, accounts: new Map([...governing.accounts, [login, by]]) };
}

/** Why an example would not be taken; null where it would. */
function tried(facts: Facts, by: Account, example: string): string | null {
  const [read] = parseCommands(example, facts.governing.rules.commands);
  if (!read) return 'It cannot be read.';
  if (read.problem !== null) return `It ${read.problem}`;
  const source: Said['source'] = { kind: 'comment', id: TRIAL, url: '', index: 0, sha256: '0'.repeat(64) };
  const said: Said = { ...read, at: facts.now, by, source, commit: null };
  const outcome = outcomeOf(facts, said);
  if (!outcome) return 'It would wait for a deadline that is about to pass.';
  return outcome.taken ? null : `${outcome.why} ${outcome.next}`;
}

/** Examples of a command with names that there are here: of a group, a person, a block that stands, an open condition. */
function examplesOf({ name, examples }: Command, state: SubjectState, { governing }: Facts): string[] {
  const { groups } = governing.governance;
  const open = openDecision(state);
  const [block] = open ? standingBlocks(open) : [];
  const condition = state.conditions.find(({ confirmed }) => confirmed === null);
  const [core] = coreBody(governing.governance);
  const named = (name.startsWith('condition') ? condition?.name : name.includes('block') ? block?.slug : null) ?? null;
  const group = groups.find(({ kind }) => kind === 'working-group')?.slug ?? null;
  return examples.map((example) =>
    example
      .replace(/\berror-codes\b/, (word) => (name === 'block' ? word : (named ?? word)))
      .replace('file-uploads', (word) => group ?? word)
      .replace(/@(octocat|saraobi|linokafor)\b/, (word) => (core ? `@${core.login}` : word)),
  );
}
