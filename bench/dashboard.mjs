// How long the dashboard of 1,000 proposals and 50 groups takes, and whether that grows faster than what is on it. A
// ratio within one run, against the same with a tenth of everything, so that it holds on any machine. Ends in 1 where the
// growth is over its bound.
import { quickest } from './quickest.mjs';
import { pages } from '../dist/dashboard/pages.js';
import { NOTHING_DISCUSSED } from '../dist/judge/duties/discussed.js';
import { packRules } from '../dist/facts/governing.js';
import { peopleOn, readSources } from '../dist/people/index.js';
import { NO_TEMPLATES } from '../dist/templates/index.js';
import { charter } from '../dist/sandbox/charter.js';

/** Time for each proposal of 1,000 against each of 100; a busy machine needs some room. */
const MOST_GROWTH = 2;
const [MANY, GROUPS] = [1_000, 50];
const MEMBERS = 12;

const [large, small] = [worldOf(MANY, GROUPS), worldOf(MANY / 10, GROUPS / 10)];
const make = ({ index, governed }) => pages(index, governed);
const files = make(large);
const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const [whole, part] = quickest([() => make(large), repeated(() => make(small), 10)]);
console.log(
  `${MANY} proposals, ${GROUPS} groups: ${whole.toFixed(0)} ms for ${files.length} files, ${Math.round(bytes / 1000)} kB`,
);
const growth = whole / part;
console.log(`against ten times a tenth of it: ratio ${growth.toFixed(2)}`);
if (growth > MOST_GROWTH) {
  console.error(`too slow: the growth is ${growth.toFixed(2)}, and may be ${MOST_GROWTH}`);
  process.exitCode = 1;
}

function repeated(act, times) {
  return () => {
    for (let time = 0; time < times; time++) act();
  };
}

/** Proposals of which every third is in a vote, every third decided and every third new, spread over groups. */
function worldOf(proposals, groups) {
  const rules = packRules();
  const slugs = Array.from({ length: groups }, (_, index) => `group-${index + 1}`);
  const charters = slugs.map((slug, index) => ({
    path: `${rules.paths.workingGroups}/${slug}.mdx`,
    text: charter({
      project: 'Bench',
      title: `Group ${index + 1}`,
      mission: 'Is one of many.',
      leads: [[`Lead ${index + 1}`, 'Example', `lead-${index + 1}`]],
      members: Array.from({ length: MEMBERS }, (__, member) => [
        ...[`Member ${member}`, 'Example', `member-${index + 1}-${member}`, 'WG Member'],
      ]),
      ...{ inScope: ['Things'], outOfScope: ['Others'], channel: `#group-${index + 1}`, items: [] },
    }),
  }));
  const sources = readSources({ maintainers: null, roster: null, charters }, rules.paths);
  const asOf = '2026-11-23';
  const governed = {
    governance: peopleOn(sources, asOf),
    sources,
    loaded: { rules },
    asOf,
    templates: NO_TEMPLATES,
    discussed: NOTHING_DISCUSSED,
    ledgers: 'beside',
  };
  const entries = Array.from({ length: proposals }, (_, index) => entryOf(index + 1, slugs[index % groups]));
  return { index: { entries, nominations: [] }, governed };
}

function entryOf(pull, group) {
  const at = (day) => `2026-${String(1 + (pull % 9)).padStart(2, '0')}-${String(day).padStart(2, '0')}T09:00:00Z`;
  const status = ['proposal', 'draft', 'final'][pull % 3];
  const isVote = status === 'draft';
  const tally = { yes: 3, no: 1, abstain: 0, spoken: 4, electorate: 13 };
  const closed = isVote ? null : { at: at(20), outcome: 'passed' };
  const decisions = status === 'proposal' ? [] : [{ form: 'vote', group, openedAt: at(12), closed, members: [] }];
  return {
    ...{ v: 1, pull, url: `https://github.test/a/b/pull/${pull}`, number: pull, title: `Proposal ${pull}` },
    ...{ type: 'Standards Track', status, takenOver: false, headline: 'Somewhere', since: at(10), priorityArea: null },
    ...{ open: status !== 'final', authors: ['ada'], sponsor: 'grace', group, claimedGroup: null },
    decision: isVote ? { id: 'D1', form: 'vote', deadline: '2026-12-03T09:00:00Z' } : null,
    decisions,
    waitsFor: status === 'final' ? [] : [{ who: 'The author', people: [`ada-${pull % 40}`], what: 'writes more.' }],
    steps: Array.from({ length: 8 }, (_, step) => ({ at: at(step + 1), says: 'Something happened.', url: null })),
    course: {
      openedAt: at(1),
      turns: [
        { status: 'proposal', at: at(1) },
        { status: 'draft', at: at(10) },
      ],
      sponsoredAt: at(8),
      rounds: decisions.map(() => ({
        ...{ id: 'D1', authority: 'advise', deadline: '2026-12-03T09:00:00Z', tally, quorum: 7, blocks: 0 },
      })),
    },
    seal: { lines: 20, last: 'a'.repeat(64), ends: [{ decision: 'D1', seq: 18, sha256: 'b'.repeat(64) }] },
    reviewers: [],
    asked: Array.from({ length: 10 }, () => ({ depth: 0, name: 'Document', held: 'held', says: 'In order.' })),
  };
}
