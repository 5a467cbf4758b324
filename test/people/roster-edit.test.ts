import { describe, expect, it } from 'vitest';
import { editRoster } from '../../src/people/roster-edit.js';
import type { RosterChange } from '../../src/people/roster-change.js';

const ROSTER = `# Who is who.
version: 1
people:
  # Ada first.
  - logins: [adabell]
    ids: [1]
    roles:
      - { role: member, since: 2026-01-01 } # from the beginning
      - role: maintainer
        since: 2026-05-01 # by hand
    groups:
      - { group: kettles, level: member }
  - { logins: [bocarr], organization: Kiln } # one line
  - logins: [cydorn]
    roles: [{ role: member, until: 2026-02-02 }]
    emeritus: true

organizations:
  Kiln: [KW]
`;

const change = (more: Partial<RosterChange>, id = 1, login = 'adabell'): RosterChange => ({
  ...{ of: { id, also: [], login, logins: [] }, gives: null, takes: null, emeritus: null },
  ...{ day: '2026-12-01', decision: '#20' },
  ...more,
});

/** The lines that an edit takes away and adds. */
function diff(text: string, edited: RosterChange): string[] {
  const result = editRoster(text, edited);
  if (!result.ok) return [result.problem];
  const [before, after] = [text.split('\n'), result.text.split('\n')];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line.trim()}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line.trim()}`),
  ];
}

describe('A change of the roster', () => {
  it.each<[string, RosterChange, string[]]>([
    [
      'gives a higher role, and ends the ones before it',
      change({ gives: { kind: 'role', role: 'core-maintainer' } }),
      [
        '- - { role: member, since: 2026-01-01 } # from the beginning',
        '+ - { role: member, since: 2026-01-01, until: 2026-11-30 } # from the beginning',
        '+ until: 2026-11-30',
        "+ - { role: core-maintainer, since: 2026-12-01, decision: '#20' }",
      ],
    ],
    [
      'into an entry of one line',
      change({ gives: { kind: 'role', role: 'member' } }, 2, 'bocarr'),
      [
        '- - { logins: [bocarr], organization: Kiln } # one line',
        "+ - { logins: [bocarr], organization: Kiln, roles: [{ role: member, since: 2026-12-01, decision: '#20' }] } # one line",
      ],
    ],
    [
      'brings an emeritus back',
      change({ gives: { kind: 'role', role: 'member' }, emeritus: false }, 3, 'cydorn'),
      [
        '- roles: [{ role: member, until: 2026-02-02 }]',
        '- emeritus: true',
        "+ roles: [{ role: member, until: 2026-02-02 }, { role: member, since: 2026-12-01, decision: '#20' }]",
        '+ emeritus: false',
      ],
    ],
    [
      'for somebody whom it does not have, by id',
      change({ gives: { kind: 'role', role: 'member' } }, 9, 'newcomer'),
      ['+ - logins: [newcomer]', '+ ids: [9]', "+ roles: [{ role: member, since: 2026-12-01, decision: '#20' }]"],
    ],
    [
      'for somebody who has another login by now',
      change({ gives: { kind: 'moderator' } }, 1, 'somebody-else'),
      ['+ moderator: true'],
    ],
    [
      'gives a place in a group, in the place of another',
      change({ gives: { kind: 'group', group: 'kettles', level: 'lead' } }),
      [
        '- - { group: kettles, level: member }',
        '+ - { group: kettles, level: member, until: 2026-11-30 }',
        "+ - { group: kettles, level: lead, since: 2026-12-01, decision: '#20' }",
      ],
    ],
    [
      'ends everything',
      change({ takes: { kind: 'everything' }, emeritus: true }),
      [
        '- - { role: member, since: 2026-01-01 } # from the beginning',
        '- - { group: kettles, level: member }',
        '+ - { role: member, since: 2026-01-01, until: 2026-11-30 } # from the beginning',
        '+ until: 2026-11-30',
        '+ - { group: kettles, level: member, until: 2026-11-30 }',
      ],
    ],
    [
      'ends a place that only a charter gives',
      change({ takes: { kind: 'group', group: 'cups', level: 'lead' } }, 2, 'bocarr'),
      [
        '- - { logins: [bocarr], organization: Kiln } # one line',
        "+ - { logins: [bocarr], organization: Kiln, groups: [{ group: cups, level: lead, until: 2026-11-30, decision: '#20' }] } # one line",
      ],
    ],
  ])('%s', (_, edited, lines) => {
    expect(diff(ROSTER, edited)).toEqual(lines);
  });

  it('makes a roster where there is none', () => {
    const result = editRoster(null, change({ gives: { kind: 'role', role: 'member' } }, 9, 'newcomer'));
    expect(result).toEqual({
      ok: true,
      text: "version: 1\npeople:\n  - logins: [newcomer]\n    ids: [9]\n    roles: [{ role: member, since: 2026-12-01, decision: '#20' }]\n",
    });
  });

  it.each([
    ['of a broken roster', 'version: 1\npeople: [{ logins: [] }]\n'],
    [
      'in an entry that ends in a comment',
      'version: 1\npeople:\n  - {\n      logins: [adabell], ids: [1], # her\n    }\n',
    ],
  ])('is none %s, and says why', (_, text) => {
    expect(editRoster(text, change({ gives: { kind: 'role', role: 'member' } })).ok).toBe(false);
  });

  it('is not made by a login that another account has by the ids', () => {
    const text = 'version: 1\npeople:\n  - { logins: [adabell], ids: [7] }\n';
    // A login stands once: a second entry of that name cannot be.
    expect(editRoster(text, change({ gives: { kind: 'role', role: 'member' } })).ok).toBe(false);
  });
});
