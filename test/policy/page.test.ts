import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { convenor, folderWith } from '../cli/terminal.js';

it('the story of the page passes', async () => {
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/policy-tests.md', 'utf8')) ?? [];
  const { out, status } = await convenor(['test', '.'], { cwd: folderWith({ 'a.yml': text }) });
  expect(out).toContain('✓ A block in the last second brings a vote');
  expect(status, out).toBe(0);
});
