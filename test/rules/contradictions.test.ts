import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/rules/index.js';

/** Code, line and column of each problem. */
const places = (text: string): string[] => {
  const result = loadRules(text);
  return result.ok ? [] : result.problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
};
const grant = (parts: string): string =>
  `delegation:\n  grants:\n    kettles: { authority: decide, grantedBy: core, since: 2026-05-01, ${parts} }\n`;
const table = (...rows: string[]): string =>
  `rules:\n  transitions:\n    table:\n${rows.map((row) => `      - ${row}\n`).join('')}`;
const area = (key: string): string => `      - { key: ${key}, title: A, coreMaintainers: [x] }\n`;
const REVIEW = '{ from: [draft], to: in-review, who: [sponsor] }';
const END = '{ from: [accepted], to: final, who: [sponsor] }';

describe('Rules that contradict each other are refused where they do', () => {
  it.each([
    ['two states with one label', 'labels:\n  states: { draft: Proposal }', ['rules/label-twice 2:13']],
    ['nominations labelled as proposals', 'rules: { nomination: { label: sep } }', ['rules/label-twice 1:24']],
    ['two checks of one name', 'checks: { merge: convenor/proposal }', ['rules/check-twice 1:11']],
    ['an alias for nothing', 'commands: { aliases: { adopt: sep adpot } }', ['rules/alias-of-nothing 1:24']],
    ['an alias that is a verb of ours', 'commands: { aliases: { block: sep hold } }', ['rules/alias-taken 1:24']],
    ["an alias that is another bot's", 'commands: { aliases: { hold: sep hold } }', ['rules/alias-taken 1:24']],
    ['a command that nobody could write', 'commands: { others: [lgtm, help] }', ['rules/command-out-of-reach 1:28']],
    [
      'pages among proposals',
      'record: { dashboard: seps/pages, pages: { by: pull-request } }',
      ['rules/pages-among-files 1:11'],
    ],
    ['proposals among charters', 'paths: { workingGroups: seps }', ['rules/folder-twice 1:10']],
    [
      'a command for no page',
      'extends: minimal\nrules: { rendered-page: { command: make } }',
      ['rules/page-without-path 2:27'],
    ],
    [
      'a step to where it begins',
      table(REVIEW, END, '{ from: [draft], to: draft, who: [lead] }'),
      ['rules/step-to-itself 6:9'],
    ],
    [
      'a step past the decision',
      table(REVIEW, END, '{ from: [draft], to: accepted, who: [lead] }'),
      ['rules/step-past-decision 6:26'],
    ],
    ['one step in two rows', table(REVIEW, END, REVIEW), ['rules/step-twice 6:9']],
    ['no way into review', table(END), ['rules/no-way 3:5']],
    ['no way to the end', table(REVIEW), ['rules/no-way 3:5']],
    [
      'evidence that is nowhere',
      'extends: minimal\nrules: { acceptance: { needs: [conformance, rendered-page] } }',
      ['rules/evidence-nowhere 2:24', 'rules/evidence-nowhere 2:24'],
    ],
    [
      'evidence whose place is taken away',
      'rules: { conformance: { repository: null } }',
      ['rules/evidence-nowhere 1:25'],
    ],
    [
      'kinds that are not allowed',
      'rules: { tracks: { allowed: [Standards Track, Process] } }',
      ['rules/track-not-allowed 1:20'],
    ],
    [
      'evidence of changes that are nowhere',
      'extends: minimal\nrules: { acceptance: { needs: [specification-changes, changelog] } }',
      ['rules/evidence-nowhere 2:24', 'rules/evidence-nowhere 2:24'],
    ],
    ['a warning before the beginning', 'rules: { dormancy: { months: 1 } }', ['rules/warning-too-early 1:22']],
    ['a reminder within its own pause', 'rules: { reminders: { answer: 7 } }', ['rules/reminder-too-early 1:23']],
    ['minor longer than significant', 'rules:\n  consensus:\n    minor: 20', ['rules/minor-longer 3:5']],
    ['significant shorter than minor', 'rules:\n  consensus:\n    significant: 4', ['rules/minor-longer 3:5']],
    ['more left than there was', 'rules: { blocking: { left: 6 } }', ['rules/left-longer 1:22']],
    ['counted without a vote', 'rules: { vote: { voters: [lead] } }', ['rules/counted-without-vote 1:18']],
    ['a quorum of those who spoke', 'rules: { vote: { quorum: { of: cast } } }', ['rules/quorum-of-cast 1:28']],
    ['more than all', 'rules: { core-veto: { threshold: { num: 2 } } }', ['rules/share-unreachable 1:23']],
    ['less than half', 'rules: { core-veto: { threshold: { den: 3 } } }', ['rules/share-under-half 1:23']],
    ['scope easier than routine', 'rules: { vote: { routine: { num: 3, den: 4 } } }', ['rules/scope-easier 1:18']],
    ['a step down the ladder', 'rules: { ladder-member: { from: member } }', ['rules/step-down 1:27']],
    ['approval by nobody', 'rules: { ladder-maintainer: { approves: [] } }', ['rules/nobody-approves 1:31']],
    [
      'approval that is not asked for',
      'rules: { ladder-maintainer: { approvals: 0 } }',
      ['rules/nobody-approves 1:31'],
    ],
    [
      'one person from two organisations',
      'rules: { group-leads: { support: [{ number: 1, roles: [member], organizations: 2 }] } }',
      ['rules/support-unreachable 1:65'],
    ],
    [
      'two areas of one key',
      'rules:\n  priority-areas:\n    areas:\n      - { key: a, title: A, coreMaintainers: [x], proposals: [7] }\n      - { key: a, title: B, coreMaintainers: [x], proposals: [7] }\n',
      ['rules/area-twice 5:11', 'rules/proposal-in-two-areas 5:51'],
    ],
    ['a grant that ends before it begins', grant('until: 2026-04-01'), ['rules/grant-ends-early 3:71']],
    ['a grant of what is reserved', grant('scope: { tracks: [Process] }'), ['rules/grant-of-reserved 3:80']],
    ['a grant of no path', grant('scope: { paths: ["!docs/**", "# later"] }'), ['rules/grant-of-nothing 3:80']],
    [
      'a record that nobody can have',
      grant('needs: { decided: 1, members: 1, organizations: 2 }'),
      ['rules/record-unreachable 3:104'],
    ],
    [
      'a record without worth',
      grant('needs: { decided: 1, overturned: 1, members: 1, organizations: 1 }'),
      ['rules/record-without-worth 3:92'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it.each([
    '!!docs/a',
    '!#a',
    '!./b',
    '!../c',
    '!docs//d',
    '!docs\\',
    '! docs/e',
    '!/',
    './docs/**',
    'a/../b',
    ' docs',
  ])('and a path that matches no file, so that an exception would take nothing out: %s', (path) => {
    expect(places(grant(`scope: { paths: ['docs/**', '${path}'] }`))).toEqual(['rules/path-of-nothing 3:99']);
  });

  it('takes no pattern of .gitignore for a mistake that one can be', () => {
    const paths = '["/docs/**", "docs/", "*.md", "!docs/[ab]*.md", "!**/secret", "a\\\\ b", "!.github/", "!...", "#x"]';
    expect(places(grant(`scope: { paths: ${paths} }`))).toEqual([]);
  });

  it('is said together with what the schema refuses, and not for what is refused itself', () => {
    expect(places('rules:\n  consensus: { minor: 20 }\n  asking: { most: many }\n')).toEqual([
      'rules/minor-longer 2:16',
      'rules/invalid_type 3:13',
    ]);
    expect(places('rules:\n  consensus: { minor: 20, significant: soon }\n')).toEqual(['rules/invalid_type 2:27']);
    expect(places(table('{ from: [draft], to: in-review }'))).toEqual(['rules/invalid_type 4:9']);
  });

  const MINOR = 'rules: { consensus: { minor: 20, significant: 4 } }';
  it.each([
    ['a pack whose name is misspelt', `extends: mpc\n${MINOR}`, ['rules/unknown-pack 1:1', 'rules/minor-longer 2:23']],
    ['a key that stands twice', `name: a\nname: b\n${MINOR}`, ['rules/yaml 2:1', 'rules/minor-longer 3:23']],
    [
      'wrong values beside a key that stands twice',
      'name: a\nname: b\nlabels: { kind: 5 }',
      ['rules/yaml 2:1', 'rules/invalid_type 3:11'],
    ],
    [
      'parts that are missing in one entry of the list',
      `extends: minimal\nrules:\n  priority-areas:\n    areas:\n      - { key: b }\n${area('a')}${area('a')}`,
      ['rules/invalid_type 5:9', 'rules/invalid_type 5:9', 'rules/area-twice 7:11'],
    ],
    [
      'entries before it that are none: it stands where it stands',
      `extends: minimal\nrules:\n  priority-areas:\n    areas:\n      - one\n${area('a')}      - two\n${area('a')}`,
      ['rules/invalid_type 5:9', 'rules/invalid_type 7:9', 'rules/area-twice 8:11'],
    ],
  ])('is said together with %s', (_name, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('is not guessed at: of another pack it may be none, and of a key that stands twice nobody knows which holds', () => {
    expect(places('extends: ours\nrules: { consensus: { minor: 20 } }')).toEqual(['rules/unknown-pack 1:1']);
    expect(places('extends: ours\nrules: { consensus: { minor: soon } }')).toEqual([
      'rules/unknown-pack 1:1',
      'rules/invalid_type 2:23',
    ]);
    expect(places('rules:\n  consensus: { minor: 20, minor: 4 }')).toEqual(['rules/yaml 2:27']);
    expect(places('rules:\n  consensus: { minor: soon, minor: later }')).toEqual(['rules/yaml 2:29']);
  });
});
