import { numbers, opens, says, steps, type Tale } from '../tale.js';

const NOWHERE = { track: 'Informational', group: null } as const;

/** Nobody sponsors it for half a year: its author is warned twice, and it is closed. */
const SIGNAL_MIRRORS: Tale = {
  slug: 'signal-mirrors',
  author: 'jonasekman',
  text: {
    ...NOWHERE,
    title: 'Signals by mirror',
    abstract: 'How two huts that see each other speak without a link.',
    motivation: 'Batteries are empty when it is coldest.',
    specification: 'Three flashes ask for help. Who sees them answers with one.',
    rationale: 'Flags are not seen against snow.',
  },
  steps: steps([
    ['2026-03-10 10:16', 'jonasekman', opens],
    ['2026-03-10 10:46', 'jonasekman', numbers],
    ['2026-04-02 10:16', 'fatimasaid', says('A nice idea; somebody should take it on.')],
  ]),
};

/** Warned twice as well, and sponsored in the last days. */
const GOAT_PATHS: Tale = {
  slug: 'goat-paths',
  author: 'keikomori',
  text: {
    ...NOWHERE,
    title: 'Ways that only goats use',
    abstract: 'How to say of a way that people should not take it.',
    motivation: 'From below it looks like a way. From above it looks like a mistake.',
    specification: 'A way that is none is marked with a cross.',
    rationale: 'Leaving it out of the list does not keep anybody off it.',
  },
  steps: steps([
    ['2026-03-20 10:17', 'keikomori', opens],
    ['2026-03-20 10:47', 'keikomori', numbers],
    ['2026-09-16 11:17', 'matsberg', says('I nearly took one last week.\n\n/sep sponsor')],
  ]),
};

/** Older than Convenor here; woken by a word, warned, dormant, and brought back by a sponsor. */
const SALT_LICKS: Tale = {
  slug: 'salt-licks',
  author: 'helenapires',
  text: {
    ...NOWHERE,
    title: 'Where cattle are',
    abstract: 'How a hut says that there are cows with calves beside the way.',
    motivation: 'Dogs and calves do not get on.',
    specification: 'A hut names the meadow and the weeks.',
    rationale: 'The cows move on each week, and a sign does not.',
  },
  steps: steps([
    ['2025-11-20 10:18', 'helenapires', opens],
    ['2025-11-20 10:48', 'helenapires', numbers],
    ['2026-07-08 10:18', 'helenapires', says('Is anybody still interested in this?')],
    ['2026-09-07 10:18', 'ivanhorvat', says('Yes: we had an accident last week.\n\n/sep sponsor')],
  ]),
};

/** Older than Convenor here, and nobody ever says a word: it is left in peace. */
const ECHO_RANGING: Tale = {
  slug: 'echo-ranging',
  author: 'igorvolkov',
  text: {
    ...NOWHERE,
    title: 'Distances by echo',
    abstract: 'How to find out in fog how far the wall is.',
    motivation: 'In fog nobody sees the wall.',
    specification: 'Shout, and count.',
    rationale: 'A whistle carries further, but nobody has one.',
  },
  steps: steps([
    ['2025-12-10 10:19', 'igorvolkov', opens],
    ['2025-12-10 10:49', 'igorvolkov', numbers],
  ]),
};

/** About the process itself, so it is for the core, which decides in a meeting. */
const READING_MINUTES: Tale = {
  slug: 'reading-minutes',
  author: 'paulakraus',
  text: {
    ...NOWHERE,
    track: 'Process',
    title: 'Minutes are read before they are filed',
    abstract: 'The minutes of a meeting lie open for two days before they are filed.',
    motivation: 'What was not said has stood in the minutes twice this year.',
    specification: 'Minutes lie open for two days. Who was there may mend them.',
    rationale: 'Recording every meeting was tried, and nobody listened to it again.',
  },
  steps: steps([
    ['2026-07-24 10:20', 'paulakraus', opens],
    ['2026-07-24 10:50', 'paulakraus', numbers],
    ['2026-07-27 12:20', 'benitorossi', says('/sep sponsor')],
    ['2026-07-28 12:20', 'benitorossi', says('/sep status in-review')],
    ['2026-08-03 18:20', 'carlafuchs', says('/core record accept 5/1/1 https://hutline.example/notes/2026-08-03')],
    ['2026-08-04 08:50', 'faroukaziz', says('/core confirm')],
    ['2026-08-20 12:20', 'benitorossi', says('/sep status final')],
    ['2026-08-21 09:20', 'paulakraus', { does: 'rewrites', from: '**Status**: Draft', to: '**Status**: Final' }],
    ['2026-08-24 09:20', 'gretaweiss', { does: 'merges' }],
  ]),
};

/** What no group has: it waits for a sponsor, or is for the core. */
export const ALONE: readonly Tale[] = [SIGNAL_MIRRORS, GOAT_PATHS, SALT_LICKS, ECHO_RANGING, READING_MINUTES];
