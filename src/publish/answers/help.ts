import { whoMayUse, type Command } from '../../commands/command.js';
import { quoted } from '../../commands/quoted.js';
import { COMMANDS } from '../../commands/registry.js';
import { commandOf, meant, nearMiss } from '../../commands/verbs.js';
import type { Governing } from '../../facts/facts.js';
import type { Rules } from '../../rules/schema.js';
import { cell } from '../escape.js';
import { words, type Words } from '../../templates/index.js';

/** Up to so many commands are listed; more are folded. */
const SHORT = 6;

/** All about one command; or those that begin with a word, or all of them. */
export function helpAnswer(name: string | null, { rules, templates }: Governing): string {
  const written = name?.split(' ') ?? [];
  const found = commandOf(meant(written, rules.commands));
  if (found) return words('help-command', aboutCommand(found.command, rules), templates);
  const [first] = written;
  const some = COMMANDS.filter((one) => one.name.split(' ')[0] === first);
  const listed = some.length > 0 ? some : COMMANDS;
  const said: Words<'help'> = {
    unknown: name === null || (some.length > 0 && name === first) ? null : quoted(`/${name}`),
    meant: name === null ? null : nearMiss(written, rules.commands),
    isShort: listed.length <= SHORT,
    commands: listed.map((one) => ({
      usage: cell([one.usage, ...aliasesOf(one, rules)].map((usage) => `\`${usage}\``).join(' or ')),
      who: cell(whoMayUse(one, rules)),
      summary: cell(one.summary),
    })),
  };
  return words('help', said, templates);
}

const aboutCommand = (command: Command, rules: Rules): Words<'help-command'> => ({
  usage: command.usage,
  aliases: aliasesOf(command, rules),
  who: whoMayUse(command, rules),
  summary: command.summary,
  help: command.help,
  rule: command.rule === 'commands' ? null : { id: command.rule, says: rules.rules[command.rule].says },
  examples: command.examples,
});

/** The further verbs that stand for a command here. */
const aliasesOf = ({ name }: Command, { commands }: Rules): string[] =>
  Object.entries(commands.aliases).flatMap(([alias, stands]) => (stands === name ? [`/${alias}`] : []));
