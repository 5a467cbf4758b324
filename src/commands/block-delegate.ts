import { isPerson, same } from '../judge/standing.js';
import { openDecision, standingBlocks } from '../judge/state.js';
import { refused, taken, type Command } from './command.js';
import { electorOf, withDecision } from './decision.js';
import { loginsIn } from './people-named.js';
import { quoted } from './quoted.js';

const USAGE = '/block delegate <slug> @user';

export const blockDelegate: Command = {
  name: 'block delegate',
  usage: USAGE,
  rule: 'blocking',
  inDecision: true,
  who: (rules) => rules.rules.blocking.who,
  summary: 'Lets somebody else clear a block of yours.',
  help: 'Who raised a block and will be away names somebody who may clear it in their place. They can still clear it themselves.',
  examples: ['/block delegate error-codes @linokafor'],
  read(words) {
    const [slug, person, ...rest] = words;
    const [login = null] = loginsIn([person ?? '']) ?? [];
    return slug !== undefined && login !== null && rest.length === 0
      ? { ok: true, args: [slug.toLowerCase(), login] }
      : { ok: false, problem: `needs the name of the block and a person. Write \`${USAGE}\`.` };
  },
  namesPeople: ([, login = '']) => [login],
  effect(state, act) {
    const slug = act.args[0] ?? '';
    const open = openDecision(state);
    const found = open && standingBlocks(open).find((block) => block.slug === slug);
    if (!open || !found) {
      return refused(
        'blocking',
        `No block ${quoted(slug)} stands here.`,
        'The status comment above names those that do.',
      );
    }
    if (!isPerson(act, found.by) && !same(found.by, electorOf(open, act.by))) {
      return refused(
        'blocking',
        `The block \`${slug}\` belongs to @${found.by.login}, who raised it.`,
        `Only @${found.by.login} names somebody else for it.`,
      );
    }
    const account = act.mentions[0]?.account ?? null;
    if (!account) {
      return refused(
        'blocking',
        `Nobody is called ${quoted(act.args[1] ?? '')}.`,
        `Write \`${USAGE}\` with their login.`,
      );
    }
    const blocks = open.blocks.map((block) =>
      block === found ? { ...block, delegates: [...block.delegates, account] } : block,
    );
    const says = `@${act.by.login} let @${account.login} clear the block \`${slug}\`, too.`;
    return taken(says, withDecision(state, { ...open, blocks }));
  },
};
