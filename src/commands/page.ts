import type { Rules } from '../rules/schema.js';
import { whoMayUse, type Command } from './command.js';
import { MOST_COMMANDS } from './parse.js';
import { COMMANDS, LADDER } from './registry.js';

/** The documentation's page of the commands, `docs/commands.md`, in Markdown: made from the commands themselves. */
export function commandsPage(rules: Rules): string {
  return [
    '<!-- Made from src/commands/registry.ts by test/commands/page.test.ts: change it there, and run that test with -u. -->',
    '# Commands',
    'Who may use a command is what the rules of a repository say; here it is what the `mcp` pack says. `/help` on a pull request lists the same for its repository, and `npx convenor commands --json` for programs.',
    '## How they are read',
    [
      '- A command is a line that starts with `/`, in a new comment, in a review, or in the description of a pull request as it was opened. Edits run nothing.',
      '- The line stands in a paragraph of its own or with others, at the top level: in code, quotes, lists, headings, links and HTML nothing is a command. Where that is easily overseen, right below a quote or a list or with a row of `-` below it, Convenor says so.',
      '- Words are read in any case. The lines below belong to the command where it takes a reason or an objection, and are prose where it takes none.',
      `- Several in one comment are taken in their order, ${MOST_COMMANDS} at most.`,
      '- 👀 says that a command was seen, 👍 that it was taken, 😕 that it was refused. What was asked or refused in one comment is answered in one reply, with the rule, who may, and the next step. A mistyped command is answered once to each person.',
      '- Verbs that are not here belong to other bots and are left alone. A repository gives further verbs for commands, and names those of other bots, under [`commands` in its rules](rules.md#keys).',
      '- What bots and deleted accounts write is no command.',
    ].join('\n'),
    ...COMMANDS.map((command) => section(command, rules)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function section(command: Command, rules: Rules): string {
  const { name, usage, summary, help, examples, also } = command;
  const rule = command.rule === 'commands' ? '' : ` Rule: [\`${command.rule}\`](rules.md#the-rules-of-the-mcp-pack).`;
  const open = also ? ` Also on a pull request that is ${also.join(' or ')}.` : '';
  const issues = LADDER.includes(command) ? ' In issues only.' : command.onIssue ? ' In issues, too.' : '';
  return [
    `## /${name}`,
    `\`\`\`text\n${usage}\n\`\`\``,
    `${summary} For ${whoMayUse(command, rules)}.${rule}${open}${issues}`,
    help,
    examples.map((example) => `\`\`\`text\n${example}\n\`\`\``).join('\n\n'),
  ].join('\n\n');
}
