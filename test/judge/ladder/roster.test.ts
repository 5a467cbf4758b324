import { describe, expect, it } from 'vitest';
import type { RosterPull } from '../../../src/facts/issue-facts.js';
import { rosterNews, ROSTER_KEY } from '../../../src/judge/ladder/roster.js';
import type { LineBody } from '../../../src/ledger/lines.js';
import { CY, looked, NOMINATED, OPENED, people, pull, ROSTER, START, WEEK, type More } from '../told/issue.js';

const PATH = '.github/convenor/roster.yml';
/** Cy Dorn is a maintainer by the roster already. */
const SAYS_SO = ROSTER(
  CY.replace('{ role: member', "{ role: maintainer, since: 2026-11-09, decision: '#20' }, { role: member"),
);

/** What becomes of the decision of a week later that Cy Dorn is a maintainer. */
function news(more: More = {}): { says: string; write: 'new' | number | null; isWaiting: boolean } | null {
  const words: [string, string][] = [...NOMINATED, ['kofi', '/ladder approve']];
  const { facts, verdict } = looked(words, { roster: ROSTER(CY), looks: [0, WEEK], ...more }).at(-1)!;
  const found = rosterNews(facts, verdict.state);
  return found && { ...found, write: found.write && (found.write.pull?.number ?? 'new') };
}
const done = (says: string) => ({ says, write: null, isWaiting: false });
const waits = (says: string, write: 'new' | number | null = null) => ({ says, write, isWaiting: true });
const LINK = '[#21](https://github.test/21)';
const FOLLOWS = waits(`A pull request of Convenor's own follows for \`${PATH}\`.`, 'new');
const prior = (key: string): LineBody[] => [OPENED, { kind: 'made', at: START, key }];

describe('What becomes of a decision in the roster', () => {
  it.each<[string, RosterPull[], string]>([
    ['and no pull request did', [], `\`${PATH}\` says so.`],
    ['by the one that was merged', [pull({ state: 'merged' })], `\`${PATH}\` says so, by ${LINK}.`],
    ['and one is still open', [pull()], `\`${PATH}\` says so. ${LINK} is not needed any more: close it.`],
    ['and one was closed', [pull({ state: 'closed' })], `\`${PATH}\` says so.`],
  ])('is done where the roster says so %s', (_, pulls, says) => {
    expect(news({ roster: SAYS_SO, pulls })).toEqual(done(says));
  });

  it('waits for a roster that cannot be read, and for no other file', () => {
    const held = (path: string) => ({
      governing: {
        ...people(ROSTER(CY)),
        held: [
          { kind: 'roster' as const, path, commit: 'c'.repeat(40), text: null, brokenBy: 'd'.repeat(40), broke: [] },
        ],
      },
    });
    expect(news(held(PATH))).toEqual(
      waits(`\`${PATH}\` cannot be read as it stands; the change is brought there once it can.`),
    );
    expect(news(held('.github/convenor.yml'))).toEqual(FOLLOWS);
  });

  it('waits for a pull request of Convenor’s own, which is brought up to date with the roster', () => {
    expect(news({ pulls: [pull()] })).toEqual(
      waits(`${LINK} brings it into \`${PATH}\`, with exactly that change; it needs no second decision.`),
    );
    expect(news({ pulls: [pull({ from: 'o0' })] })).toEqual(
      waits(`${LINK} is brought up to date with \`${PATH}\`.`, 21),
    );
  });

  it('is asked for once: not where one was closed, and not where one was made and is gone', () => {
    expect(news({ pulls: [pull({ state: 'closed' })] })).toEqual(
      done(`Somebody closed ${LINK}, which was to bring it into \`${PATH}\`; it is not opened again.`),
    );
    expect(news({ prior: prior(ROSTER_KEY) })).toEqual(
      done(`A pull request was opened for \`${PATH}\`, and it is not there any more.`),
    );
    expect(news({ prior: prior('status') })).toEqual(FOLLOWS);
  });

  it('is nothing as long as nothing is decided, or where it was rejected', () => {
    expect(news({ looks: [0] })).toBeNull();
    const [, rejected] = looked([...NOMINATED, ['kofi', '/ladder reject Not now.']], { looks: [0, WEEK] });
    expect(rejected && rosterNews(rejected.facts, rejected.verdict.state)).toBeNull();
  });
});
