import type { Play } from '../../../src/judge/play.js';
import { nothing } from '../../../src/judge/state.js';
import { sha256 } from '../../../src/ledger/chain.js';
import type { LineBody, LineOf } from '../../../src/ledger/lines.js';
import { RULEBOOK, who, type History } from '../history.js';

/** What else is remembered of a proposal, where there is any of it. */
const KEPT = [
  ...(['authors', 'groups', 'adopted', 'routed', 'accepted', 'confirmedTexts', 'exemption', 'holds'] as const),
  ...(['closure', 'appeal', 'asked', 'supersedes', 'supersededBy', 'requests', 'conditions', 'vetoes'] as const),
  ...(['lapsesAt', 'continues'] as const),
];

/** What a ledger comes to: its steps, its decisions, what a look adds, and what it cannot make sense of. */
export function all({ state, emitted, waiting, doubts }: Play): string[] {
  const named = (one: { login: string } | null | undefined): string => one?.login ?? '-';
  return [
    `${state.status} since ${state.since}, group ${state.group?.slug ?? '-'}, sponsor ${named(state.sponsor?.by)}, head ${state.head?.commit.slice(0, 3)}`,
    ...KEPT.flatMap((key) => {
      const value = JSON.stringify(state[key]);
      return value === JSON.stringify(nothing[key]) ? [] : [`${key} ${value}`];
    }),
    `way: ${state.passed.map(({ status, at }) => `${status} ${at ?? '-'}`).join(', ')}`,
    ...(state.moves.length > 0 ? [`moves: ${state.moves.map(({ to, at }) => `${to} ${at}`).join(', ')}`] : []),
    ...state.steps.map(({ at, by, says, source }) => `${at} ${named(by)}: ${says} ${source ?? ''}`.trimEnd()),
    ...state.acts.flatMap(({ act, outcome }) =>
      outcome.taken ? [] : [`/${act.command} of ${act.by.login}: ${outcome.rule}: ${outcome.why} ${outcome.next}`],
    ),
    ...state.decisions.map(
      ({ id, form, deadline, closed, recallUntil, text }) =>
        `${id} ${form} to ${deadline}, on ${text?.slice(0, 3) ?? '-'}, recall ${recallUntil ?? '-'}: ${
          closed ? `${closed.outcome} ${closed.at} ${Object.values(closed.tally).join('/')} ${closed.why}` : 'open'
        }`,
    ),
    ...emitted.map(
      (line) => `line ${line.kind} ${line.at} ${sha256(JSON.stringify({ ...line, rules: undefined })).slice(0, 8)}`,
    ),
    ...waiting.map(({ command, by }) => `waits: /${command} of ${by.login}`),
    ...doubts.map(({ says, about }) => `doubt: ${says} (${about.kind})`),
  ];
}
/** Groups that bind the proposal by their charters. */
export const bound = (at: string, ...groups: string[]): LineOf<'bound'> => ({
  kind: 'bound',
  at,
  groups: groups.map((slug) => ({ slug, by: 'work-item', says: `The charter of ${slug} names it.` })),
  rules: { commit: 'c'.repeat(40), sha256: [...RULEBOOK.keys()][0]! },
});
/** What the list of what was taken over says. */
export const confirmed = (at: string, status: 'draft' | 'accepted', sponsor: 'kofi' | null): LineOf<'confirmed'> => ({
  kind: 'confirmed',
  at,
  status,
  sponsor: sponsor && who(sponsor),
  source: { path: '.github/convenor/taken-over.yml', line: 4 },
  rules: bound(at).rules,
});
/** Since when people without write access cannot speak, or can again. */
export const muted = (at: string, isMuted: boolean, by: 'lock' | 'archive' = 'lock'): LineOf<'muted'> => ({
  kind: 'muted',
  at,
  muted: isMuted,
  by,
});
/** A story with further lines behind those that it has. */
export function adding(told: History, ...lines: LineBody[]): History {
  told.lines.push(...lines);
  return told;
}
