import { expect, test } from 'vitest';
import { checkRecord } from '../../src/ledger/verify/record.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { opens, says, verified, withMembers } from './nomination.js';
import { fileAt, recordFiles } from './record.js';
import { strikeWhole } from './stage.js';

/** A page of the dashboard, without the marks that keep GitHub from linking. */
const page = (stage: Stage, name: string): string =>
  (fileAt(stage, `dashboard/${name}`) ?? '').replaceAll('\u200b', '');

/** The part of a text from a heading on to the next. */
const part = (text: string, heading: string): string =>
  text.split(`## ${heading}\n`)[1]?.split('\n## ')[0]?.trim() ?? '';

test('a nomination stands on the pages from the day that it is opened, until those who approve have decided', async () => {
  const stage = await withMembers(undefined, {}, { pace: { sweepMinutes: 12 * 60, dashboardSeconds: 60 } });
  const { sandbox, world, bench } = stage;
  const issue = await opens(stage, 'mia-member', '/nominate @mia-member maintainer');
  const { number } = issue;
  await sandbox.clock.advance({ minutes: 2 });

  expect(part(page(stage, 'people.md'), 'Open nominations')).toMatch(
    new RegExp(
      `^- \\[#${number}\\]\\(http\\S+/issues/${number}\\) mia-member as a maintainer, since 23 Nov 2026\\. Everybody may speak until Monday 30 November 2026 09:0\\d UTC\\.\n` +
        '  - \\*\\*Sponsors\\*\\* write `/endorse @mia-member`: .*: 0 of 1\\.\n' +
        '  - \\*\\*A Core Maintainer or a Lead Maintainer\\*\\* decides with `/ladder approve`',
    ),
  );
  const front = page(stage, 'README.md');
  expect(part(front, 'What waits for whom')).toContain(
    `[mia-member as a maintainer](people.md), since 23 Nov 2026: write \`/endorse @mia-member\``,
  );
  expect(part(front, 'Decisions that close this week')).toMatch(
    new RegExp(`^- Until Monday 30 November 2026 09:0\\d UTC: \\[#${number}\\]\\(\\S+\\) .*\\. Nomination\\.$`, 'm'),
  );
  expect(front).toContain('has [1 matter](agenda.md) on its agenda');
  expect(page(stage, 'agenda.md')).toMatch(
    new RegExp(
      `\\| 1 \\| \\[#${number}\\].* Approves or rejects it, by the word of a Core Maintainer or a Lead Maintainer; everybody may speak until Monday 30 November`,
    ),
  );

  // The days in which everybody may speak end without a line; the pages of a day later say so, and call nobody meanwhile.
  await says(stage, 'kofiadu', issue, '/endorse @mia-member');
  await sandbox.clock.advance({ days: 8 });
  expect(part(page(stage, 'people.md'), 'Open nominations')).toContain(
    'Waiting for approval.\n  - **A Core Maintainer',
  );
  expect(part(page(stage, 'README.md'), 'What waits for whom')).toMatch(
    /\*\*Bo Larsen \(bolarsen\)\*\*\n\n- \[#\d+\]\(\S+\) \[mia-member as a maintainer\]\(people\.md\), since 30 Nov 2026, as a Core Maintainer or a Lead Maintainer: decides/,
  );
  expect(page(stage, 'README.md')).not.toContain('## Decisions that close this week');

  await says(stage, 'bolarsen', issue, '/ladder approve');
  await sandbox.clock.advance({ minutes: 2 });
  expect(page(stage, 'people.md')).not.toContain('Open nominations');
  expect(page(stage, 'agenda.md')).toContain('Nothing waits for the core.');
  const entry = JSON.parse(fileAt(stage, `nominations/${number}.json`) ?? '') as {
    seal: { ends: { seq: number; sha256: string }[] };
  };
  const [end] = entry.seal.ends;
  expect(page(stage, 'audit.md')).toMatch(
    new RegExp(
      `\\| \\[#${number}\\]\\(\\S+\\) \\| \\[mia-member as a maintainer\\]\\(people\\.md\\) \\| Nomination \\| approved \\| \\[${(end?.seq ?? 0) + 1}\\]\\(../ledgers/${number}\\) \\| \`${end?.sha256}\` \\|`,
    ),
  );
  expect(verified(stage)).toEqual({ findings: [], outcomes: ['approved'] });
  expect(bench.log.errors).toEqual([]);
  world.unseen();
  await strikeWhole(stage);
});

test('what the index says of a nomination is held against the ledger of its issue', async () => {
  const stage = await withMembers();
  const issue = await opens(stage, 'mia-member', '/nominate @mia-member maintainer');
  const path = `nominations/${issue.number}.json`;
  const found = (change: Record<string, string | null>): string[] => {
    const texts = new Map<string, string | null>([...recordFiles(stage), ...Object.entries(change)]);
    const files = [...texts].flatMap(([name, text]) => (text === null ? [] : [[name, Buffer.from(text)] as const]));
    return checkRecord(new Map(files)).findings.map(({ code, message }) => `${code} ${message}`);
  };
  const said = JSON.parse(fileAt(stage, path) ?? '') as Record<string, unknown>;
  expect(said).toMatchObject({ nominee: 'mia-member', to: 'maintainer', open: true, closed: null });
  const forged = (more: object): Record<string, string> => ({ [path]: JSON.stringify({ ...said, ...more }) });
  expect(found({})).toEqual([]);
  // A record from before there were these has none.
  expect(found({ [path]: null })).toEqual([]);
  for (const [part, value] of Object.entries({
    ...{ nominee: 'nils-member', to: 'core-maintainer', open: false, deadline: null, approvers: ['member'] },
    ...{ closed: { at: '2026-11-24T09:00:00Z', outcome: 'approved' }, seal: { lines: 1, last: null, ends: [] } },
  })) {
    expect(found(forged({ [part]: value }))).toEqual([
      `index/differs The index says something else of #${issue.number} than its ledger comes to (${part}).`,
    ]);
  }
  expect(found({ [path]: '[]' })).toEqual(['index/form This file is no entry of the index.']);
  expect(found({ 'nominations/99.json': '{}' })).toEqual([
    'index/differs The index has a file for #99, and there is no ledger ledgers/99.',
  ]);
  expect(found({ [`index/${issue.number}.json`]: '{}' })).toEqual([
    `index/differs The ledger of #${issue.number} is not of the kind that this file is about.`,
  ]);
  stage.world.unseen();
  await strikeWhole(stage);
});
