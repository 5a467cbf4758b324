import { describe, expect, it } from 'vitest';
import { countCertain, countNow, hasQuorum, reaches, type Count } from '../../src/judge/count.js';
import type { Tally } from '../../src/judge/state.js';
import type { Fraction } from '../../src/rules/schema.js';

/** Largest electorate that is looked at whole: every split of it into yes, no, abstain and silent. */
const LARGEST = 50;
const SMALL = 12;

const share = (num: number, den: number, of: Fraction['of'], strict: boolean): Fraction => ({ num, den, of, strict });

const HALF_OF_ALL = share(1, 2, 'electorate', false);
const MAJORITY = share(1, 2, 'cast', true);

const QUORUMS = [
  HALF_OF_ALL,
  share(1, 2, 'electorate', true),
  share(2, 3, 'electorate', false),
  share(0, 1, 'cast', false),
];
const THRESHOLDS = [
  MAJORITY,
  share(1, 2, 'cast', false),
  share(2, 3, 'cast', false),
  share(2, 3, 'cast', true),
  share(2, 3, 'electorate', false),
  share(1, 2, 'electorate', true),
  share(1, 1, 'cast', false),
  share(0, 1, 'cast', false),
];
const RULES = QUORUMS.flatMap((quorum) => THRESHOLDS.map((threshold) => ({ quorum, threshold })));
const named = RULES.map((rules) => [`${say(rules.quorum)} spoken, ${say(rules.threshold)} to carry`, rules] as const);

function say({ num, den, of, strict }: Fraction): string {
  return `${strict ? 'more than' : 'at least'} ${num}/${den} of ${of}`;
}

/** A count in which all who may vote are counted for the quorum. */
const tallyOf = (yes: number, no: number, abstain: number, electorate: number): Tally => ({
  yes,
  no,
  abstain,
  spoken: yes + no + abstain,
  electorate,
});

/** Every way in which an electorate can have spoken. */
function* splits(electorate: number): Generator<Tally> {
  for (let yes = 0; yes <= electorate; yes++) {
    for (let no = 0; yes + no <= electorate; no++) {
      for (let abstain = 0; yes + no + abstain <= electorate; abstain++) yield tallyOf(yes, no, abstain, electorate);
    }
  }
}

/**
 * The same count, written from the governance's words and not from the code: the least number of heads that is enough is
 * found by counting up from nothing.
 */
function byHand(count: Tally, quorum: Fraction, threshold: Fraction): Count {
  const { yes, no, electorate } = count;
  const spoken = yes + no + count.abstain;
  if (spoken === 0 || spoken < leastOf(quorum, quorum.of === 'electorate' ? electorate : spoken)) return 'undecided';
  const needed = leastOf(threshold, threshold.of === 'electorate' ? electorate : yes + no);
  const accepted = yes >= Math.max(1, needed);
  const rejected = no >= Math.max(1, needed);
  return accepted === rejected ? 'undecided' : accepted ? 'accepted' : 'rejected';
}

/** The least whole number of heads that reaches a share of `whole`. */
function leastOf({ num, den, strict }: Fraction, whole: number): number {
  let heads = 0;
  let parts = 0n;
  const goal = BigInt(num) * BigInt(whole);
  while (strict ? parts <= goal : parts < goal) {
    heads += 1;
    parts += BigInt(den);
  }
  return heads;
}

describe('Counting, over every electorate up to 50 and every split of its ballots', () => {
  it.each([
    ['half of the electorate spoken, more yes than no', HALF_OF_ALL, MAJORITY],
    ['half of the electorate spoken, two thirds of the ballots', HALF_OF_ALL, share(2, 3, 'cast', false)],
    ['half of the electorate spoken, more than two thirds', HALF_OF_ALL, share(2, 3, 'cast', true)],
    [
      'two thirds of the electorate spoken, two thirds of all',
      share(2, 3, 'electorate', false),
      share(2, 3, 'electorate', false),
    ],
  ])('agrees with a count by hand: %s', (_name, quorum, threshold) => {
    const wrong: unknown[] = [];
    let looked = 0;
    for (let electorate = 0; electorate <= LARGEST; electorate++) {
      for (const count of splits(electorate)) {
        looked += 1;
        if (countNow(count, quorum, threshold, count.yes) !== byHand(count, quorum, threshold)) wrong.push(count);
      }
    }
    expect(wrong).toEqual([]);
    // The number of ways to part n people into four piles, summed over n: that none was left out.
    expect(looked).toBe((51 * 52 * 53 * 54) / 24);
  });

  it.each(named)('agrees for small electorates under any rule: %s', (_name, { quorum, threshold }) => {
    for (let electorate = 0; electorate <= SMALL; electorate++) {
      for (const count of splits(electorate)) {
        expect({ count, outcome: countNow(count, quorum, threshold, count.yes) }).toEqual({
          count,
          outcome: byHand(count, quorum, threshold),
        });
      }
    }
  });
});

