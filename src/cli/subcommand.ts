import type { parseArgs } from 'node:util';
import type { ExitCode, Io } from './io.js';

/** An option of a subcommand: what `parseArgs` of node:util reads, and what it does in words. */
export interface Option {
  type: 'boolean' | 'string';
  /** One letter. */
  short?: string;
  multiple?: boolean;
  /** The value's name in the help, for options that take one: `DIR`. */
  value?: string;
  says: string;
}

/** Options by their long name, without dashes. */
export type Options = Readonly<Record<string, Option>>;

type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'];

/** A subcommand: its words, options and effect side by side; help and documentation are made from them. */
export interface Subcommand<O extends Options = Options> {
  /** As typed: `parse`, or two words as in `rules check`. */
  name: string;
  /** Everything behind `convenor`: `parse [--json] FILE...`. */
  usage: string;
  /** One line for the list of subcommands. */
  summary: string;
  /** Paragraphs for `convenor help NAME`: what it prints, and what its exit status means. Plain sentences. */
  help: string[];
  /** Command lines with what they are for. */
  examples: { line: string; says: string }[];
  options: O;
  /** What stands behind the options: how many at least and at most, and what it is, for messages. */
  operands: { min: number; max: number; noun: string };
  /** Does it. What the person did wrong is said and ends in `EXIT.wrongUse`; a throw is a mistake of ours. */
  run(given: { values: Parsed<O>; operands: string[] }, io: Io): Promise<ExitCode>;
}

/** Declares a subcommand, so that `run` sees the types of its own options. */
export const subcommand = <const O extends Options>(declared: Subcommand<O>): Subcommand => declared;

/**
 * Subcommands that share their first word, such as `rules check` and `rules diff`. The word alone shows what there is.
 */
export interface Family {
  /** The shared first word. */
  name: string;
  /** One line for the list of subcommands. */
  summary: string;
  /** Each of them has a name of two words, and the first is the family's. In the order in which the help lists them. */
  members: readonly Subcommand[];
}

/** The option of every subcommand that has something for machines. */
export const JSON_OPTION = { type: 'boolean', says: 'Print JSON for machines, and nothing else.' } as const;
