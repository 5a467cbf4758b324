import { beforeAll, describe, expect, test } from 'vitest';
import { markerOf } from '../../src/facts/texts.js';
import { textAt } from '../../src/sandbox/actions/outdate.js';
import { GROUPS } from '../../src/sandbox/quarter/groups.js';
import { PEOPLE } from '../../src/sandbox/quarter/people.js';
import { pullOf } from '../../src/sandbox/quarter/play.js';
import { SCRIPT, TALES, WHEN } from '../../src/sandbox/quarter/script.js';
import { counted, looksIn } from './looks.js';
import { ENDS, SAID } from './quarter-expected.js';
import { announcedIn, fallsIn, told } from './quarter-ledgers.js';
import { wholePages } from './quarter-pages.js';
import { comments, days, ends, ledgerOf, played, report, sound, type Played } from './quarter-played.js';

let quiet: Played;

/** What fell dormant, with the instants of its warnings. */
const falls = (one: Played): { slug: string; at: string; warned: string[] }[] =>
  TALES.flatMap(({ slug }) => {
    const fell = fallsIn(ledgerOf(one, slug).lines);
    return fell ? [{ slug, ...fell }] : [];
  });

/** Nothing fell dormant before half a year was over, nor before thirty and seven days after its two warnings. */
function warnedBefore(one: Played): void {
  for (const { slug, at, warned } of falls(one)) {
    expect(warned, slug).toHaveLength(2);
    // A look sees a warning a minute after it was posted.
    expect(days(warned[0]!, at), slug).toBeGreaterThanOrEqual(30 - 10 / 1440);
    expect(days(warned[1]!, at), slug).toBe(7);
    expect(days(ledgerOf(one, slug).lines[0]!.at, at), slug).toBeGreaterThanOrEqual(184);
  }
}

beforeAll(async () => {
  quiet = await played();
}, 300_000);

test('the world is as large as it is said to be', () => {
  expect(TALES).toHaveLength(20);
  expect(PEOPLE).toHaveLength(40);
  expect(new Set(PEOPLE.map(({ login }) => login)).size).toBe(40);
  expect(GROUPS.map(({ authority }) => authority)).toEqual(['decide', 'veto-window', null]);
  const known = new Set(PEOPLE.map(({ login }) => login));
  expect(SCRIPT.filter(({ step }) => !known.has(step.who))).toEqual([]);
  // Nobody acts in another one's minute: each thing has an instant of its own.
  expect(new Set(SCRIPT.map(({ at }) => at)).size).toBe(SCRIPT.length);
});

describe('A quarter in which every webhook arrives', () => {
  test('ends with each proposal where its people brought it', () => {
    expect(ends(quiet)).toEqual(ENDS);
  });

  test('says what it has to say on its day, and nothing else', () => {
    expect(Object.fromEntries(TALES.map(({ slug }) => [slug, comments(quiet, slug)]))).toEqual(
      Object.fromEntries(TALES.map(({ slug }) => [slug, SAID[slug] ?? []])),
    );
  });

  test('has a page for each group and each proposal, whose links and pictures lead somewhere', () => wholePages(quiet));

  test('reminds, warns and closes by the clock alone', () => {
    const byItself = TALES.flatMap(({ slug }) =>
      ledgerOf(quiet, slug).lines.flatMap((line) =>
        line.kind === 'lapses' || (line.kind === 'intent' && /^(remind|warn):/.test(line.key))
          ? [{ slug, at: line.at, key: 'key' in line ? line.key : line.kind }]
          : [],
      ),
    );
    // Nobody did anything anywhere in the ten minutes before, but for the one who woke what is older than Convenor.
    const woken = byItself.filter(({ at }) =>
      SCRIPT.some((event) => days(event.at, at) >= 0 && days(event.at, at) < 10 / 1440),
    );
    expect(woken.map(({ slug, key }) => `${slug} ${key}`)).toEqual(['salt-licks warn:1']);
    expect(byItself).toHaveLength(
      Object.values(SAID)
        .flat()
        .filter((one) => !one.endsWith('reply')).length + 2,
    );
  });

  test('lets nothing become dormant unwarned', () => {
    expect(falls(quiet).map(({ slug }) => slug)).toEqual(['signal-mirrors', 'salt-licks']);
    warnedBefore(quiet);
  });

  test('leaves in peace what is older and what nobody touched, and what travels with another one', () => {
    const old = pullOf(quiet.quarter, 'echo-ranging');
    expect([old.now.comments, old.checks, old.labels, old.now.reviews]).toEqual([[], [], [], []]);
    const [companion] = quiet.quarter.companions;
    expect([companion!.botComments(), companion!.labels]).toEqual([[], []]);
    expect(companion!.check('convenor/merge')?.output.title).toBe(
      `Travels with #${pullOf(quiet.quarter, 'lake-ferries').number}`,
    );
  });

  test('brings the file of a merged proposal in step', () => {
    const { sandbox, repo } = quiet.quarter;
    const { number } = pullOf(quiet.quarter, 'wind-gusts');
    const main = repo.refs.get('refs/heads/main') ?? '';
    expect(textAt(sandbox.state.objects, main, `seps/${number}-wind-gusts.md`)).toContain('- **Status**: Accepted');
  });
});

