import { nominate } from './nominate.js';
import type { ParsedCommand } from './parse.js';

/** The labels of the fields in `templates/issue-forms/nomination.yml`: GitHub makes headings of them. */
export const FORM_FIELDS = { nominee: 'Nominee', role: 'Role', group: 'Group' } as const;

/** What GitHub writes where a field was left empty. */
const EMPTY = /^_No response_$/i;

/**
 * What an issue from the nomination form says, as the command that it stands for; null for any other text. Below the
 * three fields people write as they like: that is the evidence, and none of it is a command by this.
 */
export function nominationIn(body: string): ParsedCommand | null {
  const fields = new Map(
    body
      .replace(/\r\n?/g, '\n')
      .split(/^### /m)
      .slice(1)
      .map((part) => {
        const [heading = '', ...lines] = part.split('\n');
        return [heading.trim(), lines.join('\n').trim()] as const;
      }),
  );
  const [nominee, role] = [fields.get(FORM_FIELDS.nominee), fields.get(FORM_FIELDS.role)];
  if (nominee === undefined || role === undefined) return null;
  const group = fields.get(FORM_FIELDS.group) ?? '';
  const login = nominee.startsWith('@') ? nominee : `@${nominee}`;
  const words = [login, ...role.split(/\s+/), ...(EMPTY.test(group) ? [] : group.split(/\s+/))].filter(Boolean);
  const read = nominate.read(words, '');
  return read.ok
    ? { command: nominate.name, args: read.args, text: '', problem: null }
    : { command: nominate.name, args: words, text: '', problem: `The form ${read.problem}` };
}
