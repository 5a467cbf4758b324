import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../src/judge/instants.js';
import type { SubjectState } from '../../src/judge/state.js';
import type { LineBody, LineOf } from '../../src/ledger/lines.js';
import { DECIDED, story, tell } from './any-story.js';
import { playAt, type History } from './history.js';

/** Histories for each property: 500 and more altogether in `npm test`, ten thousand and more in `npm run test:long`. */
const RUNS = process.env['HISTORIES'] === 'long' ? 700 : 100;

const end = (told: History): string => plusDays(told.clock, 60);
const decided = (lines: readonly LineBody[]): LineBody[] =>
  lines.filter((line) => line.kind === 'opens' || line.kind === 'closes');

/** A moment in a history as text that sorts: time, comment, place in it. What a deadline does comes last in its second. */
const moment = (at: string, said: { source: string; index: number } | null): string =>
  said === null ? `${at} ~` : `${at} ${said.source} ${String(said.index).padStart(3, '0')}`;

/**
 * What was said in a decision: behind the word that opened it, up to the word that settled it. Of several in one second
 * those after that word came too late.
 */
function saidDuring(decision: string, lines: readonly LineBody[], emitted: readonly LineBody[]): LineOf<'act'>[] {
  const bound = (kind: 'opens' | 'closes'): string => {
    const line = emitted.find((one) => one.kind === kind && one.decision === decision);
    if (line?.kind !== 'opens' && line?.kind !== 'closes') throw new Error(`${decision} has no line that ${kind} it.`);
    return moment(line.at, line.cause);
  };
  const [from, to] = [bound('opens'), bound('closes')];
  return lines.flatMap((line) => {
    if (line.kind !== 'act') return [];
    const at = moment(line.at, { source: line.source.id, index: line.source.index });
    return from < at && at <= to ? [line] : [];
  });
}

