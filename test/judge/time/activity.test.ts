import { describe, expect, it } from 'vitest';
import { lastOf, lastOfAll, type Doings } from '../../../src/judge/time/activity.js';
import type { LineBody } from '../../../src/ledger/lines.js';
import { history, IDS, who } from '../history.js';

const EARLY = '2026-11-01T09:00:00Z';
const LATE = '2026-12-01T09:00:00Z';
const act = history()
  .says('kofi', '/sep sponsor')
  .lines.filter(({ kind }) => kind === 'act');
const head = history().lines.find((line) => line.kind === 'head-seen')!;
const wrote = (at: string) => ({ login: 'x', last: at, reviews: [] });
const doings = (lines: readonly LineBody[], more: Partial<Doings> = {}): Doings => ({
  ...{ activity: new Map(), lines, idsOf: (id) => [id], author: who('ada') },
  ...more,
});
const at = (line: LineBody | undefined, when: string): LineBody[] => (line ? [{ ...line, at: when }] : []);

describe('When somebody last did something here', () => {
  it('is their last command, comment or push, whichever was last', () => {
    const said = at(act[0], EARLY);
    expect(lastOf(doings(said), IDS.kofi)).toBe(EARLY);
    expect(lastOf(doings(said), IDS.mira)).toBeNull();
    expect(lastOf(doings(said, { activity: new Map([[IDS.kofi, wrote(LATE)]]) }), IDS.kofi)).toBe(LATE);
    expect(lastOf(doings(at(act[0], LATE), { activity: new Map([[IDS.kofi, wrote(EARLY)]]) }), IDS.kofi)).toBe(LATE);
  });

  it('is with any of their accounts', () => {
    const both = { idsOf: () => [IDS.mira, IDS.kofi] };
    expect(lastOf(doings(at(act[0], EARLY), both), IDS.mira)).toBe(EARLY);
  });

  it('is a push of whose commit it is, of the author where GitHub knows nobody, and of nobody where a bot pushed', () => {
    const pushed = (pushedBy: typeof head.pushedBy, more: Partial<Doings> = {}): Doings =>
      doings([{ ...head, at: LATE, pushedBy }], more);
    expect(lastOf(pushed({ who: null, isBot: false }), IDS.ada)).toBe(LATE);
    expect(lastOf(pushed({ who: who('kofi'), isBot: false }), IDS.kofi)).toBe(LATE);
    expect(lastOf(pushed({ who: who('kofi'), isBot: false }), IDS.ada)).toBeNull();
    expect(lastOf(pushed({ who: null, isBot: true }), IDS.ada)).toBeNull();
    expect(lastOf(pushed({ who: null, isBot: false }, { author: null }), IDS.ada)).toBeNull();
  });

  it('is of anybody the last of all that people did', () => {
    expect(lastOfAll(doings([]))).toBeNull();
    expect(lastOfAll(doings(at(act[0], EARLY)))).toBe(EARLY);
    expect(lastOfAll(doings(at(act[0], EARLY), { activity: new Map([[IDS.mira, wrote(LATE)]]) }))).toBe(LATE);
    const bot = { ...head, at: LATE, pushedBy: { who: null, isBot: true } };
    expect(lastOfAll(doings([...at(act[0], EARLY), bot]))).toBe(EARLY);
    expect(lastOfAll(doings([...at(act[0], EARLY), { ...bot, pushedBy: { who: null, isBot: false } }]))).toBe(LATE);
    expect(lastOfAll(doings([{ kind: 'pull', at: LATE, state: 'closed' }]))).toBeNull();
  });
});
