import type { Facts } from '../facts/facts.js';
import { formOf } from './forms/index.js';
import { weightNow } from './grouping.js';
import { inShort, isBefore } from './instants.js';
import type { Decision, JudgedAct, SubjectState } from './state.js';
import { leaf, type Requirement } from './verdict.js';

/** The decision that comes next: after an open consensus what its authority says, else the one that is to be opened. */
export function toCome(facts: Facts, state: SubjectState, last: Decision | null): Requirement[] {
  return !last || last.closed !== null ? [decisionToCome(facts, state)] : following(last);
}

/** What follows from a decision of a group that is open, by what its word is worth. */
export function following(last: Decision): Requirement[] {
  // What follows from what the core has before it, it says itself.
  if (last.form !== 'consensus' && last.form !== 'vote') return [];
  const rest = { held: 'open' as const, next: null };
  switch (last.authority) {
    case 'advise':
      return [
        leaf({
          rule: 'core-decision',
          name: 'Core decision',
          says: ['Follows: the group advises, the core decides.', ...last.because].join(' '),
          ...rest,
        }),
      ];
    case 'veto-window':
      return [
        leaf({
          rule: 'veto-window',
          name: 'Veto window',
          says: ['Follows: the core may object for a while.', ...last.because].join(' '),
          ...rest,
        }),
      ];
    case 'decide':
      return [];
  }
}

function decisionToCome(facts: Facts, state: SubjectState): Requirement {
  const base = { name: 'Decision', held: 'open' as const };
  if (!state.group) {
    const next = 'brings the proposal to the Core Maintainers with `/sep status in-review`.';
    return leaf({ ...base, rule: 'core-decision', says: 'None is open yet.', next });
  }
  const { authority, because } = weightNow(facts, state, state.group.slug);
  const says = {
    advise: "The group's consensus is a recommendation, and the core decides.",
    'veto-window': "The group's consensus stands unless the core objects.",
    decide: "The group's consensus accepts.",
  }[authority];
  const opens = 'opens a consensus with `/consensus start minor';
  const next =
    authority !== 'advise' && facts.governing.rules.rules['reserved-matters'].breaking
      ? `${opens} compatible\` or \`/consensus start significant compatible\`; \`breaking\` stands in its place where it is that, and undeclared it is the core's.`
      : `${opens}\` or \`/consensus start significant\`.`;
  return leaf({ ...base, rule: 'consensus', says: ['None is open yet.', says, ...because].join(' '), next });
}

/** A decision as people read it: where it stands, and below it each word that counts, and each that does not. */
export function ofDecision(state: SubjectState, decision: Decision): Requirement {
  const form = formOf(decision);
  const { name, rule } = form;
  const children = [...form.children(decision), ...notCounted(state, decision)];
  const { closed } = decision;
  if (!closed) return { rule, name, ...form.whileOpen(decision), children };
  const good = form.good.includes(closed.outcome);
  const says = `${closed.why.replaceAll('@', '')} Ended ${inShort(closed.at)}.`;
  const next = good ? null : (form.afterwards?.(state, decision) ?? null);
  return { rule, name, held: good ? 'held' : 'failed', says, next, children };
}

/** What was said in a decision with the commands that are counted there, taken or refused; in order. */
export function saidIn({ acts }: SubjectState, { openedAt, closed }: Decision): JudgedAct[] {
  const within = ({ at }: { at: string }): boolean =>
    !isBefore(at, openedAt) && (closed === null || !isBefore(closed.at, at));
  return acts.filter(({ act }) => IN_DECISIONS.has(act.command) && within(act));
}

/** Whose word in a decision was refused, and why: nobody's is dropped in silence. */
function notCounted(state: SubjectState, decision: Decision): Requirement[] {
  return saidIn(state, decision).flatMap(({ act, outcome }) => {
    if (outcome.taken) return [];
    const { at, by, command, head, source } = act;
    const says = `\`/${command}\` of ${by.login}, on ${inShort(at)}, was not counted: ${withoutExample(outcome.why)}`;
    const seen = { who: by, at, url: source.url, commit: head?.commit ?? null, certain: head?.certain ?? false };
    return [leaf({ rule: 'commands', name: by.login, held: 'open', says, next: null, seen: [seen] })];
  });
}

/** Why in one sentence: an example of how it would be right stands in the reply. */
const withoutExample = (why: string): string => (why.split('\n')[0] ?? '').replaceAll('@', '').replace(/:$/, '.');

/** The commands whose word is counted in a decision. */
const IN_DECISIONS: ReadonlySet<string> = new Set([
  'block',
  'vote yes',
  'vote no',
  'vote abstain',
  'core accept',
  'core accept-with-changes',
  'core reject',
  'core abstain',
  'core record',
  'core confirm',
  'veto',
]);
