import { describe, expect, it } from 'vitest';
import type { Nomination } from '../../../src/judge/ladder/state.js';
import type { Rules } from '../../../src/rules/schema.js';
import { CY, looked, people, ROSTER, WEEK } from '../told/issue.js';
import { Issue, withRule } from './history.js';

/** What comes of words by these rules, a week later; neither Hugo nor Ada Lin stands in any file. */
function ended(rules: Rules, words: [login: string, words: string][]): { taken: boolean[]; nomination: Nomination } {
  const governing = { ...people(ROSTER(CY)), rules };
  const looks = looked(words, { governing, rulebook: new Map([[governing.sha256, rules]]), looks: [0, WEEK] });
  const { acts, nomination } = looks.at(-1)!.verdict.state;
  return { taken: acts.map(({ outcome }) => outcome.taken), nomination: nomination! };
}

describe('Where the rules let contributors have a say', () => {
  const sponsored = withRule('ladder-member', { support: [{ number: 2, roles: ['contributor'], organizations: 1 }] });

  it('anyone sponsors, whether or not a file knows them, and counts once', () => {
    const one = ended(sponsored, [['hugo', '/nominate @bocarr member']]);
    expect([one.taken, one.nomination.closed]).toEqual([[true], null]);
    const twice = ended(sponsored, [
      ['hugo', '/nominate @bocarr member'],
      ['hugo', '/endorse @bocarr'],
    ]);
    expect([twice.taken, twice.nomination.closed]).toEqual([[true, false], null]);
    const two = ended(sponsored, [
      ['hugo', '/nominate @bocarr member'],
      ['adalin', '/endorse @bocarr'],
    ]);
    expect(two.nomination.closed?.why).toBe('Sponsored by @hugo and @adalin, and no objection stands after 7 days.');
    const known = ended(sponsored, [
      ['cydorn', '/nominate @hugo member'],
      ['adabell', '/endorse @hugo'],
    ]);
    expect(known.nomination.closed?.outcome).toBe('approved');
  });

  it('and nobody for themselves', () => {
    const own = ended(sponsored, [
      ['hugo', '/nominate @hugo member'],
      ['hugo', '/endorse @hugo'],
    ]);
    expect([own.taken, own.nomination.endorsements]).toEqual([[true, false], []]);
  });

  it('anyone’s objection holds it, and gives them nothing else', () => {
    const rules = withRule('ladder-member', { objects: ['contributor'] });
    const { taken, nomination } = ended(rules, [
      ['rosa', '/nominate @bocarr member'],
      ['hugo', '/object @bocarr Too soon.'],
      ['hugo', '/endorse @bocarr'],
      ['adalin', '/ladder approve It is not.'],
    ]);
    expect([taken, nomination.objections.map(({ holds }) => holds), nomination.closed]).toEqual([
      [true, true, false, false],
      [true],
      null,
    ]);
  });

  it('and where they do not, nobody has one whom no file knew when it opened', () => {
    const { taken } = ended(withRule('ladder-member', {}), [
      ['rosa', '/nominate @bocarr member'],
      ['hugo', '/endorse @bocarr'],
    ]);
    expect(taken).toEqual([true, false]);
  });
});

describe('One person with two accounts, neither of which any file knew when it opened', () => {
  const HUGO = { by: { id: 100, login: 'hugo' }, also: [200] };
  const OTHER = { by: { id: 200, login: 'hugo2' }, also: [100] };
  const sponsored = withRule('ladder-member', { support: [{ number: 2, roles: ['contributor'], organizations: 1 }] });
  const taken = (issue: Issue): boolean[] => issue.seen().state.acts.map(({ outcome }) => outcome.taken);
  const nomination = (issue: Issue): Nomination => issue.seen().state.nomination!;

  it.each([
    ['each says that it is the other’s', HUGO, OTHER],
    ['only the later says so', { ...HUGO, also: [] }, OTHER],
    ['only the earlier says so', HUGO, { ...OTHER, also: [] }],
    ['both are of a third', { ...HUGO, also: [300] }, { ...OTHER, also: [300] }],
  ])('sponsors once: %s', (_, first, second) => {
    const issue = new Issue(sponsored)
      .says('outsider', '/nominate @nominee member', first)
      .says('outsider', '/endorse @nominee', second)
      .after({ days: 8 });
    expect(taken(issue)).toEqual([true, false]);
    expect([nomination(issue).endorsements.length, nomination(issue).closed]).toEqual([1, null]);
  });

  it('sponsors twice where nobody knew that they are one', () => {
    const issue = new Issue(sponsored)
      .says('outsider', '/nominate @nominee member', { ...HUGO, also: [] })
      .says('outsider', '/endorse @nominee', { ...OTHER, also: [] });
    expect(taken(issue)).toEqual([true, true]);
  });

  it('takes it back with either', () => {
    const issue = new Issue(sponsored)
      .says('outsider', '/nominate @nominee member', HUGO)
      .says('outsider', '/endorse withdraw', OTHER);
    expect([taken(issue), nomination(issue).endorsements]).toEqual([[true, true], []]);
  });

  it('approves once, and not alone what they alone sponsor', () => {
    const approved = (approvals: number): Issue => {
      const support = [{ number: 1, roles: ['contributor' as const], organizations: 1 }];
      return new Issue(withRule('ladder-member', { support, approves: ['contributor'], approvals }))
        .says('outsider', '/nominate @nominee member', HUGO)
        .says('outsider', '/ladder approve Yes.', HUGO)
        .says('outsider', '/ladder approve Yes.', OTHER)
        .after({ days: 8 });
    };
    expect(nomination(approved(2)).approvals.map(({ by }) => by.login)).toEqual(['hugo2']);
    expect(nomination(approved(1)).closed).toBeNull();
  });
});
