// How many histories a second are judged on one core: 100 electors, 500 comments read for commands, 200 lines of ledger;
// and whether that grows faster than the ledger. Ratios within one run, so that they hold on any machine. Ends in 1
// where the growth is over its bound.
import { quickest } from './quickest.mjs';
import { parseCommands } from '../dist/commands/parse.js';
import { play } from '../dist/judge/play.js';
import { timeline } from '../dist/ledger/fold/timeline.js';
import { loadRules } from '../dist/rules/index.js';

/** Time for each line of 10,000 against each of 100; a busy machine needs some room. */
const MOST_GROWTH = 3;
const ELECTORS = 100;
const COMMENTS = 500;

const { loaded } = loadRules(null);
const named = { commit: 'c'.repeat(40), sha256: loaded.sha256 };
const electors = Array.from({ length: ELECTORS }, (_, index) => ({
  id: index + 1,
  login: `elector-${index + 1}`,
  also: [],
  organization: null,
}));
const setting = {
  until: '2030-01-01T00:00:00Z',
  rulebook: new Map([[loaded.sha256, loaded.rules]]),
  pin: () => ({ electorate: electors, beside: [], parties: [], authority: 'advise', because: [], rules: named }),
  titleOf: (slug) => slug,
};

const comments = Array.from({ length: COMMENTS }, (_, index) =>
  index % 5 === 0
    ? `I have read it again.\n\n/core ${index % 2 === 0 ? 'accept' : 'abstain'}\nThe prototype shows that it works.`
    : `The third section of this text, in its ${index}th reading, still leaves me with a question:\n\n> what of the rest?\n`,
);
const read = () => {
  for (const comment of comments) parseCommands(comment);
};
const judged = timeline(ledger(200));
const judge = () => {
  read();
  play(judged, setting);
};

const [one] = quickest([judge]);
console.log(
  `${ELECTORS} electors, ${COMMENTS} comments, 200 lines: ${one.toFixed(1)} ms, ${(1000 / one).toFixed(0)} histories a second`,
);

const sizes = [10, 100, 1_000, 10_000];
const times = quickest(sizes.map((size) => () => play(timeline(ledger(size)), setting)));
for (const [index, size] of sizes.entries()) {
  console.log(`${size} lines: ${times[index].toFixed(2)} ms, ${((times[index] / size) * 1000).toFixed(1)} µs a line`);
}
const growth = times[3] / sizes[3] / (times[1] / sizes[1]);
console.log(`a line of 10,000 against a line of 100: ratio ${growth.toFixed(2)}`);
if (growth > MOST_GROWTH) {
  console.error(`too slow: the growth is ${growth.toFixed(2)}, and may be ${MOST_GROWTH}`);
  process.exitCode = 1;
}

/** A ledger of so many lines: a proposal before the core, and ballots of its hundred electors again and again. */
function ledger(lines) {
  const at = (seconds) =>
    new Date(Date.parse('2026-11-02T09:00:00Z') + seconds * 1000).toISOString().replace('.000', '');
  const act = (index, command, by, roles) => ({
    kind: 'act',
    at: at(index),
    command,
    args: command === 'sep status' ? ['in-review'] : [],
    text: '',
    problem: null,
    by,
    also: [],
    organization: null,
    roles,
    mentions: [],
    evidence: [],
    obstacles: {},
    source: {
      kind: 'comment',
      id: `IC_${String(index).padStart(8, '0')}`,
      index: 0,
      url: 'https://github.test/1',
      sha256: '0'.repeat(64),
    },
    head: { commit: 'a'.repeat(40), certain: true },
    rules: named,
  });
  const sponsor = { id: 1_000, login: 'sponsor' };
  const claims = {
    number: 7,
    title: 'Kettles',
    type: 'Standards Track',
    status: 'draft',
    authors: ['ada'],
    sponsor: null,
    group: null,
  };
  const head = { commit: 'a'.repeat(40), path: 'seps/7-kettles.md', normative: 'b'.repeat(64), touches: [], more: 0 };
  const begun = [
    { kind: 'opened', at: at(0), subject: { kind: 'proposal', number: 7 }, by: { id: 2_000, login: 'ada' } },
    { kind: 'head-seen', at: at(0), ...head, claims },
    act(1, 'sep sponsor', sponsor, ['maintainer']),
    act(2, 'sep status', sponsor, ['maintainer']),
  ];
  // Abstentions alone never settle it, so that every ballot is counted.
  const ballots = Array.from({ length: lines - begun.length }, (_, index) => {
    const { id, login } = electors[index % ELECTORS];
    return act(index + 3, 'core abstain', { id, login }, ['core-maintainer']);
  });
  return [...begun, ...ballots];
}
