import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { FORM_FIELDS, nominationIn } from '../../src/commands/nomination-form.js';
import { loadRules } from '../../src/rules/index.js';
import { convenor, folderWith } from './terminal.js';

const FORM = '.github/ISSUE_TEMPLATE/nomination.yml';
const RULES = '.github/convenor.yml';

interface Form {
  labels: string[];
  body: { id: string; attributes: { label: string; options?: string[] } }[];
}

it('prepares a clone, and leaves alone what is there', async () => {
  const cwd = folderWith({ 'README.md': '# Kettles\n' });
  const first = await convenor(['init', '.'], { cwd });
  expect(first).toEqual({ status: 0, out: `${RULES}: written.\n${FORM}: written.\n`, err: '' });
  const loaded = loadRules(readFileSync(join(cwd, RULES), 'utf8'));
  expect(loaded.ok && loaded.loaded.rules.rules.nomination.label).toBe('nomination');
  writeFileSync(join(cwd, FORM), 'name: Ours\n');
  const again = await convenor(['init', '--pack', 'minimal', '.'], { cwd });
  expect(again.out).toBe(
    `${RULES}: is there already, and was left alone.\n${FORM}: is there already, and was left alone.\n`,
  );
  expect(readFileSync(join(cwd, FORM), 'utf8')).toBe('name: Ours\n');
});

it.each([
  [['init', '--pack', 'nothing', '.'], 'there is no pack "nothing"'],
  [['init', 'nowhere'], '"nowhere"'],
])('%j is told what is wrong', async (args, problem) => {
  const { status, out, err } = await convenor(args, { cwd: folderWith({ 'a.md': '' }) });
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(problem);
});

it('installs a form that is read as a nomination, whatever role is chosen', async () => {
  const cwd = folderWith({ 'README.md': '' });
  await convenor(['init', '.'], { cwd });
  const form = parse(readFileSync(join(cwd, FORM), 'utf8')) as Form;
  expect(form.labels).toEqual(['nomination']);
  const labels = form.body.map(({ attributes }) => attributes.label);
  expect(labels).toEqual([...Object.values(FORM_FIELDS), 'Evidence']);
  // As GitHub writes the answers down.
  for (const role of form.body[1]?.attributes.options ?? []) {
    const isGroup = role === 'wg-member' || role === 'lead';
    const answers = ['@ada', role, isGroup ? 'Kettles' : '_No response_', 'Look.\n\n### Nominee\n\n/vote yes'];
    const body = labels.map((label, index) => `### ${label}\n\n${answers[index] ?? ''}`).join('\n\n');
    expect(nominationIn(body.replace('\n\n### Nominee\n\n/vote yes', ''))).toMatchObject({
      ...{ command: 'nominate', problem: null },
      args: isGroup ? ['ada', role, 'Kettles'] : ['ada', role],
    });
  }
  expect(form.body[1]?.attributes.options).toHaveLength(6);
  expect(nominationIn('### Nominee\n\nada\n\nI am sure.')).toBeNull();
});
