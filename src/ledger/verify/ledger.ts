import { replay, type Replay } from '../../judge/replay.js';
import type { LadderPlay } from '../../judge/ladder/fold.js';
import { isIssueLedger, replayIssue } from '../../judge/ladder/replay.js';
import type { Rules } from '../../rules/schema.js';
import { readLedger, sha256 } from '../chain.js';
import { ledgerFolder, segmentName } from '../layout.js';
import type { Line, LineBody } from '../lines.js';
import { finding, type Finding } from './finding.js';

/** A ledger's segment as text, by its name in the folder. */
export interface SegmentText {
  name: string;
  text: string;
}

/** What came of checking one ledger. */
export interface LedgerCheck {
  number: number;
  /** Empty where the chain does not hold: nothing is read from such a ledger. */
  lines: Line[];
  /** SHA-256 of the last line, to cite the ledger as it stands by; null where there is none. */
  last: string | null;
  /** Its fold; null where it could not be played, and for an issue's. */
  replay: Replay | null;
  /** Of an issue, its fold; null for a pull request's, and where it could not be played. */
  issue: LadderPlay | null;
  /** In the order of its lines. */
  findings: Finding[];
}

/**
 * Checks a ledger by itself: that each line has its form and follows from the one before, that the ledger is about its own
 * pull request, and that its acts come, by the rules that they name, to the very openings and closings that it holds.
 * @param segments in the order of their names
 * @param rulebook the rules that lines name by their hash
 */
export function checkLedger(
  number: number,
  segments: readonly SegmentText[],
  rulebook: ReadonlyMap<string, Rules>,
): LedgerCheck {
  const place = placesIn(number, segments);
  const gap = segments.findIndex(({ name }, index) => name !== segmentName(index + 1));
  const missing = segments[gap];
  if (missing) {
    const message = `Here ${segmentName(gap + 1)} should stand: segments are numbered without gaps, and nothing else lies beside them.`;
    const path = `${ledgerFolder(number)}/${missing.name}`;
    return broken(number, finding('ledger/folder', message, { ledger: number, path }));
  }
  const reading = readLedger(segments.map(({ text }) => text).join(''));
  if (!reading.ok) {
    const { line, message } = reading.broken;
    return broken(number, finding('ledger/broken', message, { ledger: number, ...place(line - 1) }));
  }
  const { lines } = reading;
  const text = segments.findLast((segment) => segment.text !== '')?.text ?? '';
  const last = text === '' ? null : sha256(text.slice(0, -1).split('\n').at(-1) ?? '');
  const own = aboutItself(number, lines, place);
  if (isIssueLedger(lines)) return checkIssue({ number, lines, last, own, place }, rulebook);
  const played = playable(() => replay(lines, rulebook));
  if (typeof played === 'string') {
    const cannot = finding('ledger/decision', `It cannot be played: ${played}`, { ledger: number, ...place(0) });
    return { number, lines, last, replay: null, issue: null, findings: [...own, cannot] };
  }
  const findings = [...own, ...doubted(number, lines, played, place), ...unwritten(number, lines, played, place)];
  return { number, lines, last, replay: played, issue: null, findings };
}

interface IssueLedger {
  number: number;
  lines: Line[];
  last: string | null;
  own: Finding[];
  place: PlaceOf;
}

/** The same for an issue's ledger, in which somebody is nominated. */
function checkIssue(
  { number, lines, last, own, place }: IssueLedger,
  rulebook: ReadonlyMap<string, Rules>,
): LedgerCheck {
  const played = playable(() => replayIssue(lines, rulebook));
  if (typeof played === 'string') {
    const cannot = finding('ledger/decision', `It cannot be played: ${played}`, { ledger: number, ...place(0) });
    return { number, lines, last, replay: null, issue: null, findings: [...own, cannot] };
  }
  const doubts = doubted(number, lines, played, place);
  const cut = unwritten(number, lines, played, place);
  return { number, lines, last, replay: null, issue: played, findings: [...own, ...doubts, ...cut] };
}

/** Where a line stands, by its index over all segments. */
type PlaceOf = (index: number) => Pick<Finding, 'path' | 'line'>;

function placesIn(number: number, segments: readonly SegmentText[]): PlaceOf {
  const ends: number[] = [];
  let total = 0;
  for (const { text } of segments) ends.push((total += text.split('\n').length - 1));
  return (index) => {
    const found = ends.findIndex((end) => index < end);
    const segment = found === -1 ? segments.length - 1 : found;
    const name = segments[segment]?.name ?? segmentName(1);
    return { path: `${ledgerFolder(number)}/${name}`, line: index - (ends[segment - 1] ?? 0) + 1 };
  };
}

const broken = (number: number, one: Finding): LedgerCheck => ({
  number,
  lines: [],
  last: null,
  replay: null,
  issue: null,
  findings: [one],
});

const TAKEN_OVER_LATE =
  'What was there before is taken over by the very first look, right after the first line, or never.';

/** A ledger begins with whose it is, says so once, and lies in the folder of that number. */
function aboutItself(number: number, lines: readonly Line[], place: PlaceOf): Finding[] {
  return lines.flatMap((line, index) => {
    const at = { ledger: number, ...place(index) };
    if ((line.kind === 'opened') !== (index === 0)) {
      const message =
        index === 0 ? 'A ledger begins with whose it is, and this one does not.' : 'A ledger begins only once.';
      return [finding('ledger/subject', message, at)];
    }
    if (line.kind === 'taken-over' && index !== 1) return [finding('ledger/subject', TAKEN_OVER_LATE, at)];
    if (line.kind !== 'opened' || line.subject.number === number) return [];
    const message = `This ledger is that of #${line.subject.number}, and lies in the folder of #${number}.`;
    return [finding('ledger/subject', message, at)];
  });
}

/** The fold, or why there is none: whoever mends the hashes of lines may still leave what no clock and no rule knows. */
function playable<Played>(play: () => Played): Played | string {
  try {
    return play();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function doubted(
  number: number,
  lines: readonly LineBody[],
  { doubts }: Pick<Replay, 'doubts'>,
  place: PlaceOf,
): Finding[] {
  return doubts
    .map(({ says, about }) => ({ says, index: lines.indexOf(about) }))
    .sort((a, b) => a.index - b.index)
    .map(({ says, index }) => finding('ledger/decision', says, { ledger: number, ...place(index) }));
}

/** What the acts come to and no line says. Convenor writes both in one commit, so something was cut off behind the act. */
function unwritten(
  number: number,
  lines: readonly Line[],
  { emitted }: Pick<Replay, 'emitted'>,
  place: PlaceOf,
): Finding[] {
  return emitted.flatMap((line) => {
    const what = whatBegins(line);
    if (what === null || !('cause' in line)) return [];
    const { cause } = line;
    const act = lines.findIndex(
      (one) => one.kind === 'act' && one.source.id === cause?.source && one.source.index === cause.index,
    );
    const message = `From this line on ${what}, and no line behind it says so: something was cut off.`;
    const index = act === -1 ? lines.length - 1 : act;
    return [finding('ledger/cut', message, { ledger: number, ...place(index) })];
  });
}

/** What an opening or an ending that is missing would say; null for other lines. */
function whatBegins(line: LineBody): string | null {
  switch (line.kind) {
    case 'opens':
      return `${line.decision} opens (${line.form})`;
    case 'closes':
      return `${line.decision} ends (${line.outcome})`;
    case 'nomination':
      return `a nomination opens (${line.to})`;
    case 'settled':
      return `the nomination ends (${line.outcome})`;
    default:
      return null;
  }
}
