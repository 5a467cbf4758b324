import type { Facts } from '../facts/facts.js';
import { judge } from '../judge/judge.js';
import type { Requirement, Verdict } from '../judge/verdict.js';
import { chain } from '../ledger/chain.js';
import { lineSchema, type Line, type LineBody, type LineOf, type Who } from '../ledger/lines.js';
import type { Rules } from '../rules/schema.js';
import { moves } from '../publish/moves.js';
import { compare, type Compared } from './compare.js';
import { PullRequest } from './pull-request.js';
import type { Step, Story, StoryPlace } from './story.js';
import { deadlineOf, viewOf } from './view.js';
import { instantOf, momentOf, NoMoment, shifted } from './when.js';
import { Accounts, DefaultBranch } from './world.js';

/** Something in a story that is not as it was told. */
export interface Failure {
  place: StoryPlace;
  /** The step's number. */
  step: number;
  /** The moment of the step, ISO 8601 to the second. */
  at: string;
  /** Why the story could not go on; null where something was otherwise than expected. */
  broken: string | null;
  /** What was expected beside what was so. */
  compared: Compared[];
  /** What the verdict said then, as a tree. */
  verdict: readonly Requirement[];
}

/** What became of a story. It has passed where nothing failed. */
export interface StoryResult {
  story: Story;
  failures: Failure[];
  /** Every look, in order, for who wants to read what was said on the way. */
  looks: readonly Look[];
}

/** What a look found and what it came to. */
export interface Look {
  facts: Facts;
  verdict: Verdict;
}

/** When the pull request is opened, where a story does not say it. */
const OPENED = '2026-11-02 09:00';
/** More looks than this between two steps are none that time alone brings. */
const MOST_LOOKS = 1000;

/** Plays a story: each moment is looked at as the app would look, and held against what must be so then. Pure. */
export function playStory(story: Story): StoryResult {
  const run = new Run(story);
  try {
    run.all();
  } catch (error) {
    if (!(error instanceof NoMoment)) throw error;
    run.breaks(error.message);
    run.saysRefusals();
  }
  return { story, failures: run.failures.toSorted((a, b) => a.step - b.step), looks: run.looks };
}

class Run {
  readonly failures: Failure[] = [];
  readonly looks: Look[] = [];
  private now: string;
  private step: Step | null = null;
  private last: Look;
  private branch: DefaultBranch;
  private branches = 0;
  private readonly accounts = new Accounts();
  private readonly pull: PullRequest;
  private readonly ledger: Line[] = [];
  private lastText: string | null = null;
  /** Whom the looks since the step before have reminded. */
  readonly reminded: Who[] = [];
  /** Whether one of them has warned of dormancy. */
  warned = false;
  private readonly rulebook = new Map<string, Rules>();
  /** What each step said, for the end: words after a deadline are judged only when it has fallen. */
  private readonly spoken: { step: Step; at: string; sources: { name: string; id: string }[] }[] = [];

  constructor(private readonly story: Story) {
    const { proposal, cast, world } = story;
    this.now = instantOf(proposal.opened ?? OPENED);
    this.branch = this.governedBy(world);
    this.pull = new PullRequest(proposal, this.now, cast, this.accounts);
    this.last = this.look();
  }

  all(): void {
    for (const step of this.story.steps) {
      this.step = step;
      const moment = step.when
        ? momentOf(step.when, { now: this.now, deadline: deadlineOf(this.last.verdict) })
        : shifted(this.now, '1 minute');
      this.reminded.length = 0;
      this.warned = false;
      this.waitUntil(moment, 'before');
      this.now = moment;
      this.happens(step);
      this.look();
      if (this.last.verdict.doubts.length > 0) {
        this.breaks(`Its record does not add up: ${this.last.verdict.doubts.join(' ')}`);
        return;
      }
      this.expects(step);
    }
    // What was said after a deadline waits for it to fall.
    if (this.last.verdict.waiting.length > 0 && this.last.verdict.due !== null) {
      this.waitUntil(this.last.verdict.due, 'at');
    }
    this.saysRefusals();
  }

  saysRefusals(): void {
    for (const one of this.spoken) this.refusals(one);
  }

  breaks(why: string): void {
    const step = this.step ?? this.story.steps[0];
    if (step) this.fail(step, this.now, { place: step.placeOf(['when']), broken: why });
  }

