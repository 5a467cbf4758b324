import type { Difference, Pair } from './difference.js';

/** Further verbs for commands that come, go, or stand for something else. */
export function aliasDifferences({ before, after }: Pair): Difference[] {
  const [old, now] = [before.commands.aliases, after.commands.aliases];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((alias) => {
    const [was, is] = [old[alias], now[alias]];
    if (was === is) return [];
    const meant = was === undefined ? '' : `, and no longer for \`/${was}\``;
    const says =
      is === undefined ? `\`/${alias}\` stands for nothing any more.` : `\`/${alias}\` stands for \`/${is}\`${meant}.`;
    return [{ rule: 'commands', path: ['commands', 'aliases', alias], kind: 'value' as const, says }];
  });
}
