import { decisionInForce, toCore } from '../judge/forms/index.js';
import { isPerson } from '../judge/standing.js';
import { openDecision, type Decision, type SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { isRecused, recusedFrom, withBallot } from './ballot.js';
import { refused, taken, type Command, type Effect, type Ground } from './command.js';
import { closedBy, electorOf, ended } from './decision.js';
import { wholeText } from './said.js';

const USAGE = '/veto [alone] <reason>';

export const veto: Command = {
  name: 'veto',
  usage: USAGE,
  rule: 'veto-window',
  inDecision: true,
  takesText: true,
  who: (rules) => rules.rules['veto-window'].who,
  summary: "Objects to a group's agreement within its window, or vetoes what was decided.",
  help:
    'Where a group holds the authority `veto-window`, what it agrees on stands unless one of the core objects within the ' +
    'window; the objection needs a reason and brings the matter to the core. What a group has decided, more than half of the ' +
    'core veto together, each with this command. A Lead Maintainer vetoes any decision that was taken, alone; one that is ' +
    'still open, and a window, with the word `alone`. `/veto withdraw` takes it back.',
  examples: ['/veto The change touches the session model, which another group owns.'],
  read(words, text) {
    const isAlone = words[0]?.toLowerCase() === 'alone';
    const reason = wholeText(isAlone ? words.slice(1) : words, text);
    return reason === ''
      ? { ok: false, problem: `needs a reason. Write \`${USAGE}\`.` }
      : { ok: true, args: isAlone ? [reason, 'alone'] : [reason] };
  },
  effect(state, act, ground) {
    const open = openDecision(state);
    const mayAlone = ground.rules.rules['lead-veto'].who.some((who) => act.roles.includes(who));
    if (act.args[1] === 'alone' && !mayAlone) {
      return refused('lead-veto', 'Only a Lead Maintainer vetoes alone.', 'Write `/veto <reason>` without `alone`.');
    }
    if (open?.form === 'core-veto') {
      if (act.args[1] !== 'alone') return join(state, act, open);
      const why = `@${act.by.login} vetoed alone what the core votes on, as a Lead Maintainer may.`;
      return vetoDecided(ended(state, open, act.at, why), act, ground, mayAlone);
    }
    if (open?.form === 'veto-window' && act.args[1] !== 'alone') return objection(state, act, open);
    if (open) return stop(state, act, open, mayAlone);
    return vetoDecided(state, act, ground, mayAlone);
  },
};

/** Within the window one of the core brings the matter to all of it. */
function objection(state: SubjectState, act: LineOf<'act'>, open: Decision): Effect {
  if (!electorOf(open, act.by)) {
    return refused(
      'veto-window',
      `An objection within the window is for Core and Lead Maintainers, and @${act.by.login} was none when it opened.`,
      'Say it as a comment: the Core Maintainers read it.',
    );
  }
  const why = `@${act.by.login} objected within the window.`;
  const next = closedBy(state, open, { at: act.at, outcome: 'objected', why });
  return taken(`@${act.by.login} objected; the matter goes to the core.`, next, toCore(open.group));
}

/** A Lead Maintainer ends a decision that is still open. */
function stop(state: SubjectState, act: LineOf<'act'>, open: Decision, mayAlone: boolean): Effect {
  if (!mayAlone || act.args[1] !== 'alone') {
    return refused(
      'veto-window',
      `No veto window is open here; ${open.id} is.`,
      mayAlone
        ? 'To end it as a Lead Maintainer, write `/veto alone <reason>`.'
        : 'Take part in it, or put what you think on the record with `/concern`.',
    );
  }
  const why = `@${act.by.login} vetoed it, as a Lead Maintainer may.`;
  const next = closedBy(state, open, { at: act.at, outcome: 'vetoed', why });
  // What was never decided needs another round, and no decision comes back where the veto is withdrawn.
  return taken(`@${act.by.login} vetoed ${open.id}.`, { ...next, status: 'draft' });
}

/** Another of the core joins a veto that has been begun. */
function join(state: SubjectState, act: LineOf<'act'>, open: Decision): Effect {
  const elector = electorOf(open, act.by);
  if (!elector) {
    return refused('core-veto', `@${act.by.login} was none of the core when ${open.id} opened.`, 'Ask one who was.');
  }
  if (isRecused(open, elector)) return recusedFrom(open, act, 'core-veto');
  const cast = { choice: 'yes' as const, reason: act.args[0] ?? '', demands: [] };
  return taken(`@${act.by.login} joined the veto.`, withBallot(state, open, { elector, act, cast }).state);
}

function vetoDecided(state: SubjectState, act: LineOf<'act'>, ground: Ground, mayAlone: boolean): Effect {
  const decided = decisionInForce(state);
  if (!decided) {
    return refused(
      'veto-window',
      'Nothing was decided here that could be vetoed.',
      state.status === 'final'
        ? 'What is final is changed by a new proposal.'
        : 'The status comment above says what is open.',
    );
  }
  const cast = { choice: 'yes' as const, reason: act.args[0] ?? '', demands: [] };
  const first = (decision: Decision): Decision => {
    const elector = electorOf(decision, act.by);
    if (!elector) return decision;
    const alone = { ...state, decisions: [decision] };
    return withBallot(alone, decision, { elector, act, cast }).state.decisions[0] ?? decision;
  };
  if (mayAlone) {
    const says = `@${act.by.login} vetoed ${decided.id}, as a Lead Maintainer may.`;
    return taken(says, state, { form: 'lead-veto', group: decided.group, begins: first });
  }
  const { who } = ground.rules.rules['core-veto'];
  if (!who.some((one) => act.roles.includes(one))) {
    return refused('core-veto', `A veto is for the core, and @${act.by.login} is none of it.`, 'Say it as a comment.');
  }
  // "They can veto Maintainer decisions by majority vote" (governance.mdx, Roles): their own they decide anew.
  if (decided.form === 'core') {
    return refused(
      'core-veto',
      `${decided.id} was the core's own decision, and only a Lead Maintainer vetoes it.`,
      'The sponsor can bring a changed proposal to the core again.',
    );
  }
  const says = `@${act.by.login} vetoes ${decided.id}; more than half of the core have to.`;
  return taken(says, state, { form: 'core-veto', group: decided.group, begins: first });
}

/** Whether an act is of somebody who objected or vetoed in a decision. */
export const isVetoOf = (act: LineOf<'act'>, decision: Decision): boolean =>
  decision.ballots.some(({ by }) => isPerson(act, by)) || (decision.opener !== null && isPerson(act, decision.opener));