describe('Any history at all', { timeout: 1_200_000 }, () => {
  it('comes to the same in whatever order its lines were written', () => {
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.nat()), (one, chance) => {
        const told = tell(one, false);
        const whole = told.seenAt(end(told));
        const shuffled = told.lines
          .map((line) => ({ line, key: line.kind === 'act' ? Number(chance.next().value) : -1 }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        expect(playAt(end(told), shuffled, one.world)).toEqual(whole);
      }),
      { numRuns: RUNS },
    );
  });

  it('comes to the same whether it was looked at all along or once at the end', () => {
    fc.assert(
      fc.property(story, (one) => {
        const once = tell(one, false);
        const along = tell(one, true);
        const whole = once.seenAt(end(once));
        const parts = along.seenAt(end(along));
        expect(parts.doubts).toEqual([]);
        expect(parts.state).toEqual(whole.state);
        expect([...decided(along.lines), ...parts.emitted]).toEqual(whole.emitted);
      }),
      { numRuns: RUNS },
    );
  });

  it('emits nothing new once what it emitted is written', () => {
    fc.assert(
      fc.property(story, fc.nat(40), (one, days) => {
        const told = tell(one, false);
        const now = plusDays(told.clock, days);
        const first = told.seenAt(now);
        const again = playAt(now, [...told.lines, ...first.emitted], one.world);
        expect(again).toEqual({ ...first, emitted: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it('counts doubled lines once', () => {
    fc.assert(
      fc.property(story, (one) => {
        const told = tell(one, true).look();
        const once = told.seenAt(end(told));
        expect(playAt(end(told), [...told.lines, ...told.lines], one.world)).toEqual(once);
        expect(
          playAt(
            end(told),
            told.lines.flatMap((line) => [line, line]),
            one.world,
          ),
        ).toEqual(once);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps its state when the pull request is closed after everything was written', () => {
    fc.assert(
      fc.property(story, (one) => {
        const told = tell(one, true);
        told.look(end(told));
        expect(playAt('1970-01-01T00:05:00Z', told.lines, one.world)).toEqual(told.seenAt(end(told)));
      }),
      { numRuns: RUNS },
    );
  });

  it('is not changed by anything that an outsider says', () => {
    fc.assert(
      fc.property(story, (one) => {
        const told = tell(one, false);
        const without = told.lines.filter((line) => line.kind !== 'act' || line.by.login !== 'zed');
        const bare = (state: SubjectState): unknown => ({ ...state, acts: [], steps: [] });
        const all = told.seenAt(end(told));
        expect(bare(all.state)).toEqual(bare(playAt(end(told), without, one.world).state));
        for (const { act, outcome } of all.state.acts) if (act.by.login === 'zed') expect(outcome.taken).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('has one decision open at most, and ends accepted only by enough people who may', () => {
    let acceptances = 0;
    fc.assert(
      fc.property(story, (one) => {
        const told = tell(one, false);
        const { state, emitted } = told.seenAt(end(told));
        expect(state.decisions.filter(({ closed }) => closed === null).length).toBeLessThanOrEqual(1);
        for (const decision of state.decisions) {
          if (decision.closed?.outcome !== 'accepted' || decision.form !== 'core') continue;
          // What somebody else of the core confirmed, and what a Lead Maintainer decides alone, has its own property.
          if (decision.isEnding) continue;
          acceptances += 1;
          // Counted from what people said, and from nothing that the code has counted.
          const words = new Map<number, string>();
          const recused = new Set<number>();
          for (const line of saidDuring(decision.id, told.lines, emitted)) {
            const voter = decision.electorate.find(({ id, also }) => id === line.by.id || also.includes(line.by.id));
            if (!voter || recused.has(voter.id)) continue;
            if (/^core (accept|accept-with-changes|reject|abstain)$/.test(line.command))
              words.set(voter.id, line.command);
            if (line.command === 'vote recuse') {
              recused.add(voter.id);
              words.delete(voter.id);
            }
          }
          const count = (word: string): number =>
            [...words.values()].filter((said) => said.startsWith(`core ${word}`)).length;
          expect(words.size * 2).toBeGreaterThanOrEqual(decision.electorate.length - recused.size);
          expect(count('accept')).toBeGreaterThan(count('reject'));
        }
      }),
      { numRuns: RUNS * 4, examples: DECIDED.map((one) => [one]) },
    );
    // A property that never meets its case proves nothing.
    expect(acceptances).toBeGreaterThan(0);
  });

  it('passes a vote only by enough of the quorum body, and by more yes than no of all who may vote', () => {
    let passed = 0;
    fc.assert(
      fc.property(story, (one) => {
        const told = tell(one, false);
        const { state, emitted } = told.seenAt(end(told));
        for (const decision of state.decisions) {
          if (decision.closed?.outcome !== 'passed') continue;
          passed += 1;
          const body = new Set(decision.electorate.map(({ id }) => id));
          const words = new Map<number, string>();
          for (const line of saidDuring(decision.id, told.lines, emitted)) {
            const voter = decision.voters.find(({ id, also }) => id === line.by.id || also.includes(line.by.id));
            if (!voter || words.get(voter.id) === 'recused') continue;
            if (/^vote (yes|no|abstain)$/.test(line.command)) words.set(voter.id, line.command.slice('vote '.length));
            if (line.command === 'vote recuse') words.set(voter.id, 'recused');
          }
          const ballots = [...words].filter(([, word]) => word !== 'recused');
          const size = [...body].filter((id) => words.get(id) !== 'recused').length;
          const yes = ballots.filter(([, word]) => word === 'yes').length;
          const no = ballots.filter(([, word]) => word === 'no').length;
          expect(ballots.filter(([id]) => body.has(id)).length * 2).toBeGreaterThanOrEqual(size);
          if (decision.matter === 'scope') expect(yes * 3).toBeGreaterThanOrEqual(2 * (yes + no));
          else expect(yes).toBeGreaterThan(no);
          expect(yes).toBeGreaterThan(0);
        }
      }),
      { numRuns: RUNS * 4, examples: DECIDED.map((one) => [one]) },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it('takes no record of the core for a decision by one person alone, nor a decision alone from who may not', () => {
    fc.assert(
      fc.property(story, (one) => {
        const told = tell(one, false);
        const { state } = told.seenAt(end(told));
        for (const { isEnding, record, closed, ballots } of state.decisions) {
          if (!isEnding || !closed || (closed.outcome !== 'accepted' && closed.outcome !== 'rejected')) continue;
          if (record && closed.why.includes('recorded')) {
            expect(record.confirmedBy.some(({ id }) => id !== record.by.id)).toBe(true);
          } else {
            expect(ballots.at(-1)?.by.login).toBe('uri');
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
