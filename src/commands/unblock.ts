import { isPerson, same } from '../judge/standing.js';
import { openDecision, standingBlocks } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { electorOf, withDecision } from './decision.js';
import { inWords, isBefore, plusDays } from '../judge/instants.js';
import { quoted } from './quoted.js';

export const unblock: Command = {
  name: 'unblock',
  usage: '/unblock <slug>',
  rule: 'blocking',
  inDecision: true,
  who: (rules) => rules.rules.blocking.who,
  summary: 'Clears a block that you raised.',
  help:
    'A block belongs to who raised it: that person clears it, or whom they named with `/block delegate`. The consensus ' +
    'goes on, with some days left at least. The objection stays in the record.',
  examples: ['/unblock error-codes'],
  read(words) {
    const [slug, ...rest] = words;
    return slug !== undefined && rest.length === 0
      ? { ok: true, args: [slug.toLowerCase()] }
      : { ok: false, problem: 'needs the name of the block behind it. Write `/unblock <slug>`.' };
  },
  effect(state, act, ground) {
    const slug = act.args[0] ?? '';
    const open = openDecision(state);
    const standing = open ? standingBlocks(open) : [];
    const found = standing.find((candidate) => candidate.slug === slug);
    if (!open || !found) {
      const names = standing.map((candidate) => `\`${candidate.slug}\``).join(', ');
      return refused(
        'blocking',
        `No block ${quoted(slug)} stands here.`,
        names === '' ? 'There is nothing to clear.' : `These stand: ${names}.`,
      );
    }
    const isOwner = isPerson(act, found.by) || same(found.by, electorOf(open, act.by));
    if (!isOwner && !found.delegates.some((one) => isPerson(act, one))) {
      return refused(
        'blocking',
        `The block \`${slug}\` belongs to @${found.by.login}, who raised it.`,
        `@${found.by.login} clears it with \`/unblock ${slug}\` once it is met.`,
      );
    }
    const blocks = open.blocks.map((candidate) =>
      candidate === found ? { ...candidate, clearedAt: act.at } : candidate,
    );
    const least = plusDays(act.at, ground.rules.rules.blocking.left);
    const isLast = blocks.every((candidate) => candidate.clearedAt !== null);
    // Whoever might have objected, too, had no reason to while a block stood.
    const deadline = isLast && isBefore(open.deadline, least) ? least : open.deadline;
    const longer = deadline === open.deadline ? '' : ` The consensus goes on until ${inWords(deadline)}.`;
    const next = withDecision(state, { ...open, blocks, deadline });
    return taken(`@${act.by.login} cleared the block \`${slug}\`.${longer}`, next);
  },
};
