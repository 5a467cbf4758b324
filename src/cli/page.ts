import { optionSyntax } from './help.js';
import { JSON_OPTION, type Family, type Subcommand } from './subcommand.js';
import { ENTRIES, isFamily } from './subcommands.js';

/** The documentation's page of the command line, `docs/cli.md`, in Markdown: made from the subcommands themselves. */
export function commandLinePage(): string {
  return [
    '<!-- Made from src/cli/subcommands.ts by test/cli/page.test.ts: change it there, and run that test with -u. -->',
    '# The command line',
    '`npx convenor` prints this list; `npx convenor help COMMAND` says all about a command. A command of several, such as `rules`, shows what there is when it stands alone. Nothing here needs GitHub, an account or a network.',
    ENTRIES.flatMap((entry) => [
      listed(entry),
      ...(isFamily(entry) ? entry.members.map((member) => `  ${listed(member)}`) : []),
    ]).join('\n'),
    '## What holds for all of them',
    [
      "- The exit status is 0 where all is fine, 1 where something was found, and 2 for wrong use: an option or command that does not exist, a file that cannot be opened. A mistake that is Convenor's own ends in 2, too, and asks to be reported.",
      `- \`--json\`: ${JSON_OPTION.says} What went wrong stands on stderr.`,
      '- Colour is used on a terminal only, and never where `NO_COLOR` is set.',
      '- Text from files is shown with its control characters written out.',
    ].join('\n'),
    ...ENTRIES.map((entry) => (isFamily(entry) ? familySection(entry) : section(entry, '##'))),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

const listed = ({ name, summary }: Subcommand | Family): string =>
  `- [\`${name}\`](#${anchor(`convenor ${name}`)}): ${summary}`;

const familySection = ({ name, summary, members }: Family): string =>
  [`## convenor ${name}`, summary, ...members.map((member) => section(member, '###'))].join('\n\n');

function section({ name, usage, summary, help, options, examples }: Subcommand, level: '##' | '###'): string {
  return [
    `${level} convenor ${name}`,
    `\`\`\`text\nconvenor ${usage}\n\`\`\``,
    summary,
    ...help,
    Object.entries(options)
      .map(([long, option]) => `- \`${optionSyntax(long, option)}\`: ${option.says}`)
      .join('\n'),
    `\`\`\`sh\n${examples.map(({ line, says }) => `# ${says}\n${line}`).join('\n\n')}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The anchor that GitHub gives a heading of plain words. */
const anchor = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');
