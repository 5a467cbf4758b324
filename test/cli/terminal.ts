import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { CHARTER } from './kettles.js';

/** What somebody saw who typed a command line. */
export interface Seen {
  status: number;
  out: string;
  err: string;
}

/** Types `convenor …` in a folder; nobody watches on a terminal unless `isTTY` says so. */
export async function convenor(
  args: string[],
  at: { cwd?: string; isTTY?: boolean; env?: Record<string, string>; today?: string; now?: string } = {},
): Promise<Seen> {
  const seen: Seen = { status: -1, out: '', err: '' };
  const io: Io = {
    stdout: { write: (text) => (seen.out += text), isTTY: at.isTTY ?? false },
    stderr: { write: (text) => (seen.err += text), isTTY: at.isTTY ?? false },
    env: at.env ?? {},
    cwd: at.cwd ?? tmpdir(),
    today: () => at.today ?? '2026-12-03',
    now: () => at.now ?? `${at.today ?? '2026-12-03'}T12:00:00Z`,
  };
  seen.status = await run(args, io);
  return seen;
}

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with these files, which is gone after the tests of the file. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'convenor-cli-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A proposal that nothing is to be said about. */
export const PROPOSAL = `# SEP-12: Tea in the afternoon

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-10-01
- **Author(s)**: Ada Example (@ada-example)
- **Sponsor**: Grace Example (@grace-example)
- **Working Group**: Kettles
- **PR**: #12

${[
  'Abstract',
  'Motivation',
  'Specification',
  'Rationale',
  'Backward Compatibility',
  'Security Implications',
  'Reference Implementation',
]
  .map((section) => `## ${section}\n\nTea MUST be hot, and these are words enough for a sentence.\n`)
  .join('\n')}`;

export const MAINTAINERS = `# Maintainers

## Lead Maintainers

- [Lena Lead](https://github.com/lena-lead)

## Core Maintainers

- [Cora Core](https://github.com/cora-core)
`;

/** A specification repository in order. */
export const SPECIFICATION = {
  'seps/12-tea.md': PROPOSAL,
  'seps/README.md': 'All about tea.',
  'docs/community/working-groups/kettles.mdx': CHARTER,
  'MAINTAINERS.md': MAINTAINERS,
};
