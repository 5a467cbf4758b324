import { sorted } from '../../judge/ballots.js';
import { saidIn } from '../../judge/decision-requirements.js';
import { isBefore } from '../../judge/instants.js';
import { speaksFor } from '../../judge/standing.js';
import type { Ballot, Decision, JudgedAct, SubjectState } from '../../judge/state.js';
import type { Line, LineOf, Who } from '../lines.js';

/** A line of the ledger, to be found again: its number from 0 over all segments, and the SHA-256 of its bytes. */
export interface LineRef {
  seq: number;
  sha256: string;
}

/** Where somebody said something, and when. */
export interface Said {
  by: Who;
  at: string;
  /** Null where a line does not say it. */
  url: string | null;
  /** The head that it was said on; null where none was known. */
  commit: string | null;
  /** Whether the head may have moved between the word and the look that found it. */
  certain: boolean;
  /** The line of the ledger that holds it; null where none of its own does. */
  line: LineRef | null;
}

/** A ballot that was counted. */
export interface CountedBallot extends Said {
  choice: Ballot['choice'];
  /** Empty where none was given. */
  reason: string;
  /** Whether it counts for the quorum, or stands beside it. */
  quorum: boolean;
  /** Conditions that came with it. */
  conditions: { name: string; text: string }[];
}

/** Something that was said in a decision and not counted. */
export interface Uncounted extends Said {
  /** What was said: the command, or what a review was. */
  said: string;
  reason: string;
  /** Why it was not counted, in a sentence. */
  why: string;
}

/** Finds the line of something in a ledger. */
export type FindLine = (about: Line) => LineRef;

/** What was said by an act, and where. */
export const saidBy = (act: LineOf<'act'>, find: FindLine): Said => ({
  by: act.by,
  at: act.at,
  url: act.source.url,
  commit: act.head?.commit ?? null,
  certain: act.head?.certain ?? false,
  line: find(act as Line),
});

/** The ballots that count in a decision, in the order in which they were cast. */
export function countedIn(state: SubjectState, decision: Decision, find: FindLine): CountedBallot[] {
  const body = new Set(decision.electorate.map(({ id }) => id));
  return sorted(decision).counted.map((ballot) => ({
    ...saidOf(ballot, state, find),
    choice: ballot.choice,
    reason: ballot.reason,
    quorum: body.has(ballot.by.id),
    conditions: ballot.demands.map(({ name, text }) => ({ name, text })),
  }));
}

/**
 * Everything that was said in a decision and does not count, each with why: what was refused, what a later word of the
 * same person replaced or took back, whose speaker left the decision, and what was cast on an earlier text.
 */
export function uncountedIn(state: SubjectState, decision: Decision, find: FindLine): Uncounted[] {
  const fallen = new Map(sorted(decision).uncounted.map(({ ballot, why }) => [ballot, why]));
  const standing = new Map(decision.ballots.map((ballot) => [castOf(ballot, state), ballot]));
  return actsWithin(state, decision).flatMap(({ act, outcome }): Uncounted[] => {
    const said = act.command.startsWith('review:') ? act.command : `/${act.command}`;
    const uncounted = (why: string): Uncounted[] => [{ ...saidBy(act, find), said, reason: reasonOf(act), why }];
    if (!outcome.taken) return uncounted(outcome.why.replaceAll('@', ''));
    if (outcome.quiet || !isBallot(act, decision)) return [];
    if (decision.recused.some(({ by }) => isOf(decision, act, by))) return uncounted('They left the decision.');
    const own = standing.get(act);
    const why = own && fallen.get(own);
    if (own) return why === undefined ? [] : uncounted(why);
    const isReplaced = decision.ballots.some(({ by }) => isOf(decision, act, by));
    return uncounted(isReplaced ? 'A later ballot of the same person took its place.' : 'It was taken back.');
  });
}

/** What was said while a decision was open and could be counted in it, in order; one by a review, too. */
const actsWithin = (state: SubjectState, decision: Decision): JudgedAct[] => {
  const commands = new Set(saidIn(state, decision));
  const within = ({ at }: LineOf<'act'>): boolean =>
    !isBefore(at, decision.openedAt) && (decision.closed === null || !isBefore(decision.closed.at, at));
  return state.acts.filter((one) => commands.has(one) || (one.act.command === 'review: approved' && within(one.act)));
};

/** Whether a word that was taken cast a ballot in a decision of this form. */
const isBallot = ({ command }: LineOf<'act'>, { form }: Decision): boolean => {
  switch (form) {
    case 'vote':
      return command === 'review: approved' || /^vote (yes|no|abstain)$/.test(command);
    case 'core':
      return command === 'review: approved' || /^core (accept|accept-with-changes|reject|abstain)$/.test(command);
    case 'core-veto':
    case 'lead-veto':
      return command === 'veto';
    case 'consensus':
    case 'veto-window':
    case 'escalation':
      return false;
  }
};

/** Whether an act is of a voter, by any of their accounts. */
const isOf = ({ voters }: Decision, { by }: LineOf<'act'>, voter: Who): boolean =>
  voters.some((one) => one.id === voter.id && speaksFor(one, by));

/** The line of a word that was taken, by where and when it was said; null where none is. */
export function lineSaid(
  { source, at }: { source: string; at: string },
  { acts }: SubjectState,
  find: FindLine,
  fits: (act: LineOf<'act'>) => boolean = () => true,
): LineRef | null {
  const said = acts.find(({ act, outcome }) => outcome.taken && act.source.id === source && act.at === at && fits(act));
  return said ? find(said.act as Line) : null;
}

/** The act that cast a standing ballot: the last one of its source, since the later of two replaced the earlier. */
const castOf = ({ source, at }: Ballot, { acts }: SubjectState): LineOf<'act'> | null =>
  acts.findLast(({ act, outcome }) => outcome.taken && act.source.id === source && act.at === at)?.act ?? null;

function saidOf(ballot: Ballot, state: SubjectState, find: FindLine): Said {
  const act = castOf(ballot, state);
  const { by, at, url, commit, certain } = ballot;
  return { by, at, url, commit, certain, line: act && find(act as Line) };
}

/** The reason in full, whether it stood behind the command or below it. */
function reasonOf({ command, args, text }: LineOf<'act'>): string {
  const said = args.at(-1) ?? '';
  if (text !== '' && !said.includes(text)) return text;
  return text === '' && command === 'block' ? '' : said;
}
