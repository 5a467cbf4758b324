import { holds, whoMay } from '../judge/standing.js';
import { openDecision, type SubjectState } from '../judge/state.js';
import type { LineOf } from '../ledger/lines.js';
import { refused, taken, type Command, type Effect, type Ground } from './command.js';
import { ended } from './decision.js';
import { denied } from './permission.js';

const USAGE = '/sep supersede [by] <number>';

const numberIn = (word: string | undefined): number | null => {
  const digits = /^(?:sep-|#)?([1-9]\d{0,8})$/i.exec(word ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
};

export const sepSupersede: Command = {
  name: 'sep supersede',
  usage: USAGE,
  rule: 'superseding',
  also: ['merged'],
  who: (rules) => rules.rules.superseding.who,
  summary: 'Says that a proposal takes the place of an older one.',
  help:
    'Write it on the newer proposal, with the number of a merged one: `/sep supersede 1024` says that this proposal takes ' +
    'the place of SEP-1024. An older proposal whose own pull request is still open is superseded there, by the core, with ' +
    'the number of the newer pull request: `/sep supersede by 2048`. Convenor then closes the older pull request.',
  examples: ['/sep supersede 1024', '/sep supersede by 2048'],
  namesMerged: ([first, ...rest]) => (first === 'by' || rest.length > 0 ? null : numberIn(first)),
  read(words) {
    const isBy = words[0]?.toLowerCase() === 'by';
    const [word, ...rest] = isBy ? words.slice(1) : words;
    const number = numberIn(word);
    return number === null || rest.length > 0
      ? { ok: false, problem: `needs the number of one proposal. Write \`${USAGE}\`.` }
      : { ok: true, args: [...(isBy ? ['by'] : []), String(number)] };
  },
  effect(state, act, ground) {
    const number = Number(act.args.at(-1));
    if (number === state.number) {
      return refused('superseding', 'A proposal cannot take its own place.', 'Name another number.');
    }
    if (act.args[0] === 'by') return supersededBy(number, state, act, ground);
    const refusal = denied(sepSupersede, state, act, ground, null);
    if (refusal) return refusal;
    if (['rejected', 'withdrawn', 'superseded', 'dormant'].includes(state.status)) {
      return refused(
        'superseding',
        `A proposal that is ${state.status} takes no other one's place.`,
        'Say it on the proposal that does.',
      );
    }
    if (state.supersedes.some((one) => one.number === number)) {
      return refused(
        'superseding',
        `It stands already that SEP-${number} is superseded.`,
        'Nothing is left to do here.',
      );
    }
    return taken(`@${act.by.login} declared that it takes the place of SEP-${number}.`, {
      ...state,
      supersedes: [...state.supersedes, { number, by: act.by, at: act.at }],
    });
  },
};

/** The older proposal is superseded on its own pull request: who sponsors the newer one is not known here. */
function supersededBy(number: number, state: SubjectState, act: LineOf<'act'>, ground: Ground): Effect {
  const who = ground.rules.rules.superseding.who.filter((one) => one !== 'sponsor' && one !== 'author');
  if (!holds(state, act, who, state.group?.slug ?? null)) {
    return refused(
      'superseding',
      `That another proposal takes the place of this one is said here by ${whoMay(who)}.`,
      `The sponsor of the newer one writes \`/sep supersede ${state.number}\` there once this one is merged; before that its author can withdraw it.`,
    );
  }
  if (['rejected', 'withdrawn', 'superseded'].includes(state.status)) {
    return refused('superseding', `This proposal is ${state.status} already.`, 'Nothing is left to do here.');
  }
  const open = openDecision(state);
  const before = open ? ended(state, open, act.at, `It was superseded by #${number}.`) : state;
  return taken(`@${act.by.login} declared that #${number} takes its place.`, {
    ...before,
    status: 'superseded',
    supersededBy: number,
  });
}
