import { accepting } from './acceptance-text.js';
import type { Timeline, TimedAct } from '../ledger/fold/timeline.js';
import type { LineBody, LineOf } from '../ledger/lines.js';
import type { Effect, Opening } from '../commands/command.js';
import { shut } from '../commands/permission.js';
import { textOf } from '../commands/said.js';
import type { Rules } from '../rules/schema.js';
import { driftOf } from './drift.js';
import { formOf, type Ending } from './forms/index.js';
import { isBefore, plusDays } from './instants.js';
import { noticeFor, spellOf, WARNING } from './time/dormancy.js';
import { confirmedBy, confirms } from './listed.js';
import { moving } from './moves.js';
import { blocksLeft, decisionFrom, difference, openingLine, type Pins, type Place } from './opening.js';
import { pausesIn, postponed, restsSince, type Pause } from './pauses.js';
import { boundAt, withGroup } from './responsible.js';
import { beginning, begins } from './taken-over.js';
import { commandOf } from './unread.js';
import {
  nothing,
  openDecision,
  type ActOutcome,
  type Decision,
  type JudgedAct,
  type Step,
  type SubjectState,
} from './state.js';

export type { Pins };

/** What the fold needs beside the ledger. All of it is facts, gathered before. */
export interface Setting {
  /** Deadlines up to this instant may close: the instant of the look less the time that late acts have to turn up. */
  until: string;
  /** The rules that lines name by their hash. */
  rulebook: ReadonlyMap<string, Rules>;
  /** The electorate and authority for a decision that opens in this look. */
  pin(opening: Opening, state: SubjectState, at: string): Pins;
  /** The rules in force, by which a notice is given; null where none may be. */
  inForce: { rules: Rules; named: LineOf<'notice'>['rules'] } | null;
  titleOf: (group: string) => string;
}

/** The fold of a ledger, with the openings and closings that follow from it and are not written yet. */
export interface Play {
  state: SubjectState;
  emitted: LineBody[];
  /** Acts after a deadline that may not close yet: recorded, and judged once it has. */
  waiting: LineOf<'act'>[];
  /** Where a written opening or closing is not what its acts come to. Nothing is decided from such a ledger. */
  doubts: Doubt[];
}

/** Something in a ledger that does not follow from the rest of it. */
export interface Doubt {
  says: string;
  /** The line that does not follow: one of those that were played. */
  about: LineBody;
}

/**
 * Plays a ledger from its first act to the present. Each act meets the state just before it; deadlines that lie between
 * two acts fall in their place. Pure: the same ledger and setting give the same play, in whatever order looks wrote it.
 */
export function play(line: Timeline, setting: Setting): Play {
  const run = new Run(line, setting);
  for (const [index, timed] of line.acts.entries()) {
    run.deadlines(timed.act);
    if (run.isPastOpenDeadline(timed.act)) {
      run.waiting.push(...line.acts.slice(index).map((rest) => rest.act));
      break;
    }
    run.judge(timed);
  }
  run.deadlines(null);
  run.readAt(null);
  run.bind(null);
  run.confirm(null);
  run.notice();
  run.doubtOrphans();
  const { state, emitted, waiting, doubts } = run;
  return {
    state: { ...state, head: run.headAt(null), lapsesAt: run.lapsesOn()?.at ?? null },
    emitted,
    waiting,
    doubts,
  };
}

class Run {
  state: SubjectState;
  readonly emitted: LineBody[] = [];
  readonly waiting: LineOf<'act'>[] = [];
  readonly doubts: Doubt[] = [];
  /** What every state of this run holds as its `acts` and `steps`: they only grow, so that long ledgers take linear time. */
  private readonly acts: JudgedAct[] = [];
  private readonly steps: Step[] = [];
  private readonly pauses: readonly Pause[];
  /** Since when nothing falls that was to come by then; null where deadlines run. */
  private readonly restsSince: string | null;
  /** When it came to rest for want of one. */
  private readonly lapsed: string[] = [];
  /** How many of the bound lines have been told as steps. */
  private boundSteps = 0;

