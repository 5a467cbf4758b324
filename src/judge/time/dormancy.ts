import type { Timeline } from '../../ledger/fold/timeline.js';
import type { LineOf } from '../../ledger/lines.js';
import type { Rules } from '../../rules/schema.js';
import { isBefore, latest, plusDays, plusMonths } from '../instants.js';
import { postponed, type Pause } from '../pauses.js';
import { openDecision, type SubjectState } from '../state.js';

/** The key of a warning's intent begins so. */
export const WARNING = 'warn:';

type Rule = Rules['rules']['dormancy'];

/** A time in which a proposal awaits a sponsor: since when, and the warnings that were seen on GitHub in it, in order. */
export interface Spell {
  since: string;
  warned: readonly LineOf<'made'>[];
}

/** The present spell of a proposal; null where it has a sponsor, is decided on, or is at rest. */
export function spellOf(state: SubjectState, { mades }: Pick<Timeline, 'mades'>): Spell | null {
  const { status, since, sponsor } = state;
  if (status !== 'proposal' || sponsor || since === null || openDecision(state)) return null;
  return { since, warned: mades.filter(({ key, at }) => key.startsWith(WARNING) && !isBefore(at, since)) };
}

/** How many days before it happens each warning comes, the earliest first. */
const daysOf = ({ warnings }: Rule): number[] => [...warnings].sort((a, b) => b - a);

/**
 * When a proposal becomes dormant that nobody sponsors: the months after it began to wait, and so many days after each
 * warning as the rules put between the two. The time in which its pull request was closed does not count.
 */
export function lapsesAt({ since, warned }: Spell, rule: Rule, pauses: readonly Pause[]): string {
  const after = daysOf(rule).map((days, index) => {
    const at = warned[index]?.at;
    return at === undefined ? null : postponed(at, plusDays(at, days), pauses);
  });
  return latest(postponed(since, plusMonths(since, rule.months), pauses), ...after);
}

/** When the next warning is due, and the instant that it names; null where all have been given. */
export function nextWarning(
  spell: Spell,
  rule: Rule,
  pauses: readonly Pause[],
  now: string,
): { at: string; lapses: string } | null {
  const days = daysOf(rule)[spell.warned.length];
  if (rule.mode === 'observe' || days === undefined) return null;
  const lapses = lapsesAt(spell, rule, pauses);
  return { at: plusDays(lapses, -days), lapses: latest(lapses, plusDays(now, days)) };
}

/** Whether every warning was seen, so that the instant is fixed. */
export const isWarned = ({ warned }: Spell, rule: Rule): boolean =>
  rule.mode !== 'observe' && warned.length >= rule.warnings.length;

/** The notice that fixes the instant of a spell, dated at the look that saw the last warning; null before that. */
export function noticeFor(
  spell: Spell,
  rules: { rules: Rules; named: LineOf<'notice'>['rules'] },
  pauses: readonly Pause[],
): LineOf<'notice'> | null {
  const { dormancy } = rules.rules.rules;
  const last = spell.warned[dormancy.warnings.length - 1];
  if (!last || !isWarned(spell, dormancy)) return null;
  const earlier = pauses.filter(({ to }) => !isBefore(last.at, to));
  const counted = { ...spell, warned: spell.warned.slice(0, dormancy.warnings.length) };
  return { kind: 'notice', at: last.at, deadline: lapsesAt(counted, dormancy, earlier), rules: rules.named };
}
