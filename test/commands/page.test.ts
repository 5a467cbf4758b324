import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commandsPage } from '../../src/commands/page.js';
import { RULES } from '../judge/history.js';

it('the page of the commands says what the commands say (run with -u to write it anew)', async () => {
  const file = fileURLToPath(new URL('../../docs/commands.md', import.meta.url));
  const page = await format(commandsPage(RULES), { ...(await resolveConfig(file)), filepath: file });
  await expect(page).toMatchFileSnapshot(file);
});
