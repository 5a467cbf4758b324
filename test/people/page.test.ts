import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GROUP_LEVELS, readRoster, ROLES, rosterSchema } from '../../src/people/index.js';

const PAGE = readFileSync('docs/people.md', 'utf8');

it('the example of a roster can be read', () => {
  const example = /```yaml\n([^`]*)```/.exec(PAGE)?.[1] ?? '';
  const { roster, problems } = readRoster(example, 'roster.yml');
  expect(problems).toEqual([]);
  expect(roster?.people.map(({ logins }) => logins[0])).toEqual(['adabell', 'cydorn', 'mopoe']);
});

it('the page names every key, role and level of the roster', () => {
  const person = rosterSchema.shape.people.unwrap().element;
  const keys = Object.keys(person.shape);
  const words = [...keys, ...ROLES.filter((role) => role !== 'contributor'), ...GROUP_LEVELS];
  expect(words.filter((word) => !PAGE.includes(`\`${word}\``))).toEqual([]);
});

it('the page names every code that the check can say, and no other', () => {
  const sources = readdirSync('src/people', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const said = sources.flatMap((name) =>
    [...readFileSync(`src/people/${name}`, 'utf8').matchAll(/'(people\/[a-z-]+)'/g)].map(([, code]) => code ?? ''),
  );
  const told = [...PAGE.matchAll(/`(people\/[a-z-]+)`/g)].map(([, code]) => code ?? '');
  // Said by `convenor check`, which looks at the repository as a whole.
  const ofTheWhole = ['people/no-charters'];
  expect([...new Set(told)].toSorted()).toEqual([...new Set([...said, ...ofTheWhole])].toSorted());
});
