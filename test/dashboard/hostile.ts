import type { Filed } from '../../src/dashboard/model.js';
import { pages } from '../../src/dashboard/pages.js';
import { packRules } from '../../src/facts/governing.js';
import { peopleOn, readSources } from '../../src/people/index.js';
import { plain } from '../../src/publish/escape.js';
import { NO_TEMPLATES } from '../../src/templates/index.js';
import { CHARTER } from '../cli/kettles.js';
import { entry } from './entries.js';

/** What somebody writes who wants to be somebody else's page. */
const EVIL =
  'x | y <script>alert(1)</script> <img src=x onerror=alert(1)> @everybody #1 [a](javascript:alert(1)) ``` www.evil.test';

const charter = CHARTER.replace('Kettles that boil.', EVIL)
  .replace('title: Kettles Charter', `title: ${EVIL.replaceAll(':', ' ')}`)
  .replace('| Grace Example | Example Ltd ', `| ${EVIL.replace('|', '/')} | ${EVIL.replace('|', '/')} `)
  .replace('| Draft  | TBD ', `| ${EVIL.replace('|', '/')} | TBD `);

const roster = `version: 1
people:
  - logins: [cora-core]
    name: ${JSON.stringify(EVIL)}
    organization: ${JSON.stringify(EVIL)}
    roles: [{ role: core-maintainer, since: 2025-06-02 }]
`;

const filed: Filed = {
  ...{ path: `seps/9-${EVIL.replaceAll('/', '')}.md`, number: 9, title: EVIL, type: null, status: 'final' },
  ...{ authors: [EVIL], sponsor: EVIL, group: 'kettles', created: null },
};

const bad = entry(7, {
  title: EVIL,
  authors: [EVIL],
  claimedGroup: EVIL,
  group: null,
  priorityArea: EVIL,
  headline: `Somewhere with ${plain(EVIL)}`,
  waitsFor: [{ who: `A lead of ${plain(EVIL)}`, people: [], what: `answers ${plain(EVIL)}.` }],
  steps: [{ at: '2026-11-20T09:00:00Z', says: `ada said ${plain(EVIL)}`, url: null }],
  asked: [{ depth: 0, name: plain(EVIL), held: 'open', says: `It is ${plain(EVIL)}.` }],
});

const { paths } = packRules();
const sources = readSources(
  { maintainers: null, roster, charters: [{ path: `${paths.workingGroups}/kettles.mdx`, text: charter }] },
  paths,
);
const governed = {
  ...{ sources, governance: peopleOn(sources, '2026-11-23'), loaded: { rules: packRules() }, asOf: '2026-11-23' },
  ...{ templates: NO_TEMPLATES, discussed: { ok: false as const, why: EVIL }, ledgers: 'beside' as const },
};
/** All pages of a repository in which everybody writes what breaks pages. */
export const madeOfHostileText = pages({ entries: [bad, entry(8, { group: 'kettles' })], nominations: [] }, governed, [
  filed,
]);
