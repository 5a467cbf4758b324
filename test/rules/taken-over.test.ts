import { describe, expect, test } from 'vitest';
import { readTakenOver } from '../../src/rules/index.js';

const problems = (text: string): string[] => {
  const read = readTakenOver(text);
  return read.ok ? [] : read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

describe('the list of what proposals were before Convenor came', () => {
  test('names each with its state and sponsor, and the line', () => {
    const text = `version: 1
proposals:
  # From the meeting of 3 March.
  - { pull: 414, status: accepted, sponsor: kofi-adu }
  - pull: 531
    status: proposal
`;
    expect(readTakenOver(text)).toEqual({
      ok: true,
      listed: [
        { pull: 414, status: 'accepted', sponsor: 'kofi-adu', line: 4 },
        { pull: 531, status: 'proposal', sponsor: null, line: 5 },
      ],
    });
  });

  test('may be empty', () => {
    expect(readTakenOver('version: 1\nproposals: []\n')).toEqual({ ok: true, listed: [] });
  });

  test.each<[string, string, string[]]>([
    ['no file at all', '', ['1:1 This is a map of keys and values, and here stands nothing.']],
    ['no version', 'proposals: []\n', ['1:1 `version`: This is missing. The form of this file.']],
    [
      'a word that is none',
      'version: 1\nproposals:\n  - pull: 4\n    state: draft\n    status: final\n',
      ['4:5 `proposals.0.state`: There is no key `state` here. Did you mean `status`?'],
    ],
    [
      'a state that is none',
      'version: 1\nproposals:\n  - { pull: 4, status: acepted }\n',
      [
        '3:16 `proposals.0.status`: This is one of `proposal`, `draft`, `in-review`, `accepted`, `rejected`, `withdrawn`, `final`, `superseded`, `dormant`, and here stands "acepted". Did you mean `accepted`?',
      ],
    ],
    [
      'a number that is none',
      'version: 1\nproposals:\n  - { pull: "4", status: final }\n',
      [
        '3:7 `proposals.0.pull`: This is a whole number, and here stands "4". Write `4`, without quotation marks. The number of the pull request.',
      ],
    ],
    [
      'a login with its mark',
      'version: 1\nproposals:\n  - { pull: 4, status: final, sponsor: "@kofi" }\n',
      ['3:31 `proposals.0.sponsor`: This is no GitHub login, which stands here without `@`. And here stands "@kofi".'],
    ],
    [
      'one twice',
      'version: 1\nproposals:\n  - { pull: 4, status: final }\n  - { pull: 4, status: accepted }\n',
      ['4:7 `proposals.1.pull`: #4 stands in this list already. Keep one of them.'],
    ],
    [
      'a draft without a sponsor',
      'version: 1\nproposals:\n  - { pull: 4, status: draft }\n  - { pull: 5, status: in-review }\n',
      [
        '3:16 `proposals.0.status`: A proposal that is draft has a sponsor. Name them, or write `proposal`.',
        '4:16 `proposals.1.status`: A proposal that is in-review has a sponsor. Name them, or write `proposal`.',
      ],
    ],
    [
      'a proposal with a sponsor',
      'version: 1\nproposals:\n  - { pull: 4, status: proposal, sponsor: kofi }\n',
      [
        '3:34 `proposals.0.sponsor`: A proposal with a sponsor is a draft at least. Write `draft`, or leave the sponsor out.',
      ],
    ],
    [
      'a key twice',
      'version: 1\nversion: 1\nproposals: []\n',
      ['2:1 This key stands here twice; the second would win in silence.'],
    ],
    [
      'no YAML',
      'version: [1\n',
      [
        '2:1 The indentation does not fit the lines above. (Flow sequence in block collection must be sufficiently indented and end with a ].)',
      ],
    ],
    [
      'an alias to nowhere',
      'version: 1\nproposals: *none\n',
      ['2:12 Its values cannot be built: Unresolved alias (the anchor must be set before the alias): none.'],
    ],
  ])('is not taken with a mistake: %s', (_, text, expected) => expect(problems(text)).toEqual(expected));

  test('is told of all mistakes at once, and of no more than people read', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `  - { pull: ${index}, status: nothing }\n`);
    expect(problems(`version: 2\nproposals:\n${rows.join('')}`)).toHaveLength(200);
  });
});
