import { describe, expect, it } from 'vitest';
import { certainCountOf, counted, countOf, hasQuorum, quorumOf } from '../../src/judge/count.js';
import type { Decision } from '../../src/judge/state.js';
import type { Fraction } from '../../src/rules/schema.js';
import { elector, history, RULES, type History, type Name } from './history.js';

const share = (num: number, den: number, of: Fraction['of'], strict = false): Fraction => ({ num, den, of, strict });
const nobody = (): boolean => false;

/** A vote of four people of two organisations, in which some have spoken. */
function vote(words: Partial<Record<Name, string>>, more: Partial<Decision> = {}): Decision {
  const members = [
    elector('lena', [], 'Amber'),
    elector('noor', [], 'Amber'),
    elector('omar', [], 'Basalt'),
    elector('pia', [], 'Basalt'),
  ];
  const rules = { ...RULES, rules: { ...RULES.rules, vote: { ...RULES.rules.vote, early: false } } };
  const told: History = history({
    rules,
    members,
    participants: [elector('ben', [], 'Amber'), elector('tess', [], 'Basalt')],
  })
    .isADraft()
    .says('lena', '/vote start routine');
  for (const [name, word] of Object.entries(words)) told.says(name as Name, `/vote ${word}`);
  const [found] = told.seenAt().state.decisions;
  if (!found) throw new Error('There is no vote.');
  return { ...found, ...more };
}
const least = (organizations: number): Pick<Decision, 'organizations'> => ({
  organizations: { most: null, least: organizations, impartial: false },
});
const most = (fraction: Fraction): Pick<Decision, 'organizations'> => ({
  organizations: { most: fraction, least: 0, impartial: false },
});

describe('A quorum', () => {
  it('of those who speak is reached by the first of them', () => {
    const one = { yes: 1, no: 0, abstain: 0, spoken: 1, electorate: 10 };
    expect(hasQuorum(one, share(1, 2, 'cast'))).toBe(true);
    expect(hasQuorum(one, share(1, 2, 'electorate'))).toBe(false);
  });

  it('needs as many as reach it, and one more than there are where all of them do not', () => {
    const needed = (electorate: number, quorum: Fraction): number => quorumOf({ electorate }, quorum);
    expect(needed(4, share(1, 2, 'electorate'))).toBe(2);
    expect(needed(4, share(1, 2, 'electorate', true))).toBe(3);
    expect(needed(4, share(1, 1, 'electorate'))).toBe(4);
    expect(needed(4, share(1, 1, 'electorate', true))).toBe(5);
    expect(needed(0, share(1, 2, 'electorate'))).toBe(1);
  });

  it('is told with who may vote beside it', () => {
    expect(counted(vote({ noor: 'yes' }))).toBe(
      '1 yes, 0 no, 0 abstained, of 4. 1 more ballot is needed for the quorum.',
    );
    expect(counted(vote({ ben: 'no' }))).toBe(
      '0 yes, 1 no, 0 abstained, of 4; 1 of them may vote and is not counted for the quorum. 2 more ballots are needed for the quorum.',
    );
    expect(counted(vote({ ben: 'no', tess: 'abstain', noor: 'yes', omar: 'yes' }))).toBe(
      '2 yes, 1 no, 1 abstained, of 4; 2 of them may vote and are not counted for the quorum. The quorum is reached.',
    );
  });
});

describe('What the rules ask of organisations', () => {
  const all = (word: string) => ({ lena: word, noor: word, omar: word, pia: word, ben: word, tess: word });

  it('keeps an approval back, and never a rejection', () => {
    expect(countOf(vote(all('yes')), nobody)).toBe('accepted');
    expect(countOf(vote(all('yes'), least(3)), nobody)).toBe('undecided');
    expect(countOf(vote(all('no'), least(3)), nobody)).toBe('rejected');
    expect(countOf(vote(all('yes'), { threshold: null }), nobody)).toBeNull();
  });

  it('is certain of an approval only once all have spoken, where no organisation may have too much', () => {
    const half = most(share(1, 2, 'cast'));
    const { tess, ...five } = all('yes');
    expect(certainCountOf(vote(five), nobody)).toBe('accepted');
    expect(certainCountOf(vote(five, half), nobody)).toBeNull();
    expect(certainCountOf(vote({ ...five, tess }, half), nobody)).toBe('accepted');
    expect(certainCountOf(vote({ ...five, tess }, most(share(1, 3, 'cast'))), nobody)).toBeNull();
    expect(certainCountOf(vote({ ...five, tess }, least(3)), nobody)).toBeNull();
    const { tess: _, ...against } = all('no');
    expect(certainCountOf(vote(against, half), nobody)).toBe('rejected');
    expect(certainCountOf(vote({ ...against, tess: 'no' }, least(3)), nobody)).toBe('rejected');
  });
});

describe('A yes of people with a stake', () => {
  it('counts, and does not suffice alone', () => {
    const told = vote({ lena: 'yes', noor: 'yes', omar: 'yes', pia: 'abstain' });
    expect(countOf(told, () => true)).toBe('undecided');
    expect(countOf(told, ({ login }) => login !== 'omar')).toBe('accepted');
    // Whose ballot is no yes does not make up for it.
    expect(countOf(told, ({ login }) => login !== 'pia')).toBe('undecided');
  });
});
