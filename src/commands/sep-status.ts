import { inWords } from '../judge/instants.js';
import { isTextChanged } from '../judge/acceptance-text.js';
import { exemptionBy, exemptionIn } from '../judge/exemption.js';
import { acceptanceNeeds, lacking, refusedFor, saidOf, type Need } from '../judge/needs.js';
import { openConditions } from '../judge/conditions.js';
import { holds, whoMay } from '../judge/standing.js';
import { CORE } from '../ledger/lines.js';
import { openDecision } from '../judge/state.js';
import { proposalState, type ProposalState, type Rules, type Transition } from '../rules/schema.js';
import { capital } from '../rules/words.js';
import { refused, taken, type Command } from './command.js';
import { confirming } from './confirming.js';
import { quoted } from './quoted.js';
import { ended } from './decision.js';

const USAGE = '/sep status <state>';

/** What a row of the table needs, and what an acceptance needs where the row brings the proposal before the core. */
const needsOf = ({ to, needs }: Transition, rules: Rules): Need[] => [
  ...needs.map((need): Need => ({ need, by: 'transitions' })),
  ...(to === 'in-review' ? acceptanceNeeds(rules) : []),
];

export const sepStatus: Command = {
  name: 'sep status',
  usage: `${USAGE} [reason]`,
  rule: 'transitions',
  takesText: true,
  // Who merged too early may still say that the work is complete.
  also: ['merged'],
  who: (rules) => [...new Set(rules.rules.transitions.table.flatMap((row) => row.who))],
  summary: 'Moves a proposal to another status.',
  help:
    'Each step has a row in the transition table of the rules, which says who may take it. A step into review brings ' +
    'the proposal to the Core Maintainers; acceptance and rejection are never set by hand: they follow from a decision. ' +
    'Below `/sep status final` the sponsor may say on a line of its own that a proposal needs no conformance scenario: ' +
    '`No observable behaviour: <reason>`.',
  examples: [
    '/sep status in-review',
    '/sep status final',
    '/sep status final\nNo observable behaviour: it only explains.',
    '/sep status draft\nThe error codes need another round.',
  ],
  read(words, text) {
    const [word, ...rest] = words;
    const state = proposalState.safeParse(word?.toLowerCase());
    if (!state.success) {
      const known = proposalState.options.join('`, `');
      return { ok: false, problem: `needs one of the states \`${known}\`. Write for example \`/sep status final\`.` };
    }
    if (exemptionIn(text) === '') {
      return { ok: false, problem: 'needs a reason behind `No observable behaviour:`. Write it on the same line.' };
    }
    const reason = [...rest, text].join(' ').trim();
    return { ok: true, args: reason === '' ? [state.data] : [state.data, reason] };
  },
  needs: (args, rules) =>
    rules.rules.transitions.table.filter(({ to }) => to === args[0]).flatMap((row) => needsOf(row, rules)),
  effect(before, act, ground) {
    const to = act.args[0] as ProposalState;
    const reason = act.args[1] ?? '';
    const confirmed = confirming(before, act, ground, to);
    if ('effect' in confirmed) return confirmed.effect;
    const { state } = confirmed;
    if (to === 'accepted' || to === 'rejected') {
      return refused(
        'core-decision',
        `Nobody sets \`${to}\` by hand: it follows from a decision.`,
        state.status === 'in-review'
          ? 'Core Maintainers write `/core accept` or `/core reject`.'
          : 'The sponsor brings the proposal to the Core Maintainers with `/sep status in-review`.',
      );
    }
    const rows = ground.rules.rules.transitions.table.filter((row) => row.to === to && row.from.includes(state.status));
    if (rows.length === 0) {
      const onward = ground.rules.rules.transitions.table
        .filter((row) => row.from.includes(state.status))
        .map((row) => `\`${row.to}\` (${whoMay(row.who)})`);
      return refused(
        'transitions',
        `There is no step from \`${state.status}\` to \`${to}\`.`,
        onward.length > 0
          ? `From here it can go to ${onward.join(', ')}.`
          : 'No step leads on from here by this command.',
      );
    }
    const group = state.group?.slug ?? null;
    const row = rows.find((candidate) => holds(state, act, candidate.who, group));
    if (!row) {
      const who = whoMay(rows.flatMap((candidate) => candidate.who));
      return refused('transitions', `The step to \`${to}\` is for ${who}.`, 'Ask them to write it.');
    }
    if (row.reason && reason === '') {
      return refused(
        'transitions',
        `The step back to \`${to}\` needs a reason.`,
        `Write \`/sep status ${to} <reason>\`.`,
      );
    }
    const open = openDecision(state);
    if (open && to !== 'withdrawn') {
      return refused(
        'transitions',
        `Decision ${open.id} is open until ${inWords(open.deadline)}, and a status does not run past a decision.`,
        'Wait for its end.',
      );
    }
    const obstacle = act.obstacles[CORE];
    if (to === 'in-review' && obstacle !== undefined) {
      return refused(
        'core-decision',
        obstacle,
        'A maintainer writes their present login into `MAINTAINERS.md` or the roster, or takes them off, in a pull ' +
          'request; then write it again.',
      );
    }
    const [condition] = to === 'final' ? openConditions(state) : [];
    if (condition) {
      return refused(
        'core-decision',
        `The core accepted it on the condition \`${condition.name}\`, and nobody has confirmed yet that it is met.`,
        condition.shown
          ? `@${condition.by.login} or another of the core writes \`/condition confirm ${condition.name}\`.`
          : `Show how it is met: \`/condition met ${condition.name} <how>\`.`,
      );
    }
    const exemption = to === 'final' ? exemptionBy(state, act, ground.rules) : state.exemption;
    const lacks = lacking(needsOf(row, ground.rules), { ...state, exemption }, act, ground);
    const refusal = refusedFor(lacks, state, act, ground);
    if (refusal) return refusal;
    if (to === 'final' && isTextChanged(state, state.head?.normative ?? null)) {
      const { mode, who } = ground.rules.rules['acceptance-text'];
      if (mode === 'enforce') {
        return refused(
          'acceptance-text',
          'The text is not the one that was accepted.',
          `${capital(whoMay(who))}, and no author, confirms the change with \`/sep confirm\`; then write it again.`,
        );
      }
    }
    const exempted = exemption && to === 'final' ? ` No observable behaviour: ${quoted(exemption.reason)}.` : '';
    const says = `@${act.by.login} moved the proposal to ${to}${reason === '' || exempted !== '' ? '' : ', with a reason'}.${exempted}${saidOf(lacks)}`;
    const next = { ...(open ? ended(state, open, act.at, 'The author withdrew.') : state), status: to, exemption };
    return to === 'in-review' ? taken(says, next, { form: 'core', group }) : taken(says, next);
  },
};
