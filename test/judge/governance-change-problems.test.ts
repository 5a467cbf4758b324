import { describe, expect, test } from 'vitest';
import type { GovernanceChangeFacts } from '../../src/facts/facts.js';
import { charter, MEMBERS, WG_PATH } from '../people/writing.js';
import { judged, LIDS, ROSA, roster, ROSTER, RULES, withCharter, type Files } from './governance.js';

const told = (
  from: Partial<Files>,
  to: Partial<Files>,
  facts: (facts: GovernanceChangeFacts) => Partial<GovernanceChangeFacts> = () => ({}),
): string[] =>
  judged(from, to, { facts }).files.flatMap(({ path, findings }) =>
    findings.map(({ line, column, severity, code, help }) =>
      [`${path}:${line}:${column}`, severity, code, ...(help === undefined ? [] : ['?'])].join(' '),
    ),
  );
const GRANT = '{ authority: decide, grantedBy: us, since: 2026-01-01 }';

describe('what the rules say of groups that there are not', () => {
  test('is told from top to bottom, with nothing to do about it but what the sentence says', () => {
    const rules = `extends: mcp\ntell:\n  groups:\n    lid: lids\ndelegation:\n  grants:\n    cups: ${GRANT}\n`;
    expect(told({}, { rules })).toEqual([
      `${RULES}:4:5 warning rules/unknown-group`,
      `${RULES}:7:5 warning rules/unknown-group`,
    ]);
    expect(judged({}, { rules }).files.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([
      '`tell.groups.lid`: No group here has the slug `lid`. Look for a slip, or add the charter first.',
      '`delegation.grants.cups`: No group here has the slug `cups`. Look for a slip, or add the charter first.',
    ]);
  });

  test('and from left to right', () => {
    const rules = `{ extends: mcp, tell: { groups: { lid: lids } }, delegation: { grants: { cups: ${GRANT} } } }\n`;
    expect(told({}, { rules })).toEqual([
      `${RULES}:1:35 warning rules/unknown-group`,
      `${RULES}:1:74 warning rules/unknown-group`,
    ]);
  });

  test('is read in the rules as they come where they change, and as they are where they stay', () => {
    const old = { rules: `extends: mcp\ndelegation:\n  grants:\n    kettle-timers: ${GRANT}\n` };
    const gone = withCharter({ type: '**Interest Group**' });
    const moved = { ...gone, rules: `extends: mcp\n\n\n${old.rules.slice('extends: mcp\n'.length)}` };
    expect(told(old, gone)).toContain(`${RULES}:4:5 warning rules/grant-without-power`);
    expect(told(old, moved)).toContain(`${RULES}:6:5 warning rules/grant-without-power`);
    const unread = ({ after }: GovernanceChangeFacts) => ({ after: { ...after, rulesText: null } });
    expect(told(old, gone, unread)).toContain(`${RULES}:4:5 warning rules/grant-without-power`);
    expect(told(old, moved, unread).filter((each) => each.startsWith(RULES))).toEqual([]);
  });
});

describe('what was wrong before', () => {
  /** Cy has two accounts, of which the files do not say that they are one person's. */
  const twice = (more: string): Partial<Files> =>
    withCharter({ membership: `${MEMBERS}\n${more}| Cy Dorn | | @cy2 | | Observer |` });
  const row = '| Fa Goh | | @fagoh | | Observer |\n';

  test('is not said again, wherever its lines have moved', () => {
    expect(told({}, twice(''))).toEqual([`${WG_PATH}:59:1 info people/two-accounts ?`]);
    expect(told(twice(''), twice(row))).toEqual([]);
    const ten = (blank: string): Partial<Files> => ({
      maintainers: `# Maintainers\n\n## Core Maintainers\n\n- [Rosa Ek](https://github.com/rosaek)\n${blank}- [Rosa Ek](https://github.com/rosa2)\n`,
    });
    expect(told({}, ten(''))).toEqual(['MAINTAINERS.md:6:1 info people/two-accounts ?']);
    const others = '- [A](https://github.com/a)\n- [B](https://github.com/b)\n';
    const early = `# Maintainers\n\n## Core Maintainers\n\n- [Rosa Ek](https://github.com/rosaek)\n- [Rosa Ek](https://github.com/rosa2)\n`;
    const late = early.replace(
      'ers\n\n- ',
      `ers\n\n${others}${others.replaceAll('A', 'C').replaceAll('B', 'D').replace('/a', '/c').replace('/b', '/d')}- [E](https://github.com/e)\n- `,
    );
    expect(told({ maintainers: early }, { maintainers: late })).toEqual([]);
  });

  test('is said of as many as there are more', () => {
    const flaw = '{ logins: [a], rols: [] }';
    expect(told({ roster: roster(flaw) }, { roster: roster(flaw, flaw) })).toEqual([
      `${ROSTER}:4:20 error people/roster-unknown-key ?`,
    ]);
    expect(told({ roster: roster(flaw, flaw) }, { roster: roster(flaw, flaw, '{ logins: [b] }') })).toEqual([]);
  });

  test('is no excuse for another flaw of the same kind at the same place', () => {
    const flawed = (key: string): Partial<Files> => ({ roster: roster(`{ logins: [a], ${key}: x }`) });
    expect(told(flawed('rols'), flawed('odd'))).toEqual([`${ROSTER}:3:20 error people/roster-unknown-key ?`]);
    expect(told(flawed('odd'), flawed('odd'))).toEqual([]);
  });

  test('a charter that was cut short may be cut short elsewhere', () => {
    const cut = (at: number): Partial<Files> => ({ charters: { [WG_PATH]: charter({ items: null }).slice(0, at) } });
    expect(told({}, cut(900)).filter((each) => each.includes('charter-cut'))).toHaveLength(1);
    expect(told(cut(900), cut(1400)).filter((each) => each.includes('charter-cut'))).toEqual([]);
  });
});

test('files are told in their order, and what could not be read at all among them', () => {
  const place = { line: 1, column: 1, excerpt: '' };
  const broken = () => ({
    broken: [
      { ...place, code: 'rules/no-text', path: LIDS, message: 'No text.' },
      { ...place, code: 'rules/no-text', path: '.github/convenor/taken-over.yml', message: 'No text.' },
    ],
  });
  expect(told({ roster: roster(ROSA) }, { roster: 'version: 2\n' }, broken)).toEqual([
    `${ROSTER}:1:1 error people/roster-value ?`,
    '.github/convenor/taken-over.yml:1:1 error rules/no-text',
    `${LIDS}:1:1 error rules/no-text`,
  ]);
});
