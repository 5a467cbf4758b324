import type { Entry } from '../../src/dashboard/entry.js';
import type { NominationEntry } from '../../src/dashboard/nominated.js';

/** An entry of the index: a proposal in review, about which nothing is decided. */
export const entry = (pull: number, more: Partial<Entry> = {}): Entry => ({
  v: 1,
  pull,
  url: `https://github.test/tea/tea/pull/${pull}`,
  number: pull,
  title: `Tea ${pull}`,
  type: 'Standards Track',
  status: 'in-review',
  takenOver: false,
  headline: 'Somewhere',
  since: '2026-11-20T09:00:00Z',
  priorityArea: null,
  open: true,
  authors: [],
  sponsor: 'grace',
  group: 'kettles',
  claimedGroup: null,
  decision: null,
  decisions: [],
  waitsFor: [],
  steps: [],
  course: null,
  seal: null,
  asked: [],
  reviewers: [],
  ...more,
});

/** An entry of the index: a nomination for a maintainer that waits for sponsors, and then for the core. */
export const nomination = (issue: number, more: Partial<NominationEntry> = {}): NominationEntry => ({
  v: 1,
  issue,
  url: `https://github.test/tea/tea/issues/${issue}`,
  title: 'ada as a maintainer',
  open: true,
  matter: 'advance',
  nominee: 'ada',
  to: 'maintainer',
  group: null,
  openedAt: '2026-11-20T09:00:00Z',
  deadline: '2026-11-27T09:00:00Z',
  approvers: ['core-maintainer'],
  closed: null,
  before: {
    headline: 'Everybody may speak',
    waitsFor: [{ who: 'Sponsors', people: [], what: 'write `/endorse`.' }],
  },
  after: {
    headline: 'Waiting for approval',
    waitsFor: [{ who: 'A Core Maintainer', people: ['bo'], what: 'decides.' }],
  },
  seal: { lines: 3, last: null, ends: [] },
  ...more,
});
