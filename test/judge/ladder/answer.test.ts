import { describe, expect, it } from 'vitest';
import { ANSWERED, answerIn } from '../../../src/judge/ladder/answer.js';
import type { LineBody, LineOf } from '../../../src/ledger/lines.js';
import { Issue, NEW, type Name } from './history.js';

/** Somebody is asked at 09:02 whether they are still there; before that others wrote. */
const asked = (): Issue =>
  new Issue(undefined, { ...NEW, role: 'member' })
    .says('outsider', '/inactive @nominee')
    .says('core', '/inactive @nominee', { args: ['nominee', 'everything'] });

/** A comment without a command, at an instant of that day. */
function wrote(name: Name, time: string): LineOf<'act'> {
  const line = new Issue().writes(name).all.find((one) => one.kind === 'act')!;
  return { ...line, at: `2026-11-02T${time}Z`, source: { ...line.source, id: `${name} ${time}` } };
}

/** The comment that is taken for the answer. */
function answer(issue: Issue, answers: LineOf<'act'>[], ledger: readonly LineBody[] = issue.all): string | null {
  return answerIn(answers, ledger, issue.seen().state)?.source.id ?? null;
}

describe('The answer of who is asked whether they are still there', () => {
  it('is their first comment after the question, whatever others write', () => {
    const answers = [
      wrote('nominee', '12:00:00'),
      wrote('nominee', '11:00:00'),
      wrote('nominee', '09:01:30'),
      wrote('core', '10:00:00'),
    ];
    expect(answer(asked(), answers)).toBe('nominee 11:00:00');
    expect(answer(asked(), [wrote('core', '10:00:00')])).toBeNull();
    expect(answer(asked(), [])).toBeNull();
  });

  it('is none between a question that nobody may ask, or a command that was taken, and the one that is asked', () => {
    const issue = new Issue(undefined, { ...NEW, role: 'member' });
    issue.says('outsider', '/help').says('core', '/inactive @nominee', { args: ['nominee', 'everything'] });
    expect(answer(issue, [wrote('nominee', '09:01:30')])).toBeNull();
    expect(answer(issue, [wrote('nominee', '09:02:00')])).toBe('nominee 09:02:00');
  });

  it('is none where nobody is asked', () => {
    expect(answer(new Issue(), [wrote('nominee', '12:00:00')])).toBeNull();
    const nominated = new Issue().says('core', '/nominate @nominee member');
    expect(answer(nominated, [wrote('nominee', '12:00:00')])).toBeNull();
    // The issue is of a nomination, in which somebody was to be asked something as well.
    expect(answer(nominated.says('core', '/inactive @nominee'), [wrote('nominee', '12:00:00')])).toBeNull();
  });

  it('is none after a decision, and one before it', () => {
    const issue = asked().says('lead maintainer', '/ladder reject They are there.');
    expect(answer(issue, [wrote('nominee', '09:03:00')])).toBeNull();
    expect(answer(issue, [wrote('nominee', '09:02:59')])).toBe('nominee 09:02:59');
  });

  it('is none once one is written, or an ending: what was published does not change', () => {
    const issue = asked().says('core', '/help').written();
    const answers = [wrote('nominee', '09:02:30')];
    expect(answer(issue, answers)).toBe('nominee 09:02:30');
    expect(answer(issue, answers, [...issue.all, wrote('nominee', '10:00:00')])).toBeNull();
    const ended = asked().says('lead maintainer', '/ladder reject They are there.').written();
    expect(answer(ended, answers)).toBeNull();
  });
});

describe('A comment without a command', () => {
  const last = (issue: Issue): unknown => issue.seen().state.acts.at(-1)?.outcome;
  const REFUSED = {
    taken: false,
    rule: 'nomination',
    why: 'Nobody was asked anything here by then.',
    next: 'Nothing is left to do here.',
  };

  it('says of who is asked that they stay', () => {
    const { state } = asked().writes('nominee').seen();
    expect(state.nomination?.closed).toEqual({
      ...{ at: '2026-11-02T09:03:00Z', outcome: 'rejected', why: '@nominee answered, and stays.', sponsors: [] },
    });
  });

  it('says nothing where nobody is asked, or no more, or somebody else is', () => {
    expect(last(new Issue().writes('nominee'))).toEqual(REFUSED);
    expect(last(new Issue().says('core', '/nominate @nominee member').writes('nominee'))).toEqual(REFUSED);
    expect(last(asked().writes('core'))).toEqual(REFUSED);
    expect(last(asked().writes('nominee').writes('nominee'))).toEqual(REFUSED);
  });

  it('is none by the place of its words alone: another name is no answer', () => {
    const line = wrote('nominee', '12:00:00');
    expect(last(asked().says('nominee', '/help', { source: line.source }))).toEqual(REFUSED);
    expect(last(asked().says('nominee', '/help', { source: line.source, command: ANSWERED }))).toMatchObject({
      taken: true,
    });
  });
});