  constructor(
    private readonly line: Timeline,
    private readonly setting: Setting,
  ) {
    const { opened, heads, pulls, muted, takenOver } = line;
    this.pauses = pausesIn(pulls, muted);
    this.restsSince = restsSince(pulls, muted);
    this.state = {
      ...nothing,
      ...beginning(takenOver),
      ...(opened && {
        number: opened.subject.number,
        author: opened.by,
        openedAt: opened.at,
        continues: opened.continues ?? null,
        since: opened.at,
      }),
      ...namedUpTo(heads, null),
      acts: this.acts,
      steps: this.steps,
    };
    const { continues } = this.state;
    const goesOn = continues?.problem === null ? ` It goes on with #${continues.pull}.` : '';
    if (opened) this.note(opened.at, opened.by, `The proposal was opened.${goesOn}`, null);
    if (takenOver) this.note(takenOver.at, null, begins(takenOver), null);
    // The first look takes over what was there before, and no later one.
    if (takenOver && line.lines[1] !== takenOver) this.doubt(takenOver, 'It was taken over after the first look.');
  }

  /** Lets deadlines fall that lie before an act (or before the present, for null) and may close. */
  deadlines(before: LineOf<'act'> | null): void {
    for (let open = openDecision(this.state); open; open = openDecision(this.state)) {
      if (this.isPutOff(open.deadline)) return;
      // What is written has fallen, whatever this look may close: a pull request keeps its past when it is merged.
      const hasFallen = this.line.closes.some((closes) => closes.decision === open.id);
      if (!hasFallen && isBefore(this.setting.until, open.deadline)) return;
      // What was said in the very second of a deadline was in time.
      if (before && !isBefore(open.deadline, before.at)) return;
      this.state = { ...this.state, ...namedUpTo(this.line.heads, open.deadline) };
      const ending = formOf(open).atDeadline?.(this.state, this.reads(open, open.deadline), this.driftOf(open));
      // What is escalated ends by an answer, however late.
      if (!ending) return;
      this.close(this.reads(open, open.deadline), ending, null);
    }
    this.lapse(before);
  }

  /** When the proposal comes to rest for want of a sponsor, once notice of it was given; null where it does not. */
  lapsesOn(): { at: string; hasFallen: boolean } | null {
    const spell = spellOf(this.state, this.line);
    const notice = spell && this.line.notices.find(({ at }) => !isBefore(at, spell.since));
    if (!notice) return null;
    const at = postponed(notice.at, notice.deadline, this.pauses);
    const hasFallen = this.line.lapses.some((lapses) => lapses.at === at);
    // While it is closed its time does not run; what is over when it is opened again is added then.
    return hasFallen || this.pullAt(at) === 'open' ? { at, hasFallen } : null;
  }

  /** Lets it come to rest where that lies before an act (or before the present, for null) and may be. */
  private lapse(before: LineOf<'act'> | null): void {
    const falls = this.lapsesOn();
    if (!falls || (!falls.hasFallen && isBefore(this.setting.until, falls.at))) return;
    const { at } = falls;
    if (before && !isBefore(at, before.at)) return;
    const why = 'Nobody sponsored the proposal in time, and it was warned: it is dormant.';
    this.state = passing(this.state, { ...this.state, status: 'dormant' }, at);
    this.note(at, null, why, null);
    this.lapsed.push(at);
    if (!falls.hasFallen) this.emitted.push({ kind: 'lapses', at, to: 'dormant', why });
  }

  /** Gives notice where every warning was seen, and holds notices that are written against what was seen. */
  notice(): void {
    const { inForce } = this.setting;
    const spell = spellOf(this.state, this.line);
    const isWritten = this.line.notices.some(({ at }) => spell !== null && !isBefore(at, spell.since));
    const next = spell && inForce && !isWritten ? noticeFor(spell, inForce, this.pauses) : null;
    if (next) this.emitted.push(next);
    for (const written of this.line.notices) {
      const folded = this.noticeUpTo(written);
      if (folded?.deadline !== written.deadline || folded.at !== written.at) {
        this.doubt(written, 'The notice of its dormancy is not what its warnings give.');
      }
    }
  }

  /** The notice that the warnings give which were seen up to a written one; null where they give none. */
  private noticeUpTo({ at, rules: named }: LineOf<'notice'>): LineOf<'notice'> | null {
    const rules = this.setting.rulebook.get(named.sha256);
    const { passed, openedAt } = this.state;
    const awaited = passed.flatMap((one) => (one.status === 'proposal' ? (one.at ?? openedAt ?? []) : []));
    const since = awaited.findLast((began) => !isBefore(at, began));
    if (!rules || since === undefined) return null;
    const warned = this.line.mades.filter(
      (made) => made.key.startsWith(WARNING) && !isBefore(at, made.at) && !isBefore(made.at, since),
    );
    return noticeFor({ since, warned }, { rules, named }, this.pauses);
  }

