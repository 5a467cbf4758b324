import { saysIn } from '../judge/ladder/asked.js';
import type { IssueState, Nomination } from '../judge/ladder/state.js';
import { speaksFor } from '../judge/standing.js';
import type { LineOf } from '../ledger/lines.js';
import type { BodyMember } from '../ledger/nomination-lines.js';
import { refused, type Command, type IssueEffect } from './command.js';

/** What a word does that needs an open nomination: it is refused where none is open in the issue. */
export const onOpen =
  (effect: (open: Nomination, act: LineOf<'act'>, state: IssueState) => IssueEffect): NonNullable<Command['onIssue']> =>
  (state, act) => {
    const { nomination } = state;
    if (!nomination) {
      return refused(
        'nomination',
        'Nobody is nominated in this issue.',
        'Write `/nominate @user <role>` first, or go to the issue of the nomination.',
      );
    }
    const { closed, nominee } = nomination;
    if (!closed) return effect(nomination, act, state);
    return refused(
      'nomination',
      `The matter of @${nominee.login} was ${closed.outcome} by then.`,
      'Open another issue, if something new has come up.',
    );
  };

/** The refusal of a word about somebody else than the one whom the issue is about; null where it is about them. */
export function aboutAnother(nomination: Nomination, act: LineOf<'act'>): IssueEffect | null {
  const [named] = act.mentions;
  if (named?.account && isNominee(nomination, named.account)) return null;
  return refused(
    'nomination',
    `This issue is about @${nomination.nominee.login}, and not about @${act.args[0] ?? ''}.`,
    `Write it with @${nomination.nominee.login}, or in the other issue.`,
  );
}

/** Whether an account is the nominee's, any of theirs. */
export const isNominee = ({ nominee }: Nomination, who: { id: number; login: string }): boolean =>
  speaksFor(nominee, who);

/** Whether an act's person is the nominee, by any account of either. */
export const isByNominee = (nomination: Nomination, { by, also }: LineOf<'act'>): boolean =>
  [by.id, ...also].some((id) => speaksFor(nomination.nominee, { id, login: by.login }));

/**
 * The one of those who may have a say that an act's person is, by any of their accounts; null where they are none. Where
 * the rules let anyone, who was in no file when it opened is one as well, and was nothing else then.
 */
export const memberOf = ({ body, step }: Nomination, { by, also, organization }: LineOf<'act'>): BodyMember | null =>
  body.find((one) => [by.id, ...also].some((id) => speaksFor(one, { id, login: by.login }))) ??
  (saysIn(step).includes('anyone') ? { ...by, also, organization, roles: [] } : null);

/** The same issue with its nomination changed. */
export const withNomination = (state: IssueState, nomination: Nomination): IssueState => ({ ...state, nomination });
