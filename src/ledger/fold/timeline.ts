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
  const times = instantKey(a.at) - instantKey(b.at);
  if (times !== 0) return times;
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.index - b.index;
}

const instantKey = (at: string): number => Date.parse(at);

/** The moment of an act. */
export const momentOf = (act: Pick<LineOf<'act'>, 'at' | 'source'>): Moment => ({
  at: act.at,
  source: act.source.id,
  index: act.source.index,
});

/**
 * Sorts a ledger's lines into a timeline. A line for the same source twice (two looks that raced) counts once. An act
 * whose line stands after a decision's opening or closing that lies later in time is late: it is recorded and not
 * counted, because what was published on the strength of that decision must not change behind people's backs.
 */
export function timeline(lines: readonly LineBody[]): Timeline {
  const result: Timeline = {
    opened: null,
    heads: [],
    headsAtClosing: new Map(),
    bounds: [],
    takenOver: null,
    confirmed: [],
    acts: [],
    opens: [],
    closes: [],
    pulls: [],
    muted: [],
    intents: [],
    mades: [],
    notices: [],
    lapses: [],
    nominations: [],
    settled: [],
    lines,
  };
  const seen = new Set<string>();
  let settled: Moment | null = null as Moment | null;
  const later = (moment: Moment): Moment => (settled && compareMoments(settled, moment) > 0 ? settled : moment);
  for (const line of lines) {
    switch (line.kind) {
      case 'opened':
        result.opened ??= line;
        break;
      case 'head-seen':
        result.heads.push(line);
        break;
      case 'bound':
        result.bounds.push(line);
        break;
      case 'taken-over':
        result.takenOver ??= line;
        break;
      case 'confirmed':
        result.confirmed.push(line);
        break;
      case 'intent':
        result.intents.push(line);
        break;
      case 'made':
        result.mades.push(line);
        break;
      case 'pull':
        result.pulls.push(line);
        break;
      case 'muted':
        result.muted.push(line);
        break;
      case 'notice':
        result.notices.push(line);
        break;
      case 'lapses':
        result.lapses.push(line);
        settled = later({ at: line.at, source: END_OF_INSTANT, index: 0 });
        break;
      case 'opens':
        result.opens.push(line);
        settled = later(decisionMoment(line));
        break;
      case 'closes':
        result.closes.push(line);
        if (!result.headsAtClosing.has(line.decision)) result.headsAtClosing.set(line.decision, result.heads.length);
        settled = later(decisionMoment(line));
        break;
      case 'nomination':
        result.nominations.push(line);
        settled = later(decisionMoment(line));
        break;
      case 'settled':
        result.settled.push(line);
        settled = later(decisionMoment(line));
        break;
      case 'contributions':
        // What GitHub knew of somebody is read with their nomination, and orders nothing.
        break;
      case 'act': {
        const key = `${line.source.id}#${line.source.index}`;
        if (seen.has(key)) break;
        seen.add(key);
        result.acts.push({ act: line, late: settled !== null && compareMoments(momentOf(line), settled) < 0 });
      }
    }
  }
  result.acts.sort((a, b) => compareMoments(momentOf(a.act), momentOf(b.act)));
  return result;
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

function momentOfLine(line: LineBody): Moment {
  switch (line.kind) {
    case 'act':
      return momentOf(line);
    case 'opens':
    case 'closes':
    case 'nomination':
    case 'settled':
      return decisionMoment(line);
    case 'opened':
      return { at: line.at, source: '', index: 0 };
    default:
      return { at: line.at, source: END_OF_INSTANT, index: 0 };
  }
}

/** A decision's opening or closing stands at its act where one caused it, else at the end of its instant. */
function decisionMoment(line: LineOf<'opens' | 'closes' | 'nomination' | 'settled'>): Moment {
  const [source, index] = line.cause === null ? [END_OF_INSTANT, 0] : [line.cause.source, line.cause.index];
  return { at: line.at, source, index };
}
