import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chain } from '../../src/ledger/chain.js';
import type { LineBody } from '../../src/ledger/lines.js';

const noPython = spawnSync('python3', ['--version']).status !== 0;
const program = /```python\n([\s\S]*?)```/.exec(readFileSync('docs/record.md', 'utf8'))?.[1] ?? '';

const at = '2026-11-23T09:00:00Z';
const STORY: LineBody[] = [
  { kind: 'opened', at, subject: { kind: 'proposal', number: 12 }, by: { id: 7, login: 'adaquist' } },
  { kind: 'intent', at, key: 'status', people: [] },
  { kind: 'pull', at, state: 'closed' },
  { kind: 'pull', at, state: 'open' },
];

describe.skipIf(noPython)("the reader's program in docs/record.md (needs python3)", () => {
  let folder = '';
  const segment = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  const check = (): string => execFileSync('python3', ['-c', program, folder], { encoding: 'utf8', stdio: 'pipe' });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'convenor-ledger-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('follows a ledger over its segments', () => {
    const lines = chain(STORY, null);
    segment('0001.jsonl', lines.slice(0, 3));
    segment('0002.jsonl', lines.slice(3));
    expect(check()).toContain('4 lines');
  });

  it('names the line behind one that was changed', () => {
    const lines = chain(STORY, null);
    segment('0001.jsonl', [lines[0]!, lines[1]!.replace('status', 'nothing'), ...lines.slice(2)]);
    expect(check).toThrow('Line 2 does not follow');
  });

  it('names the gap where one was left out', () => {
    const lines = chain(STORY, null);
    segment('0001.jsonl', [...lines.slice(0, 2), ...lines.slice(3)]);
    expect(check).toThrow('Line 2 does not follow');
  });
});
