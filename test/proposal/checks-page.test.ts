import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { EXPLANATIONS } from '../../src/proposal/index.js';
import { checksPage } from '../../src/proposal/review/page.js';

it('the page of the checks says what the checks say (run with -u to write it anew)', async () => {
  const file = fileURLToPath(new URL('../../docs/checks.md', import.meta.url));
  const options = { ...(await resolveConfig(file)), filepath: file, embeddedLanguageFormatting: 'off' as const };
  await expect(await format(checksPage(EXPLANATIONS), options)).toMatchFileSnapshot(file);
});
