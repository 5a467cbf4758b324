import type { Facts } from '../facts/facts.js';
import type { LineOf } from '../ledger/lines.js';
import type { ProposalState, Rules, Standing } from '../rules/schema.js';
import { listedWord } from './listed.js';
import { hasStake, holds, isPerson, type Speaker } from './standing.js';
import type { SubjectState } from './state.js';
import { leaf, type NextStep, type Requirement } from './verdict.js';

/** What was taken from evidence when Convenor came, and is still to be confirmed. */
export interface TakenOver extends Pick<LineOf<'taken-over'>, 'sponsor' | 'evidence' | 'conflicts'> {
  /** Who of the core has said that it is in a decided state; all of them name the same one. */
  vouched: { status: ProposalState; by: readonly Vouching[] } | null;
}

/** One of the core who says what a proposal was before Convenor came. */
export type Vouching = Speaker['by'] & { hasStake: boolean };

/** States that a decision gives, and nobody's word alone. */
export const DECIDED: readonly ProposalState[] = ['accepted', 'final', 'rejected', 'superseded'];

/**
 * Whether the state is nobody's word and no decision, but only what stood there before. `proposal` needs nobody's word:
 * every proposal begins so, and it gives nothing.
 */
export const isUnconfirmed = ({ takenOver, status }: Pick<SubjectState, 'takenOver' | 'status'>): boolean =>
  takenOver !== null && status !== 'proposal';

/** The state with which a proposal begins whose ledger says what it was taken over as. */
export const beginning = (line: LineOf<'taken-over'> | null): Pick<SubjectState, 'status' | 'passed' | 'takenOver'> => {
  if (!line) return { status: 'proposal', passed: [{ status: 'proposal', at: null }], takenOver: null };
  const { status, sponsor, evidence, conflicts } = line;
  return { status, passed: [{ status, at: null }], takenOver: { sponsor, evidence, conflicts, vouched: null } };
};

/** The first step of its history, in a sentence. */
export const begins = (line: LineOf<'taken-over'>): string =>
  `It was taken over as ${line.status}, by what stood there when Convenor came.`;

/** Who may say that it is a decided one: who may record what the core decided where no record saw it. */
const core = ({ rules }: Rules): readonly Standing[] => rules['core-record'].who;

/** Who may say that it is any other one: whoever may sponsor, and the core. */
export const triage = (rules: Rules): Standing[] => [...new Set([...rules.rules.sponsorship.who, ...core(rules)])];

/** How many of the core have to say it. */
const needed = ({ rules }: Rules): number => 1 + rules['core-record'].confirm;

/**
 * What comes of a word of the core on a decided state. As for everything that the core decided elsewhere (rule
 * `core-record`) others confirm it; somebody without a stake has to be among them; and a Lead Maintainer may act alone
 * where the rules let them, and is named as that.
 * @returns null for somebody who is not of the core
 */
export function vouching(
  state: SubjectState,
  speaker: Speaker,
  to: ProposalState,
  rules: Rules,
): { by: readonly Vouching[]; isEnough: boolean; isAlone: boolean; more: number } | null {
  if (!holds(state, speaker, core(rules), null)) return null;
  const before = state.takenOver?.vouched?.status === to ? state.takenOver.vouched.by : [];
  const elector = { ...speaker.by, also: speaker.also, organization: null };
  const one: Vouching = { ...speaker.by, hasStake: hasStake(state, elector) || isClaimed(state, speaker) };
  const by = [...before.filter((other) => !isPerson(speaker, other)), one];
  const mayAlone = holds(state, speaker, rules.rules['acting-alone'].who, null);
  const isTogether = by.length >= needed(rules) && by.some((each) => !each.hasStake);
  const more = Math.max(needed(rules) - by.length, isTogether ? 0 : 1);
  return { by, isEnough: mayAlone || isTogether, isAlone: mayAlone && !isTogether, more };
}

/** Whether somebody is who the evidence names as sponsor: that is a stake, as a sponsor's is. */
function isClaimed({ takenOver }: SubjectState, speaker: Speaker): boolean {
  const sponsor = takenOver?.sponsor;
  return (
    sponsor != null &&
    (isPerson(speaker, sponsor.account) || sponsor.login.toLowerCase() === speaker.by.login.toLowerCase())
  );
}

