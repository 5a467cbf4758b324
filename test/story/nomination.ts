import { readLedger } from '../../src/ledger/chain.js';
import { checkRecord } from '../../src/ledger/verify/record.js';
import type { LineBody } from '../../src/ledger/lines.js';
import type { Play, Stage } from '../../src/sandbox/demo/stage.js';
import { INVENTED } from '../../src/sandbox/demo/invented.js';
import type { IssueHandle, Person } from '../../src/sandbox/people.js';
import { ROSTER } from './places.js';
import { filesAt, recordFiles } from './record.js';
import { stageFor, tidewire } from './stage.js';

/** Members and others of Tidewire, whom nobody but its roster names. */
export const MEMBERS = `version: 1
people:
  - logins: [mia-member, mia-at-work]
    name: Mia Moor
    organization: Harbour Works
    roles:
      - { role: member, since: 2026-01-10, decision: '#3' } # the first of them
  - logins: [nils-member]
    organization: Open Tides
    roles: [{ role: member, since: 2026-10-01 }]
  - logins: [olga-member]
    organization: Open Tides
    roles: [{ role: member }]
  - logins: [pia-member]
    roles: [{ role: member }]
  - logins: [edda-emerita]
    organization: Delta Survey
    roles: [{ role: maintainer, since: 2024-01-01, until: 2025-06-30 }]
    emeritus: true
`;

/** Tidewire with these members, and Convenor at work. */
export async function withMembers(
  roster: string = MEMBERS,
  more: Record<string, string> = {},
  pace: Partial<Pick<Play, 'pace'>> = {},
): Promise<Stage> {
  const stage = await stageFor(tidewire('wire-format', { files: { ...INVENTED, [ROSTER]: roster, ...more }, ...pace }));
  stage.repo.nextNumber = 20;
  stage.world.user('newcomer');
  await stage.bench.start();
  return stage;
}

/** Somebody opens an issue. */
export const opens = (stage: Stage, who: Person | string, body: string): Promise<IssueHandle> =>
  (typeof who === 'string' ? stage.world.user(who) : who).opensIssue({ repo: stage.repo, title: 'A nomination', body });

/** Somebody writes into it. */
export const says = async (stage: Stage, login: string, issue: IssueHandle, body: string): Promise<void> => {
  await stage.world.user(login).comments(issue, body);
};

/** The status comment, its folded parts aside, without the marks that keep GitHub from linking. */
export const status = (issue: IssueHandle): string =>
  (issue.statusComment()?.body ?? '').replace(/<details>[\s\S]*/, '').replaceAll('\u200b', '');

/** One row of the status comment's table: its mark and what it says. */
export const row = (issue: IssueHandle, name: string): string => {
  const [, mark, says_] =
    new RegExp(`^\\| (\\S+) \\| \\*\\*${name}\\*\\* \\| (.*) \\|$`, 'm').exec(status(issue)) ?? [];
  return mark === undefined ? 'none' : `${mark} ${says_ ?? ''}`;
};

/** The last reply. */
export const reply = (issue: IssueHandle): string => (issue.lastBotComment()?.body ?? '').replaceAll('\u200b', '');

/** The lines of an issue's ledger; fails where the chain does not hold. */
export function linesOf(stage: Stage, issue: IssueHandle): LineBody[] {
  const reading = readLedger(filesAt(stage, `ledgers/${issue.number}/`).join(''));
  if (!reading.ok) throw new Error(`line ${reading.broken.line}: ${reading.broken.message}`);
  return reading.lines;
}

/** What does not follow in the record, as anybody finds it who plays it again; and what each issue came to. */
export function verified(stage: Stage): { findings: string[]; outcomes: (string | null)[] } {
  const files = new Map([...recordFiles(stage)].map(([path, text]) => [path, Buffer.from(text)]));
  const { findings, ledgers } = checkRecord(files);
  return {
    findings: findings.map(({ code, message }) => `${code}: ${message}`),
    outcomes: ledgers.flatMap(({ issue }) => (issue ? [issue.state.nomination?.closed?.outcome ?? null] : [])),
  };
}