  /** Whether a deadline is put off by a rest that lasts: it falls later than anything that is said in that. */
  private isPutOff(deadline: string): boolean {
    return this.restsSince !== null && isBefore(this.restsSince, deadline);
  }

  /** Whether an act came after the deadline of a decision that is still open, because it may not close yet. */
  isPastOpenDeadline(act: LineOf<'act'>): boolean {
    const isPast = (deadline: string): boolean => isBefore(deadline, act.at) && !this.isPutOff(deadline);
    const open = openDecision(this.state);
    if (open !== null && formOf(open).atDeadline !== undefined && isPast(open.deadline)) return true;
    const falls = this.lapsesOn();
    return falls !== null && isPast(falls.at);
  }

  /** What changed under a decision up to its deadline, or up to the moment that is given as one. */
  private driftOf(open: Decision): string | null {
    return driftOf(open, this.state, this.line, this.setting.rulebook);
  }

  /** The document at an instant, or at present for null: the last head seen by then, or the first where none was yet. */
  headAt(at: string | null): SubjectState['head'] {
    const { heads } = this.line;
    return heads.findLast((seen) => at === null || !isBefore(at, seen.at)) ?? heads[0] ?? null;
  }

  /** A decision with the normative text that it is about at an instant. */
  private reads(decision: Decision, at: string | null): Decision {
    return { ...decision, text: this.headAt(at)?.normative ?? null };
  }

  /** Brings the text that the open decision is about up to an instant. */
  readAt(at: string | null): void {
    const open = openDecision(this.state);
    if (open) this.put(this.reads(open, at));
  }

  /** Lets what charters and delegations bind take its place before an act, or before the present for null. */
  bind(before: LineOf<'act'> | null): void {
    const { bounds } = this.line;
    const seen = before ? bounds.filter((bound) => !isBefore(before.at, bound.at)) : bounds;
    const bound = boundAt(this.line, before?.at ?? null);
    for (const one of seen.slice(this.boundSteps)) {
      const says =
        one.groups.length > 0 ? one.groups.map((group) => group.says).join(' ') : 'No charter binds it any more.';
      this.note(one.at, null, says, null);
    }
    this.boundSteps = Math.max(this.boundSteps, seen.length);
    this.state = withGroup({ ...this.state, bound });
  }

  /** Lets what the list on the default branch says of the past take its place before an act, or before the present for null. */
  confirm(before: LineOf<'act'> | null): void {
    for (const one of this.line.confirmed) {
      // Once somebody has confirmed it, nothing is left of what was taken over.
      if (this.state.takenOver === null || (before && isBefore(before.at, one.at))) continue;
      const told = { at: one.at, text: this.headAt(one.at)?.normative ?? null };
      const after = accepting(this.state, confirmedBy(one, this.state), 'word', told);
      this.state = withGroup(passing(this.state, after, one.at));
      this.note(one.at, null, confirms(one), null);
    }
  }

  judge({ act, late }: TimedAct): void {
    this.bind(act);
    this.confirm(act);
    this.state = { ...this.state, head: this.headFor(act), ...namedUpTo(this.line.heads, act.at) };
    this.readAt(act.at);
    const effect = late ? tooLate(act) : this.effectOf(act);
    const { outcome } = effect;
    // Who only took an assignment has said nothing that could be refused.
    if (act.source.kind === 'assignment' && !outcome.taken) return;
    const before = openDecision(this.state);
    if ('state' in effect) {
      const told = { at: act.at, text: textOf(this.state, act) };
      this.state = withGroup(passing(this.state, accepting(this.state, effect.state, 'word', told), act.at));
      // A question is no step of the proposal.
      if (!effect.outcome.asks && !effect.outcome.quiet) this.note(act.at, act.by, effect.outcome.says, act.source.url);
    }
    this.acts.push({ act, outcome });
    const cause = { source: act.source.id, index: act.source.index };
    const after = this.state.decisions.find((decision) => decision.id === before?.id);
    if (after?.closed) {
      const { at, outcome: ended, tally, why } = after.closed;
      this.write({ kind: 'closes', at, decision: after.id, cause, outcome: ended, tally, why });
    }
    if ('state' in effect && effect.opens) this.open(effect.opens, act.at, cause);
    this.moveDeadline(before, act.at);
    const open = openDecision(this.state);
    const rules = open && this.setting.rulebook.get(open.rules.sha256);
    if (!open || !rules) return;
    const now = { at: act.at, rules, drift: this.driftOf({ ...open, deadline: act.at }) };
    const certain = formOf(open).whenCertain?.(this.state, open, now) ?? null;
    if (certain) this.close(open, certain, cause);
  }

