import { describe, expect, it } from 'vitest';
import { acceptanceText, accepting, isTextChanged } from '../../src/judge/acceptance-text.js';
import type { SubjectState } from '../../src/judge/state.js';
import type { Mode, ProposalState, Rules } from '../../src/rules/schema.js';
import { history, RULES, who } from './history.js';

const [ACCEPTED, CHANGED, OTHER] = ['b'.repeat(64), 'd'.repeat(64), 'f'.repeat(64)];
const NEW = 'c'.repeat(40);
const ruling = (mode: Mode): Rules => ({
  ...RULES,
  rules: { ...RULES.rules, 'acceptance-text': { ...RULES.rules['acceptance-text'], mode } },
});
/** What the core accepted, and another text of it at the head. */
const told = history().isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko');
const accepted = told.seenAt().state;
const changed = told.pushes(NEW, { normative: CHANGED }).seenAt().state;
const confirmed = (text: string, commit: string): SubjectState['confirmedTexts'][number] => ({
  ...{ text, commit, by: who('kofi'), at: '2026-11-20T10:00:00Z' },
});
const row = (state: SubjectState, mode: Mode = 'enforce') =>
  acceptanceText(ruling(mode), state).map(({ held, says, next }) => [held, says, next]);

const IS_NOT = 'The text at ccccccc is not the one that was accepted on ';
const CONFIRM = 'confirms the change with `/sep confirm`; what was accepted, put back, needs no word.';

describe('What is said of a text that is not the one that was accepted', () => {
  it('holds the check where the rules enforce, is only said where they warn, and is not where they observe', () => {
    const [[held, says, next] = []] = row(changed);
    expect([held, next]).toEqual(['failed', CONFIRM]);
    expect(says).toMatch(new RegExp(`^${IS_NOT}.*2026.*\\.$`));
    expect(row(changed, 'warn').map(([how]) => how)).toEqual(['open']);
    expect(row(changed, 'observe')).toEqual([]);
  });

  it('is nothing for the text that was accepted, for no head, and for what is not accepted', () => {
    expect(row(accepted)).toEqual([]);
    expect(row({ ...changed, head: null })).toEqual([]);
    expect(row({ ...changed, accepted: null })).toEqual([]);
    expect(row({ ...changed, status: 'withdrawn' })).toEqual([]);
    expect(row({ ...changed, status: 'final' })).toHaveLength(1);
  });

  it('names who confirmed it last, and which commit', () => {
    const confirmedTexts = [
      confirmed(CHANGED, NEW),
      confirmed(CHANGED, 'e'.repeat(40)),
      confirmed(OTHER, 'f'.repeat(40)),
    ];
    const [[held, says, next] = []] = row({ ...changed, confirmedTexts });
    expect([held, next]).toEqual(['held', null]);
    expect(says).toMatch(/^kofi confirmed the text of eeeeeee on .*2026.*\.$/);
  });

  it('is nothing once what was accepted is put back, though it was confirmed as well', () => {
    expect(row({ ...accepted, confirmedTexts: [confirmed(ACCEPTED, NEW), confirmed(CHANGED, NEW)] })).toEqual([]);
  });
});

describe('Whether a text is another one', () => {
  it.each<[string, Partial<SubjectState>, string | null, boolean]>([
    ['another', {}, CHANGED, true],
    ['the same', {}, ACCEPTED, false],
    ['none that is known', {}, null, false],
    ['one that was confirmed', { confirmedTexts: [confirmed(OTHER, NEW), confirmed(CHANGED, NEW)] }, CHANGED, false],
    ['another than was confirmed', { confirmedTexts: [confirmed(OTHER, NEW)] }, CHANGED, true],
    ['another, of what is not accepted', { status: 'in-review' }, CHANGED, false],
    ['another, where none is known that was accepted', { accepted: null }, CHANGED, false],
    [
      'any, where no text was known at the acceptance',
      { accepted: { at: '2026-11-20T10:00:00Z', text: null } },
      CHANGED,
      true,
    ],
  ])('%s', (_, more, text, expected) => expect(isTextChanged({ ...accepted, ...more }, text)).toBe(expected));
});

describe('The text with which something is accepted', () => {
  const then = { at: '2026-11-20T10:00:00Z', text: OTHER };
  const at = (status: ProposalState, text: typeof then | null = null): SubjectState => ({
    ...accepted,
    status,
    accepted: text,
  });
  const now = { at: '2026-11-25T10:00:00Z', text: CHANGED };

  it.each<[string, SubjectState, SubjectState, 'decision' | 'word', SubjectState['accepted']]>([
    ['a decision accepts the text of its end', at('in-review'), at('accepted'), 'decision', now],
    ['a decision accepts anew what was accepted before', at('in-review', then), at('accepted', then), 'decision', now],
    ['a word accepts the text of its time', at('draft'), at('accepted'), 'word', now],
    ['a word brings back what was accepted before', at('draft', then), at('accepted', then), 'word', then],
    ['what is accepted stays that', at('accepted', then), at('accepted', then), 'decision', then],
    ['what is not accepted has none', at('in-review'), at('rejected'), 'decision', null],
  ])('%s', (_, before, after, by, expected) => {
    expect(accepting(before, after, by, now).accepted).toEqual(expected);
  });
});
