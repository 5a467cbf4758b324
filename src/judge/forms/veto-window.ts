import { isTextSettled } from '../ballots.js';
import { inShort, inWords, plusDays } from '../instants.js';
import { confirmation, groupOf } from './consensus.js';
import { end, toCore, type Form } from './form.js';
import { concernNodes } from './nodes.js';

/** What a group agreed on stands, unless the core objects until the deadline. */
export const vetoWindow: Form = {
  name: 'Veto window',
  rule: 'veto-window',
  good: ['accepted'],
  terms: ({ rules }, _, at) => ({
    deadline: plusDays(at, rules['veto-window'].days),
    quorum: null,
    threshold: null,
  }),
  atDeadline(state, decision, drift) {
    const { deadline, group } = decision;
    const changed =
      drift ?? (isTextSettled(decision) ? null : 'The text changed within the window, and nobody confirmed it.');
    if (changed !== null) {
      return end(decision, 'undecided', deadline, `${changed} The core decides.`, state.status, toCore(group));
    }
    // A window that nobody could have spoken in is no consent.
    return decision.electorate.length === 0
      ? end(decision, 'undecided', deadline, 'Nobody was there who could have objected.', state.status)
      : end(decision, 'accepted', deadline, 'Nobody objected within the window: accepted.', 'accepted');
  },
  headline: (titleOf, open) =>
    `Agreed by ${groupOf(titleOf, open)}; it stands unless a Core Maintainer objects until ${inWords(open.deadline)}`,
  next: (_, open) => [
    {
      who: 'The Core Maintainers',
      people: [],
      what: `object with \`/veto <reason>\` until ${inWords(open.deadline)}, or let it stand.`,
    },
    ...(isTextSettled(open) ? [] : [confirmation(open)]),
  ],
  whileOpen: (open) => ({
    held: 'open',
    says: `Open until ${inShort(open.deadline)}.`,
    next: 'A Core Maintainer who objects writes `/veto <reason>`.',
  }),
  children: (decision) => concernNodes(decision, 'veto-window'),
};
