import type { Facts } from '../facts/facts.js';
import { isUnconfirmed } from '../judge/taken-over.js';
import { isPrompt } from '../judge/time/seen.js';
import type { Verdict } from '../judge/verdict.js';
import type { LineOf, Who } from '../ledger/lines.js';
import { answers } from './answers/index.js';
import type { Report } from './check-run.js';
import { checkWrites } from './checks.js';
import { moves } from './moves.js';
import { questions } from './questions.js';
import { reminderBody, warningBody } from './reminder.js';
import { reviewers } from './reviewers.js';
import { statusBody } from './status.js';
import { statusPull, type StatusPullWrite } from './status-pull.js';
import { suggestions } from './suggestions.js';
import type { Write } from './write.js';

/** What GitHub should show and does not yet, and the creations among it that the ledger has to announce first. */
export interface Plan {
  intents: LineOf<'intent'>[];
  /** Announced creations that the look has seen; written down with the next lines, and no reason to write by themselves. */
  seen: LineOf<'made'>[];
  writes: Write[];
  /** A pull request of Convenor's own that is to be opened; null where none is. */
  statusPull: StatusPullWrite | null;
  /** Whether a comment had to wait: a look makes one at most, and the next look is due at once. */
  waits: boolean;
}

/**
 * The difference between what a verdict says and what GitHub shows. Nothing differs: nothing is written. Where the
 * conversation is locked, GitHub lets no app say anything new in it: that waits until it is unlocked, and the checks go on.
 * @param governance what the pull request would change of the governance, for the document's check; null for nothing
 */
export function plan(facts: Facts, verdict: Verdict, governance: Report | null = null): Plan {
  const announced = new Set(facts.ledger.flatMap((line) => (line.kind === 'intent' ? [line.key] : [])));
  const intents: LineOf<'intent'>[] = [];
  const intend = (key: string, people: Who[] = []): void => {
    if (announced.has(key)) return;
    announced.add(key);
    intents.push({ kind: 'intent', at: facts.now, key, people });
  };
  const offers = suggestions(facts, verdict, intend);
  const spoken = facts.pull.locked
    ? []
    : [
        ...answers(facts, verdict, takenAway(facts), intend),
        ...questions(facts, verdict, intend),
        ...reviewers(facts, verdict, takenAway(facts), intend),
      ];
  const told = [...status(facts, verdict, intend), ...spoken];
  const warnings = facts.pull.locked ? [] : warning(facts, verdict, told, intend);
  const reminders = facts.pull.locked ? [] : reminder(facts, verdict, told, intend);
  // What people wait for comes first; what reminds them has time.
  const { now, waits } = oneComment([...told, ...warnings, ...reminders]);
  const writes: Write[] = [
    ...now,
    ...labels(facts, verdict),
    ...checkWrites(facts, verdict, offers, governance),
    ...moves(facts, verdict, intend),
    ...offers.writes,
    ...facts.published.duplicates.map((post): Write => ({ kind: 'delete', nodeId: post.nodeId })),
  ];
  const step = statusPull(facts, verdict, intend);
  return { intents, seen: seen(facts), writes, statusPull: step, waits };
}

/** The markers of what was announced, made, and is gone: somebody took it away, and it is not made again. */
function takenAway({ ledger, published }: Facts): Set<string> {
  const made = ledger.flatMap((line) => (line.kind === 'made' ? [line.key] : []));
  return new Set(made.filter((key) => !published.posts.has(key) && !published.threads.has(key)));
}

function seen({ ledger, published, merged, now }: Facts): LineOf<'made'>[] {
  const made = new Set(ledger.flatMap((line) => (line.kind === 'made' ? [line.key] : [])));
  const announced = ledger.flatMap((line) => (line.kind === 'intent' ? [line.key] : []));
  const opened = new Set(
    (merged?.pulls ?? []).flatMap(({ status }) => (status === null ? [] : [`status-pull:${status}`])),
  );
  const isThere = (key: string): boolean => published.posts.has(key) || published.threads.has(key) || opened.has(key);
  return announced
    .filter((key) => !made.has(key) && !isPrompt(key) && isThere(key))
    .map((key) => ({ kind: 'made', at: now, key }));
}

type Intend = (key: string, people?: Who[]) => void;

/** Of several new comments the first: nobody gets more than one in a look. */
function oneComment(writes: readonly Write[]): { now: Write[]; waits: boolean } {
  const [, ...later] = writes.filter(({ kind }) => kind === 'comment');
  return { now: writes.filter((write) => !later.includes(write)), waits: later.length > 0 };
}

function reminder(facts: Facts, verdict: Verdict, told: readonly Write[], intend: Intend): Write[] {
  const { remind } = verdict;
  const isMade = remind !== null && facts.published.posts.has(remind.key);
  if (!remind || verdict.warn || isMade || told.some(({ kind }) => kind === 'comment')) return [];
  intend(
    remind.key,
    remind.owed.map(({ person }) => person),
  );
  return [{ kind: 'comment', marker: remind.key, body: reminderBody(remind, facts) }];
}

function warning(facts: Facts, { warn, state }: Verdict, told: readonly Write[], intend: Intend): Write[] {
  if (!warn || facts.published.posts.has(warn.key) || told.some(({ kind }) => kind === 'comment')) return [];
  intend(warn.key, state.author ? [state.author] : []);
  return [{ kind: 'comment', marker: warn.key, body: warningBody(warn, state.author, facts) }];
}

function status(facts: Facts, verdict: Verdict, intend: Intend): Write[] {
  const body = statusBody(facts, verdict);
  const post = facts.published.posts.get('status');
  if (!post && facts.pull.locked) return [];
  if (!post) {
    intend('status');
    return [{ kind: 'comment', marker: 'status', body }];
  }
  // GitHub stores a comment without the white space at its end.
  return post.body.trimEnd() === body.trimEnd() ? [] : [{ kind: 'edit', nodeId: post.nodeId, marker: 'status', body }];
}

/** Labels of Convenor's own: it takes away only those that it had set for a status that is past. */
function labels(facts: Facts, { state }: Verdict): Write[] {
  const { kind, states } = facts.governing.rules.labels;
  const there = new Map(facts.pull.labels.map((label) => [label.name, label.nodeId]));
  // A label of ours would call decided what is only a claim, and labels start other people's workflows.
  const isClaim = isUnconfirmed(state);
  const wanted = isClaim ? [kind] : [kind, states[state.status]];
  const add = wanted.filter((name) => !there.has(name));
  const past = isClaim ? [] : state.passed.map(({ status }) => states[status]).filter((name) => !wanted.includes(name));
  const remove = [...new Set(past)].flatMap((name) => there.get(name) ?? []);
  return [
    ...(add.length > 0
      ? [{ kind: 'label' as const, names: add, nodeIds: add.map((name) => facts.published.labels.get(name) ?? null) }]
      : []),
    ...(remove.length > 0 ? [{ kind: 'unlabel' as const, nodeIds: remove }] : []),
  ];
}
