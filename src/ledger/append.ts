import type { Account, RepositoryRef } from '../facts/facts.js';
import { writeAway } from '../facts/away.js';
import type { RecordFacts } from '../facts/record.js';
import type { GitHubClient } from '../github/clients.js';
import { isStale, SWAPS } from '../github/stale.js';
import { withWords, type AwayWord } from '../judge/time/absence.js';
import { chain, sha256 } from './chain.js';
import type { Line, LineBody } from './lines.js';
import { AWAY_FILE, ledgerFolder, PEOPLE_FILE, rulesFile, SEGMENT_BYTES, segmentName } from './layout.js';
import { writePins } from './pins.js';
import { sealOf, type Seal } from './seal.js';
import { ensureRecord, headOfRecord, type RecordHead } from '../github/record-branch.js';

/** Somebody else wrote what this look stands on since it was read: the look has to be begun again. */
export class LedgerMoved extends Error {
  override readonly name = 'LedgerMoved';
}

/** What goes into one commit of the record. */
export interface Append {
  client: GitHubClient;
  repository: RepositoryRef;
  branch: string;
  number: number;
  lines: readonly LineBody[];
  record: RecordFacts;
  pins: ReadonlyMap<string, Account>;
  /** What people said on this subject of being away. */
  away: readonly AwayWord[];
  /** The day of the look, `YYYY-MM-DD` in UTC. */
  today: string;
  /** The rules in force, as text, by hash. */
  rules: { sha256: string; text: string };
  /** What the ledger is about. */
  about: 'pull request' | 'issue';
  /** What the dashboard needs of this subject, by the path of its file; null where nothing of it is on a dashboard. */
  index: { path: string; text: string } | null;
}

const COMMIT = /* GraphQL */ `
  mutation Append($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit {
        oid
      }
    }
  }
`;

/**
 * Appends lines to a subject's ledger: one commit that swaps the branch's head against the one that was read. Where
 * another subject won the swap, the same lines go on top of it; where this one's ledger itself has moved, the look is
 * begun again, since its lines may not follow any more.
 * @returns the ledger's text, whole
 */
export async function append(request: Append): Promise<string> {
  const { client, repository, branch, number, record } = request;
  const added = linesToAdd(request);
  const folder = ledgerFolder(number);
  let on: Pick<RecordHead, 'head' | 'pins' | 'away'> =
    record.head === null
      ? stillOurs(request, await ensureRecord(client, repository, branch, folder))
      : { head: record.head, pins: record.pins, away: record.away };
  for (let attempt = 1; ; attempt++) {
    try {
      await client.graphql(COMMIT, {
        input: {
          branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: branch },
          expectedHeadOid: on.head,
          // No `#`, no `@`, no address: the record's commits must not link to or notify anybody.
          message: {
            headline: `Record ${request.lines.length} lines for ${request.about} ${request.number}`,
          },
          fileChanges: { additions: filesOf(request, added, on) },
        },
      });
      return [...record.segments.map(({ text }) => text), ...added].join('');
    } catch (error) {
      if (!isStale(error) || attempt === SWAPS) throw error;
      on = stillOurs(request, await headOfRecord(client, repository, branch, folder));
    }
  }
}

/**
 * The record as it is now, after making sure that this subject's ledger is still the one that the lines follow, and
 * that nobody whom this look saw first was seen by another look as somebody else.
 */
function stillOurs({ number, record, pins }: Append, now: RecordHead): RecordHead {
  const before = record.segments.map(({ name, oid }) => `${name} ${oid}`).join('\n');
  const after = now.segments.map(({ name, oid }) => `${name} ${oid}`).join('\n');
  if (before !== after) throw new LedgerMoved(`The ledger of pull request ${number} has moved.`);
  for (const [login, { id }] of pins) {
    const theirs = now.pins.get(login);
    if (theirs && theirs.id !== id && !record.pins.has(login)) {
      throw new LedgerMoved(`The login ${login} was pinned to another account meanwhile.`);
    }
  }
  return now;
}

/** A ledger's last line as text; null where it has none. */
const lastLineOf = ({ segments }: Pick<RecordFacts, 'segments'>): string | null =>
  segments.at(-1)?.text.trimEnd().split('\n').at(-1) || null;

/** The new lines, each bound to the one before. */
export const linesToAdd = ({ record, lines }: Pick<Append, 'record' | 'lines'>): string[] =>
  chain(lines, lastLineOf(record)).map((line) => `${line}\n`);

/** The seal of a ledger with the lines that come to it. */
export function sealWith({ record, lines }: Pick<Append, 'record' | 'lines'>): Seal {
  const added = linesToAdd({ record, lines }).map((line) => line.trimEnd());
  const last = added.at(-1) ?? lastLineOf(record);
  const all = [...record.lines, ...added.map((line) => JSON.parse(line) as Line)];
  return sealOf(all, last === null ? null : sha256(last));
}

/**
 * The files of the commit: the segment that grows, and what the record does not hold yet.
 * @param held what the branch shares among subjects now: a first sight is never written over, and the latest word of
 *   somebody who is away counts
 */
function filesOf(
  request: Append,
  added: readonly string[],
  held: Pick<RecordHead, 'pins' | 'away'>,
): { path: string; contents: string }[] {
  const { record, number, pins, rules, index } = request;
  const files = segmentsWith(record.segments, added).map(({ name, text }) => ({
    path: `${ledgerFolder(number)}/${name}`,
    text,
  }));
  if (index !== null) files.push(index);
  if (!record.rulebook.has(rules.sha256)) files.push({ path: rulesFile(rules.sha256), text: rules.text });
  const pinned = new Map([...pins, ...held.pins]);
  if (pinned.size > held.pins.size) files.push({ path: PEOPLE_FILE, text: writePins(pinned) });
  const away = writeAway(withWords(held.away, request.away, request.today));
  if (away !== writeAway(withWords(held.away, [], request.today))) files.push({ path: AWAY_FILE, text: away });
  return files.map((file) => ({ path: file.path, contents: Buffer.from(file.text).toString('base64') }));
}

/** A ledger's segment, by its name in the ledger's folder. */
interface Segment {
  name: string;
  text: string;
}

/**
 * The segments that change when lines are added: the last one as long as there is room in it, then new ones. Whoever
 * writes much at once begins a new one: a segment that GitHub cuts could never be read again.
 */
export function segmentsWith(segments: readonly Segment[], lines: readonly string[]): Segment[] {
  const changed: Segment[] = [];
  let count = segments.length;
  let last = segments.at(-1) ?? null;
  for (const line of lines) {
    if (last === null || (last.text !== '' && Buffer.byteLength(last.text) + Buffer.byteLength(line) > SEGMENT_BYTES)) {
      last = { name: segmentName(++count), text: '' };
    }
    last = { name: last.name, text: last.text + line };
    const index = changed.findIndex(({ name }) => name === last?.name);
    if (index === -1) changed.push(last);
    else changed[index] = last;
  }
  return changed;
}