/** What was found and how it contradicts itself, as a row of what the rules ask. */
export const takenOverRequirement = (facts: Facts, state: SubjectState): Requirement[] =>
  takenOverRow(facts.governing.rules, state, listedWord(facts, state).problem);

/** The same, by rules alone. @param problem why the list on the default branch is not followed; null where nothing is */
export function takenOverRow(rules: Rules, state: SubjectState, problem: string | null): Requirement[] {
  const takenOver = isUnconfirmed(state) ? state.takenOver : null;
  if (!takenOver) return [];
  const { conflicts, evidence, vouched } = takenOver;
  const says = [
    `${foundInWords(evidence)}.`,
    ...conflicts.map((conflict) => conflict.says),
    ...(vouched ? [`${vouched.by.map(({ login }) => login).join(', ')} vouched for ${vouched.status}.`] : []),
    ...(problem === null ? [] : [problem]),
  ];
  return [
    leaf({
      rule: 'transitions',
      name: 'Taken over',
      held: 'open',
      says: says.join(' '),
      next: confirmation(rules, state).what,
    }),
  ];
}

/** What the labels, the file and the people on it say, as a sentence without its full stop. */
export function foundInWords(evidence: TakenOver['evidence']): string {
  const values = (piece: TakenOver['evidence'][number]['piece']): TakenOver['evidence'] =>
    evidence.filter((each) => each.piece === piece);
  const parts = [
    ...values('label').map(({ value }) => `the label \`${value}\``),
    ...values('assignee').map(({ value }) => `${value} is assigned`),
    ...values('status').flatMap(({ status }) => (status === null ? [] : [`the file says ${status}`])),
    ...values('sponsor').map(({ value }) => `the file names ${value} as sponsor`),
  ];
  const whole = parts.length === 0 ? 'nothing was found' : parts.join(', ');
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** Who confirms or corrects a state that was taken over, and how. */
export const confirmation = (rules: Rules, { status, sponsor, takenOver }: SubjectState): NextStep =>
  toConfirm(
    {
      status,
      // Who has said it is not asked again.
      sponsor: sponsor ? null : (takenOver?.sponsor ?? null),
      conflicts: takenOver?.conflicts ?? [],
    },
    rules,
  );

/** The same of what a proposal would be taken over as. */
export function toConfirm(
  { status, sponsor, conflicts }: Pick<LineOf<'taken-over'>, 'status' | 'sponsor' | 'conflicts'>,
  rules: Rules,
): NextStep {
  if (DECIDED.includes(status)) {
    const number = needed(rules);
    const word = `\`/sep status ${status}\``;
    return number === 1
      ? { who: 'A Core Maintainer', people: [], what: `confirms it with ${word}, or names the right one.` }
      : {
          who: 'The Core Maintainers',
          people: [],
          what: `confirm it, ${number} of them, with ${word}, or name the right one.`,
        };
  }
  if (status === 'withdrawn') {
    const what = 'confirms it with `/sep status withdrawn`, or brings it back with `/sep revive`.';
    return { who: 'The author', people: [], what };
  }
  if (status === 'dormant') {
    return { who: 'A maintainer', people: [], what: 'who champions it brings it back with `/sep sponsor`.' };
  }
  const may = sponsor !== null && conflicts.every(({ code }) => code !== 'sponsor-may-not');
  if (status === 'proposal') {
    const what = may ? 'writes `/sep sponsor`, if they champion it.' : 'who champions it writes `/sep sponsor`.';
    return may ? named(sponsor, what) : { who: 'A maintainer', people: [], what };
  }
  const what = 'confirms it with `/sep sponsor`, or says with `/sep status proposal` that it has no sponsor.';
  return may ? named(sponsor, what) : { who: 'A maintainer', people: [], what: `who champions it ${what}` };
}

const named = ({ login, account }: NonNullable<LineOf<'taken-over'>['sponsor']>, what: string): NextStep => ({
  who: login,
  people: account ? [account] : [],
  what,
});

/** What is next for a proposal that was in review when Convenor came, and that nobody has brought before the core here. */
export function neverBrought(state: SubjectState): Requirement[] {
  if (state.status !== 'in-review' || state.decisions.length > 0 || isUnconfirmed(state)) return [];
  return [
    leaf({
      rule: 'core-decision',
      name: 'Decision',
      held: 'open',
      says: 'It was in review when Convenor came, and none is open here.',
      next: 'brings the proposal to the Core Maintainers with `/sep status in-review`.',
    }),
  ];
}
