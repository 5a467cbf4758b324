import { clean } from './terminal.js';

/** Where text goes: a stream of the process, or a test's array. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person reads it on a terminal. */
  readonly isTTY: boolean;
}

/** All that a subcommand may know of the process around it. Files are read from the disk itself (`disk.ts`). */
export interface Io {
  /** The answer; with `--json` nothing but JSON. */
  readonly stdout: Output;
  /** What went wrong with the asking. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; paths that a person gives are meant from here. */
  readonly cwd: string;
  /** `YYYY-MM-DD` in UTC: the day on which terms and roles have to hold. */
  today(): string;
  /** The present instant, in UTC as ISO 8601 with whole seconds. */
  now(): string;
}

/** How a run ends: nothing to mend, something found, or asked in a way that cannot be answered. */
export const EXIT = { fine: 0, findings: 1, wrongUse: 2 } as const;
/** See {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Says one line on stderr: what is wrong, and what to do. Words of the person's own are made safe to show. */
export function complain(io: Io, message: string): void {
  io.stderr.write(`convenor: ${clean(message)}\n`);
}

/** Prints a value for machines, and nothing else. */
export function printJson(io: Io, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value, null, 2).replace(UNSHOWN, escaped)}\n`);
}

/**
 * Control characters that JSON leaves as they are (DEL, C1 with its one-byte escape sequences) and marks that turn the
 * direction of text: files are strangers' work, and their JSON also ends up on terminals.
 */
const UNSHOWN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
