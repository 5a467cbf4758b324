import { whoMayUse } from '../../commands/command.js';
import { COMMANDS } from '../../commands/registry.js';
import { packRules } from '../../facts/governing.js';
import { EXIT, printJson } from '../io.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';

export const commands = subcommand({
  name: 'commands',
  usage: 'commands [--json]',
  summary: 'Lists what people can write in comments, and who may.',
  help: [
    'Who may use a command is what the default pack of rules says; a repository may say otherwise.',
    'With --json: an array of objects with "name", "usage", "who", "summary" and "examples".',
  ],
  examples: [{ line: 'convenor commands', says: 'Show every command with its syntax.' }],
  options: { json: JSON_OPTION },
  operands: { min: 0, max: 0, noun: 'nothing' },
  run({ values }, io) {
    const rules = packRules();
    const rows = COMMANDS.map((command) => ({
      name: command.name,
      usage: command.usage,
      who: whoMayUse(command, rules),
      summary: command.summary,
      examples: command.examples,
    }));
    if (values.json === true) printJson(io, rows);
    else {
      const paint = painter(io);
      const width = Math.max(...rows.map(({ usage }) => usage.length));
      const table = rows.flatMap(({ usage, who, summary }) => [
        `${paint('strong', usage.padEnd(width))}  ${summary}`,
        paint('quiet', `${' '.repeat(width)}  For ${who}.`),
      ]);
      io.stdout.write(`${table.join('\n')}\n`);
    }
    return Promise.resolve(EXIT.fine);
  },
});
