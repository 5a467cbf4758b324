import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commandLinePage } from '../../src/cli/page.js';

it('the page of the command line says what the subcommands say (run with -u to write it anew)', async () => {
  const file = fileURLToPath(new URL('../../docs/cli.md', import.meta.url));
  const page = await format(commandLinePage(), { ...(await resolveConfig(file)), filepath: file });
  await expect(page).toMatchFileSnapshot(file);
});
