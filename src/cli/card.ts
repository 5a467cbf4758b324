import type { Person, Proposal } from '../proposal/index.js';
import { clean, type Paint } from './terminal.js';

/** A proposal's preamble for people: what every proposal should say, then what else it says, then what is odd. */
export function card(path: string, proposal: Proposal, paint: Paint): string[] {
  const rows: [string, string | null][] = [
    ['Title', title(proposal)],
    ['Status', status(proposal)],
    ['Type', proposal.type],
    ['Created', proposal.created],
    ['Authors', authors(proposal)],
    ['Sponsor', people(proposal.sponsors)],
    ['Group', proposal.workingGroup],
    ...links(proposal),
  ];
  return [
    paint('strong', clean(path)),
    ...rows.map(([label, value]) => `  ${label.padEnd(11)} ${value === null ? paint('quiet', '-') : clean(value)}`),
    ...proposal.diagnostics.map(
      ({ severity, line, column, message, code }) =>
        `  ${clean(path)}:${line}:${column}  ${paint(severity, severity)}  ${clean(message)}  ${paint('quiet', code)}`,
    ),
  ];
}

function title({ number, headingNumber, title: words }: Proposal): string | null {
  const shown = number ?? headingNumber;
  return [shown === null ? null : `SEP-${shown}`, words].filter((part) => part !== null).join(': ') || null;
}

/** The status, and the word as written where it is another. */
function status({ status: known, statusRaw: written }: Proposal): string | null {
  if (written === null || written.toLowerCase().replace(/\s+/g, '-') === known) return known;
  return known === null ? `"${written}", which is none that is known` : `${known} (written "${written}")`;
}

function authors({ authors: named, authorGroup }: Proposal): string | null {
  const shown = people(named);
  if (authorGroup === null) return shown;
  return shown === null ? `for ${authorGroup}` : `${shown}, for ${authorGroup}`;
}

const people = (named: readonly Person[]): string | null => named.map(person).join(', ') || null;

/** "Ada Example (@ada, Example Ltd) <ada@example.org>", of that what is known. */
function person({ name, github, email, affiliation, role, group }: Person): string {
  const login = github === undefined ? [] : [`@${github}`];
  const shown = name ?? group;
  const details = [...(shown === undefined ? [] : login), role, affiliation].filter((part) => part !== undefined);
  return [
    shown ?? login[0] ?? '',
    details.length > 0 ? `(${details.join(', ')})` : '',
    email === undefined ? '' : `<${email}>`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function links(proposal: Proposal): [string, string][] {
  const { pr, issue, supersedes, requires, related, extensionIdentifier, accepted } = proposal;
  const numbers = (label: string, list: readonly number[], mark: string): [string, string][] =>
    list.length === 0 ? [] : [[label, list.map((number) => `${mark}${number}`).join(', ')]];
  return [
    ...numbers('PR', pr === null ? [] : [pr], '#'),
    ...numbers('Issue', issue === null ? [] : [issue], '#'),
    ...numbers('Supersedes', supersedes, 'SEP-'),
    ...numbers('Requires', requires, 'SEP-'),
    ...numbers('Related', related, 'SEP-'),
    ...(extensionIdentifier === null ? [] : [['Extension', extensionIdentifier] satisfies [string, string]]),
    ...(accepted === null ? [] : [['Accepted', accepted.raw] satisfies [string, string]]),
  ];
}
