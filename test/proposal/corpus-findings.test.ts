import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { proposalFile, readProposal, reviewProposal } from '../../src/proposal/index.js';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const snapshot = fileURLToPath(new URL('corpus-findings.json', import.meta.url));
/** The corpus shows the repository as of August 2026. */
const TODAY = '2026-08-31';

describe.skipIf(!existsSync(corpus))(
  'the findings in real proposals (skipped where ../shared/corpus is not beside the repository)',
  () => {
    it('are those that somebody has read one by one (run with -u after reading what changed)', async () => {
      const found = Object.fromEntries(documents().map((each) => [each.file, findings(each)]));
      expect(Object.keys(found)).toHaveLength(76);
      const text = await format(JSON.stringify(found), { ...(await resolveConfig(snapshot)), filepath: snapshot });
      await expect(text).toMatchFileSnapshot(snapshot);
    });
  },
);

interface RealDocument {
  readonly file: string;
  /** The pull request at whose head it stands; null for a merged one. */
  readonly pull: number | null;
}

function documents(): RealDocument[] {
  const merged = readdirSync(`${corpus}spec/seps`)
    .filter((name) => proposalFile(`seps/${name}`) !== null)
    .map((name) => ({ file: `spec/seps/${name}`, pull: null }));
  const open = readdirSync(`${corpus}pulls`).flatMap((pull) =>
    readdirSync(`${corpus}pulls/${pull}/seps`).map((name) => ({
      file: `pulls/${pull}/seps/${name}`,
      pull: Number(pull),
    })),
  );
  return [...merged, ...open];
}

/** `line code severity` of each; no word of the document itself. */
function findings({ file, pull }: RealDocument): string[] {
  const source = readFileSync(corpus + file, 'utf8');
  const path = file.slice(file.indexOf('seps/'));
  const proposal = readProposal(source, { path });
  // A pull request with another proposal's number carries that one along: a companion.
  const pullRequest = proposal.number === null || proposal.number === pull ? pull : null;
  const template = readFileSync(`${corpus}spec/seps/TEMPLATE.md`, 'utf8');
  return reviewProposal(proposal, { path, source, pullRequest, template, today: TODAY }).map(
    ({ line, code, severity }) => `${line} ${code} ${severity}`,
  );
}
