import { isPerson, same } from '../judge/standing.js';
import { openDecision, standingBlocks } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { electorOf, withDecision } from './decision.js';
import { quoted } from './quoted.js';

export const unblock: Command = {
  name: 'unblock',
  usage: '/unblock <slug>',
  rule: 'blocking',
  who: (rules) => rules.rules.blocking.who,
  summary: 'Clears a block that you raised.',
  help: 'A block belongs to who raised it, and only that person clears it. The objection stays in the record.',
  examples: ['/unblock error-codes'],
  read(words) {
    const [slug, ...rest] = words;
    return slug !== undefined && rest.length === 0
      ? { ok: true, args: [slug.toLowerCase()] }
      : { ok: false, problem: 'needs the name of the block behind it. Write `/unblock <slug>`.' };
  },
  effect(state, act) {
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
    if (!isPerson(act, found.by) && !same(found.by, electorOf(open, act.by))) {
      return refused(
        'blocking',
        `The block \`${slug}\` belongs to @${found.by.login}, who raised it.`,
        `@${found.by.login} clears it with \`/unblock ${slug}\` once it is met.`,
      );
    }
    const blocks = open.blocks.map((candidate) =>
      candidate === found ? { ...candidate, clearedAt: act.at } : candidate,
    );
    return taken(`@${act.by.login} cleared the block \`${slug}\`.`, withDecision(state, { ...open, blocks }));
  },
};