  /** An act that gives more time gives all of it: a time in which the pull request is closed is added. */
  private moveDeadline(before: Decision | null, at: string): void {
    const open = openDecision(this.state);
    if (!open || before?.id !== open.id || before.deadline === open.deadline) return;
    this.put({ ...open, deadline: postponed(at, open.deadline, this.pauses) });
  }

  private put(decision: Decision): void {
    const decisions = this.state.decisions.map((old) => (old.id === decision.id ? decision : old));
    this.state = { ...this.state, decisions };
  }

  /** What the document said when somebody spoke: the head that the act names, else the last one seen before it, whose text it is not about. */
  private headFor(act: LineOf<'act'>): SubjectState['head'] {
    return this.line.heads.find((seen) => seen.commit === act.head?.commit) ?? this.headAt(act.at);
  }

  private effectOf(act: LineOf<'act'>): Effect {
    const read = commandOf(act, this.state.acts);
    if (!read.command) return read.refusal;
    const rules = this.setting.rulebook.get(act.rules.sha256);
    if (!rules) {
      const named = act.rules.sha256.slice(0, 12);
      this.doubt(act, `The rules ${named}, which an act names, are not in the record.`);
      return {
        outcome: { taken: false, rule: 'commands', why: 'The rules are not known.', next: 'Ask the maintainers.' },
      };
    }
    const pull = this.pullAt(act.at);
    if (pull !== 'open' && read.command.also?.includes(pull) !== true) return shut(pull);
    const within = read.command.inDecision ? openDecision(this.state) : null;
    const own = within && this.setting.rulebook.get(within.rules.sha256);
    return read.command.effect(this.state, act, { rules: own ?? rules, titleOf: this.setting.titleOf, pull });
  }

  /** What the pull request was at an instant: who writes and closes it with one click has written first. */
  private pullAt(at: string): LineOf<'pull'>['state'] {
    const seen = (pull: LineOf<'pull'>): boolean =>
      pull.state === 'open' ? !isBefore(at, pull.at) : isBefore(pull.at, at);
    return this.line.pulls.findLast(seen)?.state ?? 'open';
  }

  private close(open: Decision, ending: Ending, cause: LineOf<'closes'>['cause']): void {
    const { closing } = ending;
    const ended = { ...open, closed: closing, recallUntil: this.recallUntil(open, ending) };
    const decisions = this.state.decisions.map((old) => (old.id === open.id ? ended : old));
    const after = { ...this.state, ...ending.changes, decisions, status: ending.status };
    const accepted = { at: closing.at, text: open.text };
    this.state = passing(this.state, accepting(this.state, after, 'decision', accepted), closing.at);
    this.note(closing.at, null, closing.why, null);
    this.write({ kind: 'closes', decision: open.id, cause, ...closing });
    if (ending.opens) this.open(ending.opens, closing.at, cause);
  }

  /** Until when an ending can be recalled; null where nothing of it could be. */
  private recallUntil({ authority, rules: { sha256 } }: Decision, { closing, status }: Ending): string | null {
    const days = this.setting.rulebook.get(sha256)?.rules.recall.days;
    if (authority !== 'decide' || status !== 'accepted' || days === undefined) return null;
    return postponed(closing.at, plusDays(closing.at, days), this.pauses);
  }

  private open(opening: Opening, at: string, cause: LineOf<'opens'>['cause']): void {
    const id = `D${this.state.decisions.length + 1}`;
    const after = this.state.decisions.at(-1)?.id ?? null;
    const line = this.opening(opening, { decision: id, after, at, cause });
    const rules = this.setting.rulebook.get(line.rules.sha256);
    // Its rules are not in the record: that has been doubted, and nothing is decided.
    if (!rules) return;
    const by = cause && this.line.acts.find(({ act }) => act.source.id === cause.source);
    const decision = decisionFrom(line, rules, {
      opener: by?.act.by ?? null,
      deadline: postponed(line.at, line.deadline, this.pauses),
      text: this.headAt(at)?.normative ?? null,
    });
    const begun = { ...(opening.begins?.(decision) ?? decision), blocks: blocksLeft(this.state.decisions, decision) };
    this.state = { ...this.state, requests: [], decisions: [...this.state.decisions, begun] };
  }

