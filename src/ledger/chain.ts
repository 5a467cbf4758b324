import { createHash } from 'node:crypto';
import { lineSchema, type Line, type LineBody } from './lines.js';

/** SHA-256 (hex) of a text's UTF-8 bytes. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Why a ledger cannot be taken as it stands. Nothing is counted from one that is broken. */
export interface BrokenLedger {
  /** Line number from 1 over all segments. */
  line: number;
  message: string;
}

/** A ledger as read: its lines, or the first line that does not follow. */
export type LedgerReading = { ok: true; lines: Line[] } | { ok: false; broken: BrokenLedger };

/**
 * Puts bodies at the end of a ledger: numbers them, and binds each to the bytes of the line before.
 * @param last the ledger's last line as text, or null for an empty ledger
 */
export function chain(bodies: readonly LineBody[], last: string | null): string[] {
  let before = last;
  let seq = last === null ? 0 : (JSON.parse(last) as Line).seq + 1;
  return bodies.map((body) => {
    const text = JSON.stringify({ v: 1, seq: seq++, ...body, prev: before === null ? null : sha256(before) });
    before = text;
    return text;
  });
}

/** Reads a ledger's text (its segments in order, joined) and checks each line's form and its bond to the one before. */
export function readLedger(text: string): LedgerReading {
  if (text === '') return { ok: true, lines: [] };
  if (!text.endsWith('\n')) return broken(text.split('\n').length, 'The last line is cut off.');
  const lines: Line[] = [];
  let before: string | null = null;
  for (const [index, raw] of text.slice(0, -1).split('\n').entries()) {
    const value = parse(raw);
    if (value === undefined) return broken(index + 1, 'This line is not JSON.');
    const read = lineSchema.safeParse(value);
    if (!read.success) return broken(index + 1, `This line is not of the ledger's form: ${firstIssue(read.error)}`);
    if (read.data.seq !== index)
      return broken(index + 1, `This line says it is number ${read.data.seq}, not ${index}.`);
    if (read.data.prev !== (before === null ? null : sha256(before))) {
      return broken(index + 1, 'This line does not hold the hash of the line before it.');
    }
    lines.push(read.data);
    before = raw;
  }
  return { ok: true, lines };
}

const broken = (line: number, message: string): LedgerReading => ({ ok: false, broken: { line, message } });

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

const firstIssue = (error: { issues: { path: PropertyKey[]; message: string }[] }): string =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)[0] ?? 'unknown';
