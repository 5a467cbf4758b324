import { rulesJsonSchema } from '../../rules/index.js';
import { EXIT, printJson } from '../io.js';
import { subcommand } from '../subcommand.js';

export const rulesSchema = subcommand({
  name: 'rules schema',
  usage: 'rules schema',
  summary: 'Prints the JSON Schema of a rules file, for editors.',
  help: [
    'An editor that knows it names the keys, says what they mean, and marks what is wrong. It stands in docs/rules.schema.json, too; a rules file names it in its first line: "# yaml-language-server: $schema=" and where it is. What a schema cannot say, such as two rules that contradict each other, "convenor rules check" does.',
  ],
  examples: [{ line: 'convenor rules schema > rules.schema.json', says: 'Put it where an editor finds it.' }],
  options: {},
  operands: { min: 0, max: 0, noun: 'nothing' },
  run(_, io) {
    printJson(io, rulesJsonSchema());
    return Promise.resolve(EXIT.fine);
  },
});
