import type { Entry } from '../../src/dashboard/entry.js';

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
  ...more,
});