  /** The line that opens a decision: the one that is written, held against what its cause gives, or a new one. */
  private opening(opening: Opening, place: Place): LineOf<'opens'> {
    const written = this.line.opens.filter((opens) => opens.decision === place.decision);
    const [first] = written;
    const pins = first ?? this.setting.pin(opening, this.state, place.at);
    const rules = this.setting.rulebook.get(pins.rules.sha256);
    if (!rules) {
      if (!first) throw new Error('The rules in force are missing from the rulebook: facts were gathered badly.');
      this.doubt(first, `The rules that the opening of ${place.decision} names are not in the record.`);
      return first;
    }
    const line = openingLine(opening, place, pins, rules);
    if (!first) this.emitted.push(line);
    for (const other of written) {
      const part = difference(other, line);
      if (part !== null) this.doubt(other, `The opening of ${place.decision} is not what its cause gives (${part}).`);
    }
    return first ?? line;
  }

  /** Writes a closing, or holds those that are written already against it. */
  private write(line: LineOf<'closes'>): void {
    const written = this.line.closes.filter((closes) => closes.decision === line.decision);
    if (written.length === 0) this.emitted.push(line);
    for (const other of written) {
      const part = difference(other, line);
      if (part === null) continue;
      const says = `The closing of ${line.decision} says "${other.outcome}", and its acts come to "${line.outcome}"`;
      this.doubt(other, `${says} (${part}).`);
    }
  }

  /** Doubts the openings and closings that are written and that nothing in the ledger gives. */
  doubtOrphans(): void {
    for (const line of this.line.lapses) {
      if (!this.lapsed.includes(line.at)) this.doubt(line, 'Nothing makes it dormant, and it is written as that.');
    }
    const opened = new Set(this.state.decisions.map(({ id }) => id));
    const closed = new Set(this.state.decisions.flatMap((decision) => (decision.closed ? [decision.id] : [])));
    for (const line of onceEach(this.line.opens)) {
      if (!opened.has(line.decision)) this.doubt(line, `Nothing opens ${line.decision}, which is written as open.`);
    }
    for (const line of onceEach(this.line.closes)) {
      if (!closed.has(line.decision)) this.doubt(line, `Nothing closes ${line.decision}, which is written as closed.`);
    }
  }

  private doubt(about: LineBody, says: string): void {
    this.doubts.push({ says, about });
  }

  private note(at: string, by: SubjectState['author'], says: string, source: string | null): void {
    this.steps.push({ at, by, says, source });
  }
}

/** The first line of each decision. */
const onceEach = <Of extends { decision: string }>(lines: readonly Of[]): Of[] =>
  lines.filter((line, index) => lines.findIndex(({ decision }) => decision === line.decision) === index);

/** The authors that heads have named up to an instant, or that the first head names for null; logins in lower case. */
function namedUpTo(
  heads: readonly LineOf<'head-seen'>[],
  at: string | null,
): Pick<SubjectState, 'authors' | 'authorIds'> {
  const seen = heads.filter((head, index) => index === 0 || (at !== null && !isBefore(at, head.at)));
  return {
    authors: [...new Set(seen.flatMap(({ claims }) => claims.authors.map((login) => login.toLowerCase())))],
    authorIds: [...new Set(seen.flatMap(({ claims }) => claims.authorIds ?? []))],
  };
}

/**
 * The state after a step, with the status that it came to noted, since when it has it, and what the pull request does. A
 * status that somebody's word or a decision gave is none that was taken over any more.
 */
function passing(before: SubjectState, after: SubjectState, at: string): SubjectState {
  const passed =
    before.status === after.status
      ? after
      : { ...after, passed: [...before.passed, { status: after.status, at }], since: at, takenOver: null };
  return moving(before, passed, at);
}

/** An act that turned up after the moment it belongs to was closed. */
function tooLate(act: LineOf<'act'>): Effect {
  const outcome: ActOutcome = {
    taken: false,
    rule: 'time',
    why: `This was written at ${act.at} and reached Convenor after a decision that was taken past it.`,
    next: 'It stands in the record and is not counted. Say it again where it still matters.',
  };
  return { outcome };
}