describe('What no count may give, whatever the rule', () => {
  it.each(named)('holds: %s', (_name, { quorum, threshold }) => {
    const wrong: [string, Tally][] = [];
    for (let electorate = 0; electorate <= SMALL; electorate++) {
      for (const count of splits(electorate)) {
        const outcome = countNow(count, quorum, threshold, count.yes);
        if (outcome === 'accepted' && count.yes === 0) wrong.push(['passes without one yes', count]);
        if (outcome !== 'undecided' && count.yes === count.no) wrong.push(['a tie decides', count]);
        if (outcome !== 'undecided' && electorate === 0) wrong.push(['nobody decides', count]);
        if (outcome === 'accepted' && countNow(count, quorum, threshold, 0) === 'accepted') {
          wrong.push(['people with a stake accept alone', count]);
        }
        if (outcome !== 'undecided' && !hasQuorum(count, quorum)) wrong.push(['decides without a quorum', count]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('A share on its border', () => {
  it.each([
    { part: 2, whole: 3, strict: false, reached: true },
    { part: 2, whole: 3, strict: true, reached: false },
    { part: 3, whole: 3, strict: true, reached: true },
    { part: 33_333, whole: 50_000, strict: false, reached: false },
    { part: 33_334, whole: 50_000, strict: false, reached: true },
  ])('$part of $whole, two thirds, strict $strict: $reached', ({ part, whole, strict, reached }) => {
    expect(reaches(part, whole, share(2, 3, 'cast', strict))).toBe(reached);
  });

  it('takes 1/3 of 3 as one whole head, which a floating-point share would miss', () => {
    for (let whole = 3; whole <= 3_000; whole += 3)
      expect(reaches(whole / 3, whole, share(1, 3, 'cast', false))).toBe(true);
  });

  it('needs three of five and three of six for a quorum of half', () => {
    const spoken = (yes: number, electorate: number): boolean => hasQuorum(tallyOf(yes, 0, 0, electorate), HALF_OF_ALL);
    expect([spoken(2, 5), spoken(3, 5), spoken(2, 6), spoken(3, 6)]).toEqual([false, true, false, true]);
  });

  it('is no quorum where nobody has spoken, whatever the rule asks for', () => {
    for (const electorate of [0, 1, 6]) {
      expect(hasQuorum(tallyOf(0, 0, 0, electorate), share(0, 1, 'electorate', false))).toBe(false);
    }
  });

  it('counts an abstention for the quorum and not for the threshold', () => {
    expect(countNow(tallyOf(1, 0, 2, 6), HALF_OF_ALL, MAJORITY, 1)).toBe('accepted');
    expect(countNow(tallyOf(1, 0, 1, 6), HALF_OF_ALL, MAJORITY, 1)).toBe('undecided');
  });

  it('never counts for the quorum who may vote beside the electorate, and counts their yes and no', () => {
    const five = { yes: 5, no: 0, abstain: 0, electorate: 6 };
    expect(countNow({ ...five, spoken: 2 }, HALF_OF_ALL, MAJORITY, 5)).toBe('undecided');
    expect(countNow({ ...five, spoken: 3 }, HALF_OF_ALL, MAJORITY, 5)).toBe('accepted');
    // Three members for it and four participants against: a majority of the ballots is against.
    expect(countNow({ yes: 3, no: 4, abstain: 0, spoken: 3, electorate: 6 }, HALF_OF_ALL, MAJORITY, 3)).toBe(
      'rejected',
    );
  });
});

describe('An outcome that is certain before the deadline', () => {
  /** What every way of speaking that is still open would come to. A yes still to come may be one without a stake. */
  function* endings(count: Tally, quorum: Fraction, threshold: Fraction, disinterested: number): Generator<Count> {
    const open = count.electorate - count.yes - count.no - count.abstain;
    for (const more of splits(open)) {
      const then = tallyOf(count.yes + more.yes, count.no + more.no, count.abstain + more.abstain, count.electorate);
      for (const extra of new Set([0, more.yes])) yield countNow(then, quorum, threshold, disinterested + extra);
    }
  }

  it.each(named)('is what every completion comes to, and no other is: %s', (_name, { quorum, threshold }) => {
    const wrong: unknown[] = [];
    for (let electorate = 0; electorate <= SMALL; electorate++) {
      for (const count of splits(electorate)) {
        for (const disinterested of new Set([0, count.yes])) {
          const possible = new Set(endings(count, quorum, threshold, disinterested));
          const [only] = possible;
          const brute = possible.size === 1 && only !== 'undecided' ? only : null;
          const silent = electorate - count.spoken;
          const certain = countCertain(count, quorum, threshold, { silent, disinterestedYes: disinterested });
          if (certain !== brute) wrong.push({ count, disinterested, certain, brute });
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('waits while the silent could still turn five yes of ten', () => {
    const certain = (yes: number, beside: number) =>
      countCertain(tallyOf(yes, 0, 0, 10), HALF_OF_ALL, MAJORITY, {
        silent: 10 - yes + beside,
        disinterestedYes: yes,
      });
    expect([certain(5, 0), certain(6, 0)]).toEqual([null, 'accepted']);
    // And while who may vote beside them could still turn six.
    expect([certain(6, 1), certain(6, 2), certain(7, 2)]).toEqual(['accepted', null, 'accepted']);
  });
});
