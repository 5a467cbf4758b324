import { describe, expect, it } from 'vitest';
import { commandOf } from '../../src/judge/unread.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { history, type Name } from './history.js';

/** What somebody says, as a line; it could not be read where there is a problem. */
const said = (name: Name, command: string, problem: string | null = null): LineOf<'act'> => {
  const told = history().says(name, '/sep sponsor', { command, problem });
  return told.lines.find((line) => line.kind === 'act')!;
};
const before = (...acts: LineOf<'act'>[]) =>
  acts.map((act) => ({ act, outcome: { taken: true as const, says: 'It was said.' } }));
const refusal = (act: LineOf<'act'>, ...earlier: LineOf<'act'>[]) => {
  const read = commandOf(act, before(...earlier));
  return read.command ? null : read.refusal.outcome;
};

const NEXT = 'Write it in a new comment: edits run nothing.';
const UNKNOWN = { taken: false, rule: 'commands', why: 'There is no command `/sep nonsense`.', next: NEXT };

describe('A word that is no command', () => {
  it('is refused with what it is', () => {
    expect(refusal(said('ada', 'sep nonsense'))).toEqual(UNKNOWN);
    expect(refusal(said('ada', 'sep nonsense', 'Perhaps `/sep status`?'))).toEqual({
      ...UNKNOWN,
      why: 'Perhaps `/sep status`?',
    });
  });
  it('is answered once to each person', () => {
    const again = { ...UNKNOWN, repeated: true };
    const other = said('ada', 'sep nonesuch');
    expect(refusal(said('ada', 'sep nonsense'), other, said('ada', 'sep nonsense'))).toEqual(again);
    expect(refusal(said('ada', 'sep nonsense'), other)).toEqual(UNKNOWN);
    expect(refusal(said('ada', 'sep nonsense'), said('zed', 'sep nonsense'))).toEqual(UNKNOWN);
    expect(refusal(said('ada', 'sep nonsense'), said('ada', 'sep nonsense', 'Too long.'))).toEqual(UNKNOWN);
  });
});

describe('A command', () => {
  it('is carried out where it could be read', () => expect(refusal(said('kofi', 'sep sponsor'))).toBeNull());
  it('is refused each time where it could not: who wrote it means this bot', () => {
    const unread = said('kofi', 'sep sponsor', 'It takes no words.');
    const told = { taken: false, rule: 'commands', why: 'It takes no words.', next: NEXT };
    expect(refusal(unread)).toEqual(told);
    expect(refusal(unread, unread)).toEqual(told);
  });
});
