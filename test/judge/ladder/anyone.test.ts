import { describe, expect, it } from 'vitest';
import type { Nomination } from '../../../src/judge/ladder/state.js';
import type { Rules } from '../../../src/rules/schema.js';
import { CY, looked, people, ROSTER, WEEK } from '../told/issue.js';
import { withRule } from './history.js';

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
