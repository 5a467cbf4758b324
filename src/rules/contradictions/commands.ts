import { COMMANDS, commandNamed } from '../../commands/registry.js';
import { nearest } from '../../near.js';
import type { Rules } from '../schema.js';
import { contradiction, type Contradiction } from './finding.js';

const ALIASES = ['commands', 'aliases'];
const OTHERS = ['commands', 'others'];

const firstOf = (name: string): string => name.split(' ')[0] ?? '';

/** An alias stands for a command that there is, and for nobody else's verb. */
export function aliases({ commands }: Rules): Contradiction[] {
  return Object.entries(commands.aliases).flatMap(([alias, name]) => {
    const path = [...ALIASES, alias];
    if (COMMANDS.some((command) => firstOf(command.name) === alias)) {
      return [contradiction('alias-taken', path, `Commands of Convenor begin with \`/${alias}\` already.`)];
    }
    if (commands.others.includes(alias)) {
      return [contradiction('alias-taken', path, `\`/${alias}\` is another bot's, by \`commands.others\`.`, [OTHERS])];
    }
    if (commandNamed(name)) return [];
    const near = nearest(
      name,
      COMMANDS.map((command) => command.name),
    );
    const meant = near === null ? '`convenor commands` lists them.' : `Did you mean \`${near}\`?`;
    return [contradiction('alias-of-nothing', path, `There is no command \`${name}\`. ${meant}`)];
  });
}

/** A verb that is left to another bot takes no command out of reach. */
export function others({ commands }: Rules): Contradiction[] {
  const reached = new Set(Object.values(commands.aliases));
  return commands.others.flatMap((verb, at) => {
    const lost = COMMANDS.filter(({ name }) => firstOf(name) === verb && !reached.has(name)).map(
      ({ name }) => `\`${name}\``,
    );
    if (lost.length === 0) return [];
    const says = `\`/${verb}\` would be left to another bot, and nobody could write ${lost.join(', ')}: give an alias for it.`;
    return [contradiction('command-out-of-reach', [...OTHERS, at], says, [ALIASES])];
  });
}
