import type { LineOf } from '../ledger/lines.js';
import { whoMay } from '../judge/standing.js';
import type { IssueState, NominationOpening } from '../judge/ladder/state.js';
import type { Need } from '../judge/needs.js';
import type { ActOutcome, Decision, Question, SubjectState } from '../judge/state.js';
import type { RuleId, Rules, Standing } from '../rules/schema.js';
import { quoted } from './quoted.js';
import { wholeText } from './said.js';

/** A decision that an act or a deadline asks to open. Electorate and organisations are pinned by who gathers them. */
export interface Opening {
  form: LineOf<'opens'>['form'];
  group: string | null;
  /** Of a consensus; null where left out. */
  weight?: LineOf<'opens'>['weight'];
  /** Of a vote; null where left out. */
  matter?: LineOf<'opens'>['matter'];
  /**
   * What the lead who opens a consensus declares of the change; null or left out where they declare nothing, and in other
   * forms. What is breaking, or undeclared, is reserved to the core, whatever the group's authority.
   */
  breaking?: LineOf<'opens'>['breaking'];
  /** The last instant that was asked for, where it is later than the rules' own. */
  until?: string;
  /** What the act that opens it has said in it already: a first ballot, what is asked. */
  begins?: (decision: Decision) => Decision;
}

/** What an act does to a proposal: nothing but a refusal, or the next state and perhaps a decision to open. */
export type Effect =
  | { outcome: Extract<ActOutcome, { taken: true }>; state: SubjectState; opens?: Opening }
  | { outcome: Extract<ActOutcome, { taken: false }> };

/** What an act is judged by beside the state: the rules that its line or the decision names, and words for people. */
export interface Ground {
  /** Those that its line names; within a decision that is open, those that this was opened by. */
  rules: Rules;
  /** Titles of groups, for people; the slug where the group is not known. */
  titleOf: (group: string) => string;
  /** What the pull request was when it was said. */
  pull: LineOf<'pull'>['state'];
}

/** A command as read: words after its name, and the text on the lines below. */
export type Reading = { ok: true; args: string[] } | { ok: false; problem: string };

/** A command: syntax, who may use it, help, examples and effect, side by side. */
export interface Command {
  /** As typed, without the slash: `consensus start`. */
  name: string;
  /** Syntax: `<a>` is asked for, `[a]` may be left out, `a|b` is a choice. */
  usage: string;
  /** The rule that says who may, and the standings it gives; `commands` for what only tells something. */
  rule: RuleId | 'commands';
  who(rules: Rules): readonly Standing[];
  /** Who may, in words, where standings alone do not say it. */
  whoInWords?(rules: Rules): string;
  /** One line for the list of commands. */
  summary: string;
  /** One or two paragraphs for `/help <command>`. */
  help: string;
  examples: string[];
  /** Whether the lines below it belong to it, as a reason or an objection; else they are prose. */
  takesText?: true;
  /** Whether its first argument names a Working Group: a look then puts the group's slug in its place. */
  namesGroup?: true;
  /** The number of a merged proposal that its arguments name; null for none. A look then finds out whether it is there. */
  namesMerged?(args: readonly string[]): number | null;
  /** Where its arguments name people, by login without the `@`: a look then finds out who they are. */
  namesPeople?(args: readonly string[]): readonly string[];
  /** Where its arguments name a commit, by its first digits: the act is bound to that head. Null where they name none. */
  namesCommit?(args: readonly string[]): string | null;
  /** What the step that it takes needs, by whatever row of the rules: a look then finds out what of it is there. */
  needs?(args: readonly string[], rules: Rules): readonly Need[];
  /** States of the pull request, beside open, in which it may be written; none where left out. */
  also?: readonly ('closed' | 'merged')[];
  /**
   * Whether it speaks within a decision. While one is open it is judged by the rules that this was opened by: later ones
   * do not touch an open decision (DESIGN.md, Acts, order and time).
   */
  inDecision?: true;
  /** Reads the words after the name and the text below; what cannot be read is said with the mend. */
  read(words: string[], text: string): Reading;
  /** Judges the act against the state just before it. Pure. */
  effect(state: SubjectState, act: LineOf<'act'>, ground: Ground): Effect;
  /** Where it has a place in an issue about the ladder: judges the act there. Pure. */
  onIssue?(state: IssueState, act: LineOf<'act'>, ground: IssueGround): IssueEffect;
  /** Which of its arguments names a group of the charters, from 0: a look at an issue then puts the slug in its place. */
  groupAt?: number;
}

/** What an act in an issue is judged by beside the state. */
export interface IssueGround {
  /** Those that its line names. */
  rules: Rules;
  /** Titles of groups, for people; the slug where the group is not known. */
  titleOf: (group: string) => string;
}

/** What an act does in an issue about the ladder: a refusal, or the next state and perhaps a nomination to open. */
export type IssueEffect =
  | { outcome: Extract<ActOutcome, { taken: true }>; state: IssueState; opens?: NominationOpening }
  | { outcome: Extract<ActOutcome, { taken: false }> };

/** Who may use a command by some rules, in words. */
export const whoMayUse = (command: Command, rules: Rules): string =>
  command.whoInWords?.(rules) ?? whoMay(command.who(rules));

/** What an act does, whether somebody wrote a command or said it by a review alone. */
export type Acting = Pick<Command, 'name' | 'effect' | 'also' | 'inDecision'>;

/** An effect in an issue that takes the act. */
export const takenHere = (says: string, state: IssueState, opens?: NominationOpening): IssueEffect => ({
  outcome: { taken: true, says },
  state,
  ...(opens ? { opens } : {}),
});

/** An effect in an issue that changes nothing and has a question answered. */
export const askedHere = (says: string, state: IssueState, asks: Question): IssueEffect => ({
  outcome: { taken: true, says, asks },
  state,
});

/** An effect that takes the act. */
export const taken = (says: string, state: SubjectState, opens?: Opening): Effect => ({
  outcome: { taken: true, says },
  state,
  ...(opens ? { opens } : {}),
});

/** An effect that changes nothing and has a question answered. */
export const asked = (says: string, state: SubjectState, asks: Question): Effect => ({
  outcome: { taken: true, says, asks },
  state,
});

/** An effect that refuses it: by which rule, why, and what to do instead. */
export const refused = (
  rule: Extract<ActOutcome, { taken: false }>['rule'],
  why: string,
  next: string,
): { outcome: Extract<ActOutcome, { taken: false }> } => ({ outcome: { taken: false, rule, why, next } });

/** A reader for commands that take a reason, on their own line or below. */
export const reasoned =
  (usage: string) =>
  (words: readonly string[], text: string): Reading => {
    const reason = wholeText(words, text);
    return reason === '' ? { ok: false, problem: `needs a reason. Write \`${usage}\`.` } : { ok: true, args: [reason] };
  };

/** A reader for commands that take no words. */
export const noWords =
  (usage: string) =>
  (words: string[]): Reading =>
    words.length === 0
      ? { ok: true, args: [] }
      : {
          ok: false,
          problem: `takes nothing after it, and here stands ${quoted(words.join(' '))}. Write \`${usage}\`.`,
        };
