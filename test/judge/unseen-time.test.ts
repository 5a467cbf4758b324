import { describe, expect, it } from 'vitest';
import type { Facts, PullFacts } from '../../src/facts/facts.js';
import { mutedLines, unseenLines, unseenOpening } from '../../src/judge/muted.js';
import { nothing } from '../../src/judge/state.js';
import type { LineBody, LineOf } from '../../src/ledger/lines.js';
import { Repository } from '../publish/facts.js';
import { elector, history, ledgerOf, type History } from './history.js';
import { NEW } from './ladder/history.js';
import { muted } from './told/ledger.js';

const { facts } = new Repository().look();
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`;
const told = (lines: LineOf<'muted'>[]): string[] =>
  lines.map((line) => `${line.by} ${line.muted ? 'from' : 'to'} ${line.at}`);

describe('A conversation in which not everybody can speak', () => {
  /** Opened on the second, locked on the third and unlocked on the fourth, and archived from the sixth to the seventh. */
  const seen = (pull: Partial<PullFacts> = {}, more: Partial<Pick<Facts, 'ledger' | 'archived'>> = {}): string[] => {
    const locks = [3, 4].map((day) => ({ at: at(day), locked: day === 3 }));
    const archived = [{ from: at(6), to: at(7) }];
    return told(
      mutedLines({ ledger: [], archived, ...more, pull: { state: 'open', createdAt: at(2), locks, ...pull } }),
    );
  };
  const LOCKS = [`lock from ${at(3)}`, `lock to ${at(4)}`];
  const ARCHIVE = [`archive from ${at(6)}`, `archive to ${at(7)}`];

  it('is written down with each of its times', () => expect(seen()).toEqual([...LOCKS, ...ARCHIVE]));
  it('is no matter where the pull request is closed', () => {
    expect(seen({ state: 'closed' })).toEqual([]);
    expect(seen({ state: 'merged' })).toEqual([]);
  });
  it('is written down once', () => {
    const lock = muted(at(3), true);
    expect(seen({}, { ledger: ledgerOf([lock]) })).toEqual([LOCKS[1], ...ARCHIVE]);
    expect(seen({}, { ledger: ledgerOf([lock, muted(at(4), false)]) })).toEqual(ARCHIVE);
    // Another reason at the same instant is another line.
    expect(seen({}, { ledger: ledgerOf([muted(at(3), true, 'archive')]) })).toEqual([...LOCKS, ...ARCHIVE]);
    expect(seen({}, { ledger: ledgerOf([muted(at(3), false)]) })).toEqual([...LOCKS, ...ARCHIVE]);
  });
  it('was archived as long as the first look says that saw it', () => {
    expect(seen({}, { ledger: ledgerOf([muted(at(6), true, 'archive')]) })).toEqual(LOCKS);
  });
  it('begins with the pull request: what had ended by then is no matter', () => {
    expect(seen({ createdAt: at(7) })).toEqual(LOCKS);
    expect(seen({ createdAt: '2026-11-07T08:59:59Z' })).toEqual([...LOCKS, ...ARCHIVE]);
  });
});

describe('A time in which nobody was told', () => {
  const consensus = (authority: 'advise' | 'veto-window' | 'decide'): History =>
    history({ authority }).isADraft().startsConsensus('lena');
  const END = '2026-11-07T09:02:00Z';
  /** What a look at an instant gives back, where it is the first since the words. */
  const given = (story: History, now: string): string[] => told(unseenLines({ ...facts, now }, story.seenAt(now)));
  const back = (from: string, to: string): string[] => [`unseen from ${from}`, `unseen to ${to}`];

  it.each(['advise', 'veto-window', 'decide'] as const)(
    'is given back where a deadline brought something on, and no look came within the hour: %s',
    (authority) => {
      expect(given(consensus(authority), '2026-11-07T10:02:00Z')).toEqual([]);
      expect(given(consensus(authority), '2026-11-07T10:02:01Z')).toEqual(back(END, '2026-11-07T10:02:01Z'));
    },
  );
  it('is not given back of what somebody opened by a word: it stands in the conversation', () => {
    expect(given(consensus('advise'), '2026-11-05T09:00:00Z')).toEqual([]);
    expect(
      given(history().isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko'), '2026-11-20T09:00:00Z'),
    ).toEqual([]);
  });
  /** A vote that ended by a word, as soon as all had spoken. */
  const passed = (authority: 'veto-window' | 'decide'): History =>
    history({ authority })
      .isADraft()
      .says('lena', '/vote start routine compatible')
      .says('noor', '/vote yes')
      .says('omar', '/vote yes')
      .says('pia', '/vote yes')
      .says('lena', '/vote yes');
  it('is given back of a window that a vote opened, though a word was its cause', () => {
    const early = passed('veto-window');
    const window = early.seenAt().emitted.find((line) => line.kind === 'opens' && line.form === 'veto-window')!;
    expect(given(early, '2026-11-03T09:00:00Z')).toEqual(back(window.at, '2026-11-03T09:00:00Z'));
  });
  it('is given back of a vote that decided and can be recalled, though a word was its cause', () => {
    const early = passed('decide');
    const { state } = early.seenAt();
    expect(state.status).toBe('accepted');
    expect(given(early, '2026-11-03T09:00:00Z')).toEqual(back(state.since!, '2026-11-03T09:00:00Z'));
  });
  it('is not given back of an end that nobody could recall', () => {
    const { emitted, state } = consensus('advise').blocks('noor', 'one').seenAt('2026-11-20T09:00:00Z');
    const closes = emitted.filter((line) => line.kind === 'closes');
    expect(unseenLines({ ...facts, now: at(20) }, { emitted: closes, state })).toEqual([]);
    expect(unseenLines({ ...facts, now: at(20) }, { emitted: closes, state: nothing })).toEqual([]);
  });
});

describe('A nomination of which nobody was told', () => {
  const nomination = (deadline: string | null): LineOf<'nomination'> => ({
    ...{ kind: 'nomination', at: at(2), matter: 'advance', nominee: elector('zed'), standing: NEW, to: 'member' },
    ...{ group: null, body: [], deadline, cause: { source: 'IC_1', index: 0 } },
    rules: { commit: 'c'.repeat(40), sha256: 'e'.repeat(64) },
  });
  const given = (now: string, ...lines: LineBody[]): string[] => told(unseenOpening(now, lines));

  it('gives its time back where no look came within the hour', () => {
    expect(given('2026-11-02T10:00:00Z', nomination(at(9)))).toEqual([]);
    expect(given('2026-11-02T10:00:01Z', nomination(at(9)))).toEqual([
      `unseen from ${at(2)}`,
      'unseen to 2026-11-02T10:00:01Z',
    ]);
  });
  it('gives nothing back where nothing waits for words', () => {
    expect(given(at(5))).toEqual([]);
    expect(given(at(5), nomination(null))).toEqual([]);
    expect(given(at(5), { ...muted(at(2), true) })).toEqual([]);
  });
});
