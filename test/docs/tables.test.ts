import { expect, it } from 'vitest';
import { packRules } from '../../src/facts/governing.js';
import { keyTable } from './key-table.js';
import { templateTables } from './template-tables.js';
import { commandTable, ruleTable, withTable } from './tables.js';

// After a change of commands or rules: UPDATE_DOCS=1 npx vitest run test/docs
it.each([
  { file: 'README.md', name: 'commands', table: commandTable },
  { file: 'docs/rules.md', name: 'rules', table: ruleTable },
  {
    file: 'docs/rules.md',
    name: 'keys',
    table: () => keyTable(['version', 'name', 'paths', 'record', 'labels', 'checks', 'commands', 'tell']),
  },
  { file: 'docs/rules.md', name: 'parameters', table: () => keyTable(['rules']) },
  { file: 'docs/rules.md', name: 'delegation', table: () => keyTable(['delegation']) },
  { file: 'docs/templates.md', name: 'templates', table: templateTables },
])('$file shows the $name that the code has', async ({ file, name, table }) => {
  const { is, shouldBe } = await withTable(file, name, table(packRules()));
  expect(is).toBe(shouldBe);
});