describe('Nobody gets more than one comment in a look', () => {
  const most = ({ quarter }: Played): void => {
    const looks = looksIn(quarter.sandbox);
    expect(looks.filter(({ comments, reviews }) => comments > 1 || reviews > 1)).toEqual([]);
    // All that was posted was posted by a look that is counted here.
    const pulls = [...quarter.repo.issues.values()].map(({ number }) => quarter.world.pull(quarter.repo, number));
    const posted = pulls.flatMap((pull) => pull.botComments()).length;
    expect(looks.reduce((sum, look) => sum + look.comments, 0)).toBe(posted);
    expect(posted).toBeGreaterThan(35);
  };

  test('where every webhook arrives', () => {
    most(quiet);
  });

  test('not even whose first words are a command: the answer comes a minute after the status', () => {
    const [status, reply] = pullOf(quiet.quarter, 'half-board').botComments();
    expect([markerOf(status!.body), markerOf(reply!.body)]).toEqual(['status', expect.stringMatching(/^reply:/)]);
    expect(days(status!.createdAt, reply!.createdAt) * 1440).toBeGreaterThan(0.9);
  });

  test('where every second one is lost', { timeout: 300_000 }, async () => {
    const lossy = await played(({ sandbox }) => {
      let sent = 0;
      sandbox.webhooks.loses = () => sent++ % 2 === 1;
    });
    const { deliveries } = lossy.quarter.sandbox.state;
    expect(deliveries.filter(({ state }) => state === 'lost').length).toBeGreaterThan(200);
    most(lossy);
    sound(lossy);

    // Every proposal comes to the same end, by the same words, in the same decisions, with the same counts.
    expect(ends(lossy)).toEqual(ends(quiet));
    for (const { slug } of TALES) {
      const [one, other] = [ledgerOf(quiet, slug), ledgerOf(lossy, slug)];
      expect(told(other.lines), slug).toEqual(told(one.lines));
      expect(announcedIn(other.lines), slug).toEqual(announcedIn(one.lines));
      expect(other.replay!.state.decisions.map(({ closed }) => closed)).toEqual(
        one.replay!.state.decisions.map(({ closed }) => closed),
      );
      expect(withoutDays(comments(lossy, slug)), slug).toEqual(withoutDays(comments(quiet, slug)));
    }
    warnedBefore(lossy);
    for (const [index, { slug, at }] of falls(quiet).entries()) {
      const other = falls(lossy)[index];
      expect(other?.slug).toBe(slug);
      expect(Math.abs(days(at, other?.at ?? at)), slug).toBeLessThanOrEqual(1);
    }
    report('every second webhook lost', lossy);
  });
});

/** A lead is asked when a look sees the group's name, so what they are reminded of moves with it by a day at most. */
const withoutDays = (all: readonly string[]): string[] => all.map((one) => one.replace(/^\S+ /, ''));

test('the record verifies, and nothing failed', () => {
  sound(quiet);
});

test('costs no more requests than a quarter should', () => {
  report('every webhook', quiet);
  const asked = counted(quiet.quarter.sandbox);
  const count = (operation: string): number => asked.filter((one) => one.operation === operation).length;
  // A sweep at the start, one a day, and one for each push to the default branch.
  const pushes = SCRIPT.filter(({ step }) => step.does === 'merges' || step.does === 'steps').length;
  expect(count('Sweep')).toBe(1 + Math.floor(days(WHEN.installed, WHEN.ends)) + pushes);
  // An eighth more than was measured.
  expect(count('Snapshot')).toBeLessThan(390);
  expect(count('Append')).toBeLessThan(255);
  expect(count('Publish')).toBeLessThan(240);
  expect(asked.length).toBeLessThan(1530);
});
