import type { LineBody, LineOf } from '../lines.js';

/** An act in its place in time, and whether it came in after the moment it belongs to was closed. */
export interface TimedAct {
  act: LineOf<'act'>;
  /** True where a decision had already been opened or closed past this act when its line was written. */
  late: boolean;
}

/** The lines of a ledger by kind; acts in the order of GitHub's time, whatever the order in which looks found them. */
export interface Timeline {
  opened: LineOf<'opened'> | null;
  heads: LineOf<'head-seen'>[];
  /** How many of the heads stand in the ledger before the closing of a decision: the look that wrote it knew no others. */
  headsAtClosing: Map<string, number>;
  bounds: LineOf<'bound'>[];
  takenOver: LineOf<'taken-over'> | null;
  confirmed: LineOf<'confirmed'>[];
  acts: TimedAct[];
  opens: LineOf<'opens'>[];
  closes: LineOf<'closes'>[];
  pulls: LineOf<'pull'>[];
  muted: LineOf<'muted'>[];
  intents: LineOf<'intent'>[];
  mades: LineOf<'made'>[];
  notices: LineOf<'notice'>[];
  lapses: LineOf<'lapses'>[];
  /** Of an issue: what was opened there, and how it ended. */
  nominations: LineOf<'nomination'>[];
  settled: LineOf<'settled'>[];
  /** All of them, in the order in which they were written. */
  lines: readonly LineBody[];
}

/** A moment in a ledger: GitHub's time, then the source's node id, then the place within the source. */
export interface Moment {
  at: string;
  source: string;
  index: number;
}

/** Deadlines come after every act of their instant: an objection at the last second still counts. */
export const END_OF_INSTANT = '\u{10ffff}';

/** The order of the fold: (GitHub's time, node id), then the order of commands within one comment. */
export function compareMoments(a: Moment, b: Moment): number {
  const times = Date.parse(a.at) - Date.parse(b.at);
  if (times !== 0) return times;
  return a.source < b.source ? -1 : a.source > b.source ? 1 : a.index - b.index;
}

/** The moment of an act. */
export const momentOf = (act: Pick<LineOf<'act'>, 'at' | 'source'>): Moment => ({
  at: act.at,
  source: act.source.id,
  index: act.source.index,
});

/** Sorts a ledger's lines into a timeline. */
export function timeline(lines: readonly LineBody[]): Timeline {
  const of = <Kind extends LineBody['kind']>(kind: Kind): LineOf<Kind>[] =>
    lines.filter((line): line is LineOf<Kind> => line.kind === kind);
  return {
    opened: of('opened')[0] ?? null,
    heads: of('head-seen'),
    headsAtClosing: headsAtClosing(lines),
    bounds: of('bound'),
    takenOver: of('taken-over')[0] ?? null,
    confirmed: of('confirmed'),
    acts: actsIn(lines),
    opens: of('opens'),
    closes: of('closes'),
    pulls: of('pull'),
    muted: of('muted'),
    intents: of('intent'),
    mades: of('made'),
    notices: of('notice'),
    lapses: of('lapses'),
    nominations: of('nomination'),
    settled: of('settled'),
    lines,
  };
}

function headsAtClosing(lines: readonly LineBody[]): Map<string, number> {
  const known = new Map<string, number>();
  let heads = 0;
  for (const line of lines) {
    if (line.kind === 'head-seen') heads += 1;
    if (line.kind === 'closes' && !known.has(line.decision)) known.set(line.decision, heads);
  }
  return known;
}

/** What is published on the strength of these must not change behind people's backs. */
const SETTLING: ReadonlySet<LineBody['kind']> = new Set(['opens', 'closes', 'nomination', 'settled', 'lapses']);

/**
 * The acts in the order of time. A line for the same source twice (two looks that raced) counts once. An act whose line
 * stands after a decision's opening or closing that lies later in time is late: it is recorded and not counted.
 */
function actsIn(lines: readonly LineBody[]): TimedAct[] {
  const seen = new Set<string>();
  const acts: TimedAct[] = [];
  let settled: Moment | null = null;
  for (const line of lines) {
    const moment = momentOfLine(line);
    const isPast = settled !== null && compareMoments(moment, settled) < 0;
    if (SETTLING.has(line.kind) && !isPast) settled = moment;
    if (line.kind !== 'act') continue;
    const key = `${line.source.id}#${line.source.index}`;
    if (!seen.has(key)) acts.push({ act: line, late: isPast });
    seen.add(key);
  }
  return acts.sort((a, b) => compareMoments(momentOf(a.act), momentOf(b.act)));
}

/**
 * The new lines of one look in the order of time: so that looks which find the same things, one by one or all at once,
 * write the same ledger. Lines of one moment keep their order, which is that of cause and effect. A head stands before
 * all that the look which first saw it concludes: what was closed without knowing it stands before it.
 */
export const inOrderOfTime = (lines: readonly LineBody[]): LineBody[] =>
  [...lines].sort((a, b) => rankOf(a) - rankOf(b) || compareMoments(momentOfLine(a), momentOfLine(b)));

const rankOf = ({ kind }: LineBody): number =>
  // What was taken over was so before everything that a look found.
  kind === 'opened' || kind === 'taken-over' ? 0 : kind === 'head-seen' ? 1 : 2;

/** A decision's opening or closing stands at its act where one caused it, and what no act caused at the end of its instant. */
function momentOfLine(line: LineBody): Moment {
  if (line.kind === 'act') return momentOf(line);
  const cause = 'cause' in line ? line.cause : null;
  return { at: line.at, source: cause?.source ?? END_OF_INSTANT, index: cause?.index ?? 0 };
}
