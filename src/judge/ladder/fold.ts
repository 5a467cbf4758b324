import type { IssueEffect } from '../../commands/command.js';
import { isByNominee, memberOf } from '../../commands/nomination-here.js';
import { commandNamed } from '../../commands/registry.js';
import type { TimedAct, Timeline } from '../../ledger/fold/timeline.js';
import { isWordless, type LineBody, type LineOf } from '../../ledger/lines.js';
import type { Rules } from '../../rules/schema.js';
import { isBefore } from '../instants.js';
import { pausesIn, postponed, restsSince, type Pause } from '../pauses.js';
import { answered } from './answer.js';
import { askedOf, deadlineBy, isReturn } from './asked.js';
import type { Asked, IssueState, Nomination, NominationOpening } from './state.js';
import { approvedBecause, sponsorsOf } from './weigh.js';

/** What a nomination's opening pins, beside the act that caused it. */
export type NominationPins = Omit<LineOf<'nomination'>, 'kind' | 'at' | 'cause'>;

/** What an issue's ledger is played in. */
export interface LadderSetting {
  /** Deadlines up to this instant have fallen; those that are written have fallen in any case. */
  until: string;
  /** Rules that lines name by their hash. */
  rulebook: ReadonlyMap<string, Rules>;
  /** What an opening pins, where no line says it yet. */
  pin(opening: NominationOpening, act: LineOf<'act'>): NominationPins;
  titleOf(group: string): string;
}

/** What came of playing an issue's ledger. */
export interface LadderPlay {
  state: IssueState;
  /** Openings and endings that follow from it and are not written yet. */
  emitted: LineBody[];
  /** Acts that wait for a deadline before them to fall. */
  waiting: LineOf<'act'>[];
  /** Why it cannot be trusted, each with the line that it is about. */
  doubts: { says: string; about: LineBody }[];
}

/**
 * Plays an issue's ledger from its first act to the present: each act meets the state just before it, and a deadline falls
 * in its place. Pure: the same ledger and setting give the same play.
 */
export function playLadder(line: Timeline, setting: LadderSetting): LadderPlay {
  const run = new LadderRun(line, setting);
  for (const [index, timed] of line.acts.entries()) {
    run.deadline(timed.act);
    if (run.isPastDeadline(timed.act)) {
      run.waiting.push(...line.acts.slice(index).map(({ act }) => act));
      break;
    }
    run.judge(timed);
  }
  run.deadline(null);
  run.doubtOrphans();
  const { state, emitted, waiting, doubts } = run;
  return { state, emitted, waiting, doubts };
}

class LadderRun {
  state: IssueState = { nomination: null, acts: [], steps: [] };
  readonly emitted: LineBody[] = [];
  readonly waiting: LineOf<'act'>[] = [];
  readonly doubts: LadderPlay['doubts'] = [];
  private readonly pauses: readonly Pause[];
  /** Since when the issue is closed or locked with no end of it; null where everybody can speak. */
  private readonly restsSince: string | null;
  /** Whether the deadline of the nomination has fallen in this play. */
  private hasFallen = false;
  private readonly matched = new Set<LineBody>();

  constructor(
    private readonly line: Timeline,
    private readonly setting: LadderSetting,
  ) {
    this.pauses = pausesIn(line.pulls, line.muted);
    this.restsSince = restsSince(line.pulls, line.muted);
  }

  /** The deadline of what is open, as long as it is still to come; null where there is none. */
  private get coming(): (Pick<Nomination, 'matter' | 'rests'> & { deadline: string }) | null {
    const { nomination } = this.state;
    if (!nomination || nomination.closed || nomination.deadline === null || this.hasFallen) return null;
    return { matter: nomination.matter, rests: nomination.rests, deadline: nomination.deadline };
  }

  /** Lets the deadline fall where it lies before an act (or before the present, for null) and may. */
  deadline(before: LineOf<'act'> | null): void {
    const { coming } = this;
    // What is put off until nobody knows when is behind every word so far.
    if (!coming || coming.rests) return;
    const { matter, deadline } = coming;
    const isWritten = this.line.settled.some(({ at }) => !isBefore(at, deadline));
    if (!isWritten && isBefore(this.setting.until, deadline)) return;
    // What is said at its instant comes before it: an objection at the last second still counts.
    if (before && !isBefore(deadline, before.at)) return;
    this.hasFallen = true;
    if (this.settle(deadline, null)) return;
    this.note(
      deadline,
      matter === 'inactive' ? 'No answer came in time.' : 'The days for everybody to speak are over.',
      null,
    );
  }

  /** Whether an act came after a deadline that may not fall yet. */
  isPastDeadline(act: LineOf<'act'>): boolean {
    const { coming } = this;
    return coming !== null && !coming.rests && isBefore(coming.deadline, act.at);
  }

  judge({ act, late }: TimedAct): void {
    const effect = late ? TOO_LATE : this.effectOf(act);
    this.state = { ...this.state, acts: [...this.state.acts, { act, outcome: effect.outcome }] };
    // A question changes nothing, and neither does what is refused.
    if (!('state' in effect) || effect.outcome.asks) return;
    this.state = { ...this.state, nomination: effect.state.nomination };
    this.note(act.at, effect.outcome.says, act.source.url);
    const cause = { source: act.source.id, index: act.source.index };
    if (effect.opens) this.open(effect.opens, act, cause);
    const closed = this.state.nomination?.closed;
    if (closed) this.ended(closed, cause);
    else this.settle(act.at, cause);
  }

