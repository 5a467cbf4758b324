import { describe, expect, it } from 'vitest';
import { peopleOn, readSources } from '../../../src/people/index.js';
import { charter } from '../../people/writing.js';
import { CY, looked, people, ROSTER } from '../told/issue.js';
import { PACK } from './history.js';

describe('In an Interest Group, which binds nothing and may have members of its own', () => {
  const { paths } = PACK;
  const charters = [
    { path: `${paths.interestGroups}/tea.mdx`, text: charter({ front: 'title: Tea Interest Group Charter' }) },
  ];
  const governing = {
    ...people(null),
    governance: peopleOn(readSources({ maintainers: null, roster: ROSTER(CY), charters }, paths), '2026-11-02'),
  };
  const outcome = (login: string, words: string): boolean | undefined =>
    looked([[login, words]], { governing })[0]?.verdict.state.acts[0]?.outcome.taken;

  it.each<[string, string, boolean]>([
    ['bocarr', '/nominate @hugo wg-member tea', true],
    ['bocarr', '/inactive @adabell tea', true],
    ['cydorn', '/inactive @adabell tea', false],
    ['hugo', '/nominate @cydorn wg-member tea', false],
    // A lead is sponsored by the core alone.
    ['bocarr', '/nominate @hugo lead tea', false],
    ['kofi', '/nominate @hugo lead tea', true],
  ])('%s says %s: %s', (login, words, taken) => {
    expect(outcome(login, words)).toBe(taken);
  });
});
