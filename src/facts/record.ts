import type { RawRecord } from '../github/queries/snapshot.js';
import { readLedger } from '../ledger/chain.js';
import { AWAY_FILE } from '../ledger/layout.js';
import type { Line } from '../ledger/lines.js';
import { readRules } from '../ledger/rulebook.js';
import type { Rules } from '../rules/schema.js';
import type { Account } from './facts.js';
import type { AwayList } from '../judge/time/absence.js';
import { readAway } from './away.js';
import { readPins } from '../ledger/pins.js';
import { textOf } from './governing.js';

/** The record branch as a look finds it. */
export interface RecordFacts {
  /** Head commit of the branch; null where there is no branch yet. */
  head: string | null;
  /** The segments of this subject's ledger, in order. */
  segments: { name: string; oid: string; text: string }[];
  /** Object id of the tree that holds what the index keeps of every subject; null where there is none yet. */
  index: string | null;
  lines: Line[];
  pins: Map<string, Account>;
  /** Who is away until when. */
  away: AwayList;
  /** Rules that the record holds, by hash. */
  rulebook: Map<string, Rules>;
}

/** The record does not hold what a ledger holds: nothing is counted from it. */
export class BrokenRecord extends Error {
  override readonly name = 'BrokenRecord';
}

/**
 * Reads what a snapshot brought of the record branch. A ledger that does not follow line for line is not read at all.
 * @param begun whether Convenor has spoken on this pull request before, so that there must be a ledger
 */
export function readRecord(raw: RawRecord, number: number, begun: boolean): RecordFacts | BrokenRecord {
  const none = {
    head: null,
    segments: [],
    index: null,
    lines: [],
    pins: new Map(),
    away: new Map(),
    rulebook: new Map(),
  };
  if (!raw) return begun ? gone(number) : none;
  const { oid, ledger, people, away, rulebook, index } = raw.target;
  const segments = (ledger?.object?.entries ?? [])
    .map(({ name, oid: blob, object }) => ({ name, oid: blob, text: textOf(object, name) ?? '' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (begun && segments.length === 0) return gone(number);
  const reading = readLedger(segments.map((segment) => segment.text).join(''));
  if (!reading.ok) {
    const { line, message } = reading.broken;
    return new BrokenRecord(`The ledger of pull request ${number} is broken at line ${line}: ${message}`);
  }
  const rulesByHash = new Map<string, Rules>();
  for (const { name, object } of rulebook?.object?.entries ?? []) {
    const read = readRules(name, textOf(object, name));
    if (!read.ok) return new BrokenRecord(`rules/${name} in the record ${read.why}.`);
    rulesByHash.set(read.sha256, read.rules);
  }
  return {
    head: oid,
    segments,
    index: index?.oid ?? null,
    lines: reading.lines,
    pins: readPins(textOf(people?.object, 'people.json')),
    away: readAway(textOf(away?.object, AWAY_FILE)),
    rulebook: rulesByHash,
  };
}

/** Convenor writes to the ledger before it speaks, so words of its own without a ledger mean that one was lost. */
const gone = (number: number): BrokenRecord =>
  new BrokenRecord(`The ledger of pull request ${number} is gone from the record branch, and there was one.`);