  /** Looks whenever something happens by itself, as the app does, up to a moment. */
  private waitUntil(moment: string, side: 'before' | 'at'): void {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const { due } = this.last.verdict;
      if (due === null || due > moment || (side === 'before' && due === moment) || due < this.now) return;
      this.now = due;
      this.look();
    }
    throw new Error('A look leads to the next one without end.');
  }

  private happens(step: Step): void {
    const { pull, now } = this;
    const sources: { name: string; id: string }[] = [];
    if (step.governance) this.branch = this.governedBy(step.governance);
    if (step.pushes !== undefined) pull.isPushed(step.pushes, now);
    if (step.pull === 'open') pull.becomes('open', now);
    for (const name of step.assigns ?? []) pull.isAssigned(name, now);
    for (const [name, words] of Object.entries(step.says ?? {})) {
      sources.push({ name, id: pull.says(name, words, now) });
    }
    for (const [name, given] of Object.entries(step.reviews ?? {})) {
      sources.push({ name, id: pull.isReviewed(name, typeof given === 'string' ? { verdict: given } : given, now) });
    }
    for (const [by, whose] of Object.entries(step.dismisses ?? {})) pull.isDismissed(by, whose, now);
    if (step.pull !== undefined && step.pull !== 'open') pull.becomes(step.pull, now);
    if (sources.length > 0 || step.refused) this.spoken.push({ step, at: now, sources });
  }

  private governedBy(world: Story['world']): DefaultBranch {
    const branch = new DefaultBranch(world, this.story.cast, this.accounts, `main ${this.branches++}`);
    this.rulebook.set(world.rules.sha256, world.rules.rules);
    return branch;
  }

  /** One look, written down; and what Convenor does to the pull request itself because of it, with the look that sees that. */
  private look(): Look {
    const facts = this.pull.facts(this.now, this.branch, { ledger: this.ledger, rulebook: this.rulebook });
    const verdict = judge(facts);
    const intents: LineBody[] = [];
    const intend = (key: string): void => {
      intents.push({ kind: 'intent', at: this.now, key, people: [] });
    };
    const writes = moves(facts, verdict, intend);
    const { ask } = verdict;
    const key = ask && `ask:${ask.group}`;
    if (ask && key !== null && !this.ledger.some((line) => line.kind === 'intent' && line.key === key)) {
      intents.push({ kind: 'intent', at: this.now, key, people: ask.people });
    }
    const posted = this.announced(verdict);
    intents.push(...posted);
    this.append([...verdict.lines, ...intents]);
    this.pull.isWrittenDown(
      verdict,
      posted.map((intent) => intent.key),
      this.now,
    );
    this.last = { facts, verdict };
    this.looks.push(this.last);
    for (const { kind } of writes) {
      this.pull.becomes(kind === 'close' ? 'closed' : 'open', this.now);
      this.look();
    }
    return this.last;
  }

  /** The comment that a look posts by itself: a warning, or else a reminder, and each once. */
  private announced({ warn, remind, state }: Verdict): LineOf<'intent'>[] {
    const people = warn ? (state.author ? [state.author] : []) : (remind?.owed.map(({ person }) => person) ?? []);
    const key = warn?.key ?? remind?.key;
    if (key === undefined || this.ledger.some((line) => line.kind === 'intent' && line.key === key)) return [];
    if (warn) this.warned = true;
    else this.reminded.push(...people);
    return [{ kind: 'intent', at: this.now, key, people }];
  }

  private append(bodies: readonly LineBody[]): void {
    for (const text of chain(bodies, this.lastText)) {
      this.ledger.push(lineSchema.parse(JSON.parse(text)));
      this.lastText = text;
    }
  }

  private expects(step: Step): void {
    if (!step.expect) return;
    const { facts, verdict } = this.last;
    const compared = compare(step.expect, viewOf(facts, verdict, this.story.cast, this), this.story.cast);
    const wrong = compared.find(({ held }) => !held);
    if (wrong) this.fail(step, this.now, { place: step.placeOf(['expect', wrong.key]), compared });
  }

  /** Every word of a step is taken, but for those that the step says are refused, each by its rule. */
  private refusals({ step, at, sources }: Run['spoken'][number]): void {
    const { acts } = this.last.verdict.state;
    const { cast } = this.story;
    const found = new Map<string, { rules: string[]; why: string[] }>();
    for (const { name, id } of sources) {
      const refused = acts.flatMap(({ act, outcome }) =>
        act.source.id !== id || outcome.taken ? [] : [{ rule: outcome.rule, why: outcome.why }],
      );
      if (refused.length === 0) continue;
      found.set(cast.nameOf(name), { rules: refused.map(({ rule }) => rule), why: refused.map(({ why }) => why) });
    }
    const wanted = new Map(
      Object.entries(step.refused ?? {}).map(([name, rules]) => [
        cast.nameOf(name),
        typeof rules === 'string' ? [rules] : rules,
      ]),
    );
    const children = [...new Set([...wanted.keys(), ...found.keys()])].map((name): Compared => {
      const [expected, actual] = [wanted.get(name)?.join(', ') ?? 'taken', found.get(name)];
      const rules = actual?.rules.join(', ') ?? 'taken';
      const why = actual ? ` (${actual.why.join(' ')})` : '';
      return { key: name, held: expected === rules, expected, actual: `${rules}${why}`, children: [] };
    });
    if (children.every(({ held }) => held)) return;
    const place = step.placeOf(step.refused ? ['refused'] : step.says ? ['says'] : ['reviews']);
    const compared = [{ key: 'refused', held: false, expected: null, actual: null, children }];
    this.fail(step, at, { place, compared });
  }

  private fail(step: Step, at: string, failure: Pick<Failure, 'place'> & Partial<Failure>): void {
    const verdict = this.last.verdict.requirements;
    this.failures.push({ step: step.number, at, broken: null, compared: [], verdict, ...failure });
  }
}
