import { openConditions } from '../judge/conditions.js';
import { holds, isAuthor, isPerson } from '../judge/standing.js';
import type { Condition, SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { refused, taken, type Command, type Effect } from './command.js';
import { quoted } from './quoted.js';
import { wholeText } from './said.js';

const CORE = ['core-maintainer', 'lead-maintainer'] as const;

const withCondition = (state: SubjectState, old: Condition, next: Condition): SubjectState => ({
  ...state,
  conditions: state.conditions.map((one) => (one === old ? next : one)),
});

/** The condition that an act names, or the refusal where there is none. */
function named(
  state: SubjectState,
  act: LineOf<'act'>,
): { ok: true; found: Condition } | { ok: false; refusal: Effect } {
  const name = act.args[0] ?? '';
  const all = openConditions(state);
  const found = all.find((one) => one.name === name);
  if (found) return { ok: true, found };
  const open = all.map((one) => `\`${one.name}\``);
  const next = open.length > 0 ? `These are open: ${open.join(', ')}.` : 'Nothing is left to do here.';
  return { ok: false, refusal: refused('core-decision', `No condition ${quoted(name)} is open here.`, next) };
}

export const conditionMet: Command = {
  name: 'condition met',
  usage: '/condition met <name> <how>',
  rule: 'core-decision',
  takesText: true,
  who: () => ['sponsor'],
  summary: 'Shows that a condition of an acceptance is met.',
  help:
    'A proposal that was accepted with changes is final only when its conditions are met. The sponsor says of each how it ' +
    'was met; who made the condition, or another of the core, confirms that with `/condition confirm <name>`.',
  examples: ['/condition met error-codes The third section names them now.'],
  read(words, text) {
    const [name, ...rest] = words;
    const how = wholeText(rest, text);
    return name !== undefined && how !== ''
      ? { ok: true, args: [name.toLowerCase(), how] }
      : {
          ok: false,
          problem: 'needs the name of the condition and how it was met. Write `/condition met <name> <how>`.',
        };
  },
  effect(state, act) {
    const condition = named(state, act);
    if (!condition.ok) return condition.refusal;
    if (!holds(state, act, ['sponsor'], null)) {
      return refused('core-decision', 'The sponsor shows that a condition is met.', 'Tell the sponsor what was done.');
    }
    const shown = { by: act.by, at: act.at, how: act.args[1] ?? '', url: act.source.url };
    const { found } = condition;
    return taken(
      `@${act.by.login} showed that \`${found.name}\` is met.`,
      withCondition(state, found, { ...found, shown }),
    );
  },
};

export const conditionConfirm: Command = {
  name: 'condition confirm',
  usage: '/condition confirm <name>',
  rule: 'core-decision',
  who: () => [...CORE],
  summary: 'Confirms that a condition of an acceptance is met.',
  help:
    'Who made the condition, or another of the core, confirms what the sponsor has shown. Nobody confirms what they showed ' +
    'themselves, and no author what was asked of their own text.',
  examples: ['/condition confirm error-codes'],
  read: (words) =>
    words[0] !== undefined && words.length === 1
      ? { ok: true, args: [words[0].toLowerCase()] }
      : { ok: false, problem: 'needs the name of the condition. Write `/condition confirm <name>`.' },
  effect(state, act, ground) {
    const condition = named(state, act);
    if (!condition.ok) return condition.refusal;
    const { found } = condition;
    if (!isPerson(act, found.by) && !holds(state, act, CORE, null)) {
      return refused('core-decision', `@${found.by.login} or another of the core confirms it.`, 'Ask one of them.');
    }
    if (isAuthor(state, act) && !holds(state, act, ground.rules.rules['acting-alone'].who, null)) {
      return refused(
        'core-decision',
        'Nobody confirms what was asked of their own text.',
        'Another of the core confirms it.',
      );
    }
    if (!found.shown) {
      return refused(
        'core-decision',
        `Nobody has shown yet that \`${found.name}\` is met.`,
        `The sponsor writes \`/condition met ${found.name} <how>\`.`,
      );
    }
    if (isPerson(act, found.shown.by)) {
      return refused(
        'core-decision',
        'Nobody confirms what they showed themselves.',
        'Another of the core confirms it.',
      );
    }
    const confirmed = { by: act.by, at: act.at };
    return taken(
      `@${act.by.login} confirmed that \`${found.name}\` is met.`,
      withCondition(state, found, { ...found, confirmed }),
    );
  },
};
