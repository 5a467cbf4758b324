import type { Diagnostic, Proposal } from '../types.js';
import type { Explanation } from './types.js';

/** What reading itself finds, before any check: each needs no more than its page. Those with a mend have a check. */
export const READINGS: readonly Explanation[] = [
  {
    code: 'file/not-utf8',
    level: 'error',
    wants: 'The file is text in UTF-8.',
    why: 'Other encodings show as broken letters, and nobody can be sure what was meant.',
    good: 'a Markdown file saved as UTF-8',
    bad: 'a Markdown file saved as Latin-1',
  },
  {
    code: 'file/binary',
    level: 'error',
    wants: 'The file is Markdown.',
    why: 'What is no text cannot be reviewed line by line.',
    good: 'seps/1850-tool-timeouts.md as Markdown',
    bad: 'a PDF that was renamed to .md',
  },
  {
    code: 'file/empty',
    level: 'error',
    wants: 'The file says something.',
    why: 'An empty file is mostly one whose content was not committed.',
    good: 'a file that begins from the template',
    bad: 'a file of no bytes',
  },
  {
    code: 'file/too-large',
    level: 'error',
    wants: 'The file has at most 1 MiB.',
    why: 'The longest proposal known has 74 kB; larger ones hold data that belongs beside them.',
    good: 'a link to the generated table',
    bad: 'the generated table itself, of 2 MiB',
  },
  {
    code: 'file/symlink',
    level: 'error',
    wants: 'The file itself lies in the folder, and no symbolic link to it.',
    why: "A link's content is a path; what it leads to can change without anybody seeing it here.",
    good: 'seps/1850-tool-timeouts.md as a file',
    bad: 'seps/1850-tool-timeouts.md as a link to another file',
  },
  {
    code: 'file/unreadable',
    level: 'error',
    wants: 'The document can be read as Markdown.',
    why: 'A document that breaks the reader breaks other tools, too.',
    good: 'plain Markdown',
    bad: 'text that no Markdown reader gets through',
  },
  {
    code: 'heading/title',
    level: 'error',
    wants: 'The first heading gives the title.',
    why: 'Lists, pages and conversations name the proposal by it.',
    good: '# SEP-1850: Tool timeouts',
    bad: '# SEP-1850',
  },
  {
    code: 'preamble/yaml',
    level: 'error',
    wants: 'Front matter is YAML that can be read.',
    why: 'One wrong quote hides all fields.',
    good: "title: 'Tools: timeouts'",
    bad: "title: 'Tools: timeouts",
  },
  {
    code: 'preamble/duplicate-field',
    level: 'warning',
    wants: 'Every field stands there once.',
    why: 'Of two that differ one is wrong, and readers pick either.',
    good: 'one Status line',
    bad: 'a Status line in the preamble and another one below it',
  },
  {
    code: 'preamble/title',
    level: 'warning',
    wants: 'A Title field says the same as the heading.',
    why: 'People look for the proposal under both.',
    good: '# SEP-1850: Tool timeouts, and title: Tool timeouts',
    bad: '# SEP-1850: Tool timeouts, and title: Timeouts for everything',
  },
  {
    code: 'preamble/plain-key',
    level: 'warning',
    wants: 'A field is marked as one: a bullet with its key in bold.',
    why: 'Plain lines are joined to one paragraph where the page is shown, and other tools do not see them.',
    good: '- **PR**: #1850',
    bad: 'PR: #1850',
  },
  {
    code: 'preamble/reference-form',
    level: 'info',
    wants: 'What a proposal supersedes is given by numbers or links of this repository, with commas between them.',
    why: 'What is no number cannot be followed from either side.',
    good: '- **Supersedes**: SEP-1302, SEP-1850',
    bad: '- **Supersedes**: the older work on timeouts',
  },
  {
    code: 'preamble/sponsor',
    level: 'warning',
    wants: 'A sponsor is a person who has agreed.',
    why: 'A company or somebody who was only asked cannot bring a proposal into review.',
    good: '- **Sponsor**: Grace Example (@grace-example)',
    bad: '- **Sponsor**: Example Ltd',
  },
  {
    code: 'preamble/accepted',
    level: 'warning',
    wants: 'An Accepted field begins with the day.',
    why: 'The day is how the decision is found again.',
    good: '- **Accepted**: 2026-05-01, 8 Yes, 0 No, 1 Absent',
    bad: '- **Accepted**: by the core maintainers',
  },
];

/**
 * Whether an editor would pass on what reading says: what a proposal requires or is related to may be no number here,
 * such as an RFC, and a number may have a remark behind it.
 */
export function isWorthSaying({ code, line }: Diagnostic, { fields }: Proposal): boolean {
  const field = fields.find(({ position }) => position.line.start.line === line);
  if (code === 'preamble/reference-form') return field?.canonical === 'supersedes';
  return code !== 'preamble/number-form' || !/^#\d{1,9}\s+\(/.test(field?.raw ?? '');
}
