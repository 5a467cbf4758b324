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
import { notOurs } from './record-maker.js';
import type { RecordSeen } from './record-seen.js';

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

/** What a reader of the record knows beside it. */
export interface RecordReading {
  branch: string;
  number: number;
  /** Whether Convenor has spoken on this pull request before, so that there must be a ledger. */
  begun: boolean;
  /** How far the record was seen before. */
  seen: RecordSeen;
  /** The instant at which the look begins. */
  now: string;
}

/**
 * Reads what a snapshot brought of the record branch. What is not the app's own work, has lost something that was there, or
 * does not follow line for line, is not read at all.
 * @throws {RecordBehind} where GitHub's answer may only be behind
 */
export function readRecord(
  { repository, viewer }: { repository: { record: RawRecord } | null; viewer: { login: string } },
  { branch, number, begun, seen, now }: RecordReading,
): RecordFacts | BrokenRecord {
  const raw = repository?.record ?? null;
  const none = {
    head: null,
    segments: [],
    index: null,
    lines: [],
    pins: new Map(),
    away: new Map(),
    rulebook: new Map(),
  };
  if (!raw && !begun && seen.hasLostBranch(branch, now)) {
    return new BrokenRecord(`The branch ${branch} is gone, and there was one. No new one is begun in its place.`);
  }
  if (!raw) return begun ? gone(number) : none;
  const foreign = notOurs(raw.target, viewer.login);
  if (foreign !== null) return new BrokenRecord(foreign);
  const { oid, ledger, people, away, rulebook, index } = raw.target;
  const segments = (ledger?.object?.entries ?? [])
    .map(({ name, oid: blob, object }) => ({ name, oid: blob, text: textOf(object, name) ?? '' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (begun && segments.length === 0) return gone(number);
  const text = segments.map((segment) => segment.text).join('');
  if (seen.hasLostLines(branch, number, text, now)) {
    return new BrokenRecord(`The ledger of pull request ${number} does not hold any more what it held.`);
  }
  const reading = readLedger(text);
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
