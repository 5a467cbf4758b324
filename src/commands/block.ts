import { same } from '../judge/standing.js';
import { openDecision, standingBlocks } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { asOne, electorOf, withDecision } from './decision.js';
import { placeOf } from './said.js';

const FORM =
  'Write the objection on the lines below the command, and a line that starts with `Alternative:` or `Criterion:` to ' +
  'say what would meet it:\n\n```\n/block error-codes\nTwo of the codes collide with existing ones.\nAlternative: take codes from the free range.\n```';

/** A line that says what would meet an objection; it must say something behind the word. */
const WAY_OUT = /^\s*(?:[-*]\s+)?\**(?:alternative|criterion|criteria)\**\s*:\**\s*\S/im;
const LABEL = /^\s*(?:[-*]\s+)?\**(?:alternative|criterion|criteria|objection)\**\s*:\**/i;

/** What stands as the objection itself: every line that is not the way out. */
const objection = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !WAY_OUT.test(line))
    .map((line) => line.replace(LABEL, ''))
    .join('\n')
    .trim();

export const block: Command = {
  name: 'block',
  usage: '/block <slug>',
  rule: 'blocking',
  inDecision: true,
  takesText: true,
  who: (rules) => rules.rules.blocking.who,
  summary: 'Blocks an open consensus, with an objection and what would meet it.',
  help:
    'A member of the group whose consensus is open may block it. A block needs a short name, an objection, and an ' +
    'alternative or a criterion by which it would be met. It belongs to who raised it: only that person clears it, with ' +
    '`/unblock <slug>`, or whom they name with `/block delegate <slug> @user`. A block that stands at the deadline is ' +
    'voted on; `/block challenge` opens that vote at once.',
  examples: [
    '/block error-codes\nTwo of the codes collide with existing ones.\nAlternative: take codes from the free range.',
  ],
  read(words, text) {
    const [slug, ...rest] = words;
    if (slug === undefined || rest.length > 0 || !/^[a-z0-9][a-z0-9-]{0,49}$/i.test(slug)) {
      return { ok: false, problem: `needs one short name of letters, digits and hyphens behind it. ${FORM}` };
    }
    if (objection(text) === '') return { ok: false, problem: `needs an objection. ${FORM}` };
    if (!WAY_OUT.test(text)) return { ok: false, problem: `needs an alternative or a criterion. ${FORM}` };
    return { ok: true, args: [slug.toLowerCase()] };
  },
  effect(state, act) {
    const slug = act.args[0] ?? '';
    const open = openDecision(state);
    if (open?.form !== 'consensus') {
      return refused(
        'blocking',
        'No consensus is open on this proposal.',
        'A review says the same before one opens; a block is raised once a lead has written `/consensus start`.',
      );
    }
    const elector = electorOf(open, act.by);
    if (!elector) {
      return refused(
        'blocking',
        `A block is for a member of the group as it stood when the consensus opened, and @${act.by.login} was none.`,
        'Say it as a comment or a review: the members read it, and any of them may take it up.',
      );
    }
    if (standingBlocks(open).some((standing) => standing.slug === slug)) {
      const who = standingBlocks(open).find((standing) => standing.slug === slug);
      const owner = who && same(who.by, elector) ? 'You have' : `@${who?.by.login ?? 'somebody'} has`;
      return refused('blocking', `${owner} raised a block \`${slug}\` already, and it stands.`, 'Choose another name.');
    }
    const raised = {
      slug,
      by: asOne(elector),
      at: act.at,
      text: act.text,
      ...placeOf(act),
      delegates: [],
      clearedAt: null,
    };
    return taken(
      `@${act.by.login} blocked the consensus: \`${slug}\`.`,
      withDecision(state, { ...open, blocks: [...open.blocks, raised] }),
    );
  },
};