  private effectOf(act: LineOf<'act'>): IssueEffect {
    if (act.problem !== null) {
      return {
        outcome: {
          taken: false,
          rule: 'commands',
          why: act.problem,
          next: 'Write it in a new comment: edits run nothing.',
        },
      };
    }
    if (isWordless(act.source)) return answered(this.state, act);
    const command = commandNamed(act.command);
    if (!command?.onIssue) return NOT_HERE;
    const rules = this.setting.rulebook.get(act.rules.sha256);
    if (!rules) {
      this.doubts.push({ says: 'The record does not hold the rules that this act names.', about: act });
      return NOT_HERE;
    }
    return command.onIssue(this.state, act, { rules, titleOf: (group) => this.setting.titleOf(group) });
  }

  private open(opening: NominationOpening, act: LineOf<'act'>, cause: LineOf<'nomination'>['cause']): void {
    const written = this.line.nominations.find(
      (one) => one.cause.source === cause.source && one.cause.index === cause.index,
    );
    const line = written ?? {
      kind: 'nomination' as const,
      at: act.at,
      ...this.setting.pin(opening, act),
      cause,
    };
    const rules = this.setting.rulebook.get(line.rules.sha256);
    if (!rules) {
      this.doubts.push({ says: 'The record does not hold the rules that it was opened by.', about: line });
      return;
    }
    if (written) this.matched.add(written);
    else this.emitted.push(line);
    const isSame =
      (line.matter === opening.matter || (line.matter === 'return' && opening.matter === 'advance')) &&
      line.to === opening.to &&
      line.group === opening.group &&
      [line.nominee.id, ...line.nominee.also].includes(opening.nominee.id) &&
      line.at === act.at;
    if (!isSame) {
      this.doubts.push({ says: 'It opened for something else than the word that caused it says.', about: line });
      return;
    }
    const step = askedOf(line, rules);
    // Whoever reads the record without the files of that time pins nothing for an opening that is not written.
    const wrong = written ? notGiven(written, opening, step) : null;
    if (wrong !== null) {
      this.doubts.push({ says: wrong, about: line });
      return;
    }
    const { matter, nominee, standing, to, group, body } = line;
    const deadline = line.deadline && postponed(line.at, line.deadline, this.pauses);
    const rests = deadline !== null && this.restsSince !== null && isBefore(this.restsSince, deadline);
    const nomination: Nomination = {
      ...{ matter, nominee, standing, to, group, body, rules, deadline, rests },
      step,
      ...{ by: act.by, url: act.source.url, reason: act.text, openedAt: line.at },
      ...{ endorsements: [], objections: [], approvals: [], closed: null },
    };
    this.state = { ...this.state, nomination: withOpener(nomination, act) };
  }

  /** Ends it where enough has come together and the days for everybody to speak are over; tells whether it has. */
  private settle(at: string, cause: LineOf<'settled'>['cause']): boolean {
    const { nomination } = this.state;
    if (!nomination || this.coming) return false;
    const why = approvedBecause(nomination);
    if (why === null) return false;
    const sponsors = sponsorsOf(nomination).map(({ by: { id, login, also, organization } }) => ({
      ...{ id, login, also, organization },
    }));
    const closed = { at, outcome: 'approved' as const, why, sponsors };
    this.state = { ...this.state, nomination: { ...nomination, closed } };
    this.note(at, `It is approved. ${why}`, null);
    this.ended(closed, cause);
    return true;
  }

  /** Holds an ending against the line that says it, or has one written. */
  private ended(closed: NonNullable<Nomination['closed']>, cause: LineOf<'settled'>['cause']): void {
    const [written] = this.line.settled;
    if (!written) {
      this.emitted.push({ kind: 'settled', ...closed, cause });
      return;
    }
    this.matched.add(written);
    const isSame =
      written.at === closed.at &&
      written.outcome === closed.outcome &&
      written.cause?.source === cause?.source &&
      written.cause?.index === cause?.index &&
      JSON.stringify(written.sponsors) === JSON.stringify(closed.sponsors);
    if (!isSame) this.doubts.push({ says: 'It ended otherwise than what was said comes to.', about: written });
  }

  /** Openings and endings that no word and no deadline gives. */
  doubtOrphans(): void {
    for (const line of [...this.line.nominations, ...this.line.settled]) {
      if (!this.matched.has(line)) this.doubts.push({ says: 'Nothing that was said gives this line.', about: line });
    }
  }

  private note(at: string, says: string, url: string | null): void {
    this.state = { ...this.state, steps: [...this.state.steps, { at, says, url }] };
  }
}

/** What an opening says and neither its rules nor where the nominee stood give; null where they give all of it. */
function notGiven(line: LineOf<'nomination'>, { matter }: NominationOpening, asked: Asked): string | null {
  if ((line.matter === 'return') !== isReturn(matter, line.to, line.standing)) {
    return 'Whether it is a return does not follow from where the nominee stood.';
  }
  return line.deadline === deadlineBy(line.at, asked)
    ? null
    : 'It gives everybody another time to speak than the rules that it names.';
}

/** Who nominates somebody else sponsors them by it. */
function withOpener(nomination: Nomination, act: LineOf<'act'>): Nomination {
  const own = memberOf(nomination, act);
  if (isByNominee(nomination, act) || !own || nomination.step.support.length === 0) return nomination;
  return { ...nomination, endorsements: [{ by: own, at: act.at, url: act.source.url }] };
}

const NOT_HERE: IssueEffect = {
  outcome: {
    taken: false,
    rule: 'commands',
    why: 'This command is for the pull requests of proposals, and this is an issue.',
    next: 'Write it on the pull request; `/help` lists the commands.',
  },
};

const TOO_LATE: IssueEffect = {
  outcome: {
    taken: false,
    rule: 'time',
    why: 'It turned up after the matter had been settled, and what was published does not change any more.',
    next: 'It is part of the record. Open another issue, if it changes something.',
  },
};
