import type { RawRecord } from '../github/queries/snapshot.js';
import { readLedger } from '../ledger/chain.js';
import type { Line } from '../ledger/lines.js';
import { rulesSchema, type Rules } from '../rules/schema.js';
import { hashOf } from '../rules/index.js';
import type { Account } from './facts.js';
import { readPins } from './accounts.js';
import { textOf } from './governing.js';

/** The record branch as a look finds it. */
export interface RecordFacts {
  /** Head commit of the branch; null where there is no branch yet. */
  head: string | null;
  /** The segments of this subject's ledger, in order. */
  segments: { name: string; oid: string; text: string }[];
  lines: Line[];
  pins: Map<string, Account>;
  /** Rules that the record holds, by hash. */
  rulebook: Map<string, Rules>;
}

/** The record does not hold what a ledger holds: nothing is counted from it. */
export class BrokenRecord extends Error {
  override readonly name = 'BrokenRecord';
}

/** Reads what a snapshot brought of the record branch. A ledger that does not follow line for line is not read at all. */
export function readRecord(raw: RawRecord, number: number): RecordFacts {
  if (!raw) return { head: null, segments: [], lines: [], pins: new Map(), rulebook: new Map() };
  const { oid, ledger, people, rulebook } = raw.target;
  const segments = (ledger?.object?.entries ?? [])
    .map(({ name, oid: blob, object }) => ({ name, oid: blob, text: textOf(object, name) ?? '' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const reading = readLedger(segments.map((segment) => segment.text).join(''));
  if (!reading.ok) {
    throw new BrokenRecord(
      `The ledger of #${number} is broken at line ${reading.broken.line}: ${reading.broken.message}`,
    );
  }
  return {
    head: oid,
    segments,
    lines: reading.lines,
    pins: readPins(textOf(people?.object, 'people.json')),
    rulebook: new Map(
      (rulebook?.object?.entries ?? []).flatMap(({ name, object }) => rulesIn(name, textOf(object, name))),
    ),
  };
}

/** Rules of the record under the hash that they really have; a file whose name says otherwise is not taken. */
function rulesIn(name: string, text: string | null): [string, Rules][] {
  const read = rulesSchema.safeParse(text === null ? null : JSON.parse(text));
  if (!read.success) throw new BrokenRecord(`rules/${name} in the record are no rules.`);
  const sha256 = hashOf(read.data);
  if (name !== `${sha256}.json`) throw new BrokenRecord(`rules/${name} in the record are not what their name says.`);
  return [[sha256, read.data]];
}
