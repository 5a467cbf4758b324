import { describe, expect, it } from 'vitest';
import { convenor, folderWith, type Seen } from '../cli/terminal.js';

const PEOPLE = `
rules: mcp
people:
  ada: {}
  kofi: { role: maintainer }
  lena: {}
  noor: {}
  rosa: { role: core-maintainer }
groups:
  kettles: { leads: [lena], members: [noor] }
proposal: { author: ada, group: Kettles }
begins:
  - says: { lena: /sep adopt, kofi: /sep sponsor }
`;
const story = (steps: string): string => `${PEOPLE}stories:\n  - story: It boils\n    steps:\n${steps}`;
const GOOD = story(`      - says: { lena: /consensus start minor }
      - when: after the deadline
        expect: { decisions: ['consensus: agreed', 'core: open'] }
`);

const test = (files: Record<string, string>, ...more: string[]): Promise<Seen> =>
  convenor(['test', ...more, '.'], { cwd: folderWith(files) });

describe('A story that is told right', () => {
  it('passes, and says so', async () => {
    const { out, status } = await test({ 'a.yml': GOOD });
    expect(out).toContain('✓ It boils');
    expect(out).toContain('1 story passed, 0 failed\n');
    expect(status).toBe(0);
  });

  it('lies as deep as its writers like', async () => {
    const { out, status } = await test({ 'votes/late/a.yaml': GOOD });
    expect(out).toContain('votes/late/a.yaml');
    expect(status).toBe(0);
  });
});

describe('A story that is told wrong', () => {
  const WRONG = GOOD.replace('consensus: agreed', 'consensus: blocked');

  it('fails with what was expected, what was so, and the verdict as a tree', async () => {
    const { out, status } = await test({ 'a.yml': WRONG });
    expect(out).toContain('✗ It boils');
    expect(out).toContain('a.yml:19:19  step 3, Sat 7 Nov 2026 09:07 UTC');
    expect(out).toContain('- decisions: consensus: blocked, core: open');
    expect(out).toContain('+ decisions: consensus: agreed, core: open');
    expect(out).toContain('✓ Consensus: The group agreed;');
    expect(out).toContain('0 stories passed, 1 failed\n');
    expect(status).toBe(1);
  });

  it('gives the same to machines', async () => {
    const { out, status } = await test({ 'a.yml': WRONG }, '--json');
    const said = JSON.parse(out) as { passed: number; failed: number; stories: { failures: unknown[] }[] };
    expect(said).toMatchObject({ passed: 0, failed: 1 });
    expect(said.stories[0]).toMatchObject({
      path: 'a.yml',
      title: 'It boils',
      passed: false,
      failures: [{ line: 19, column: 19, step: 3, at: '2026-11-07T09:07:00Z', broken: null }],
    });
    expect(said.stories[0]!.failures[0]).toMatchObject({
      compared: [{ key: 'decisions', held: false, actual: 'consensus: agreed, core: open' }],
    });
    expect(status).toBe(1);
  });

  it.each([
    [
      'a word that is refused and that it does not say is',
      `      - says: { noor: /consensus start minor }\n        expect: { status: draft }\n`,
      'consensus (',
    ],
    [
      'a word that is taken and that it says is refused',
      `      - says: { lena: /consensus start minor }\n        refused: { lena: vote }\n`,
      '+ lena: taken',
    ],
    [
      'a refusal by another rule',
      `      - says: { noor: /consensus start minor }\n        refused: { noor: vote }\n`,
      '- noor: vote',
    ],
    [
      'a deadline where no decision is open',
      `      - when: at the deadline\n        expect: { status: draft }\n`,
      'No decision is open here',
    ],
    [
      'a time that runs back',
      `      - when: 2026-11-01 09:00\n        expect: { status: draft }\n`,
      'time goes on only',
    ],
    [
      'a day that there is not',
      `      - when: 2026-11-31 09:00\n        expect: { status: draft }\n`,
      'There is no moment',
    ],
  ])('fails by %s', async (_, steps, says) => {
    const { out, status } = await test({ 'a.yml': story(steps) });
    expect(out).toContain(says);
    expect(status).toBe(1);
  });

  it('fails by any part of a decision that is not so', async () => {
    const wrong: [string, string][] = [
      ['form: vote', '+ form: consensus'],
      ['runs: 6 days', '- runs: 6 days'],
      ['electorate: [lena]', '+ electorate: lena, noor'],
      ['deadline: 2026-11-07 09:01', '+ deadline: 2026-11-07T09:02:00Z'],
      ['blocks: [hot]', '+ blocks: nobody'],
      ['authority: decide', '+ authority: advise'],
      ['uncounted: { ada: vote }', '+ ada: none'],
      ['tally: { electorate: 3 }', '+ electorate: 2'],
      ['because: a reason', '+ because: none'],
    ];
    for (const [part, says] of wrong) {
      const steps = `      - says: { lena: /consensus start minor }\n        expect: { decision: { ${part} } }\n`;
      const { out, status } = await test({ 'a.yml': story(steps) });
      expect(out).toContain(says);
      expect(status).toBe(1);
    }
  });
});

describe('A story that cannot be played never counts as passed', () => {
  it.each([
    ['no YAML', 'stories: [', 'a.yml'],
    ['an unknown key', GOOD.replace('steps:', 'stepz:'), 'There is no key `stepz` here. Did you mean `steps`?'],
    ['an unknown key deep in it', GOOD.replace('decisions:', 'decishons:'), 'There is no key `decishons` here.'],
    ['an unknown person', GOOD.replace('{ lena: /consensus', '{ lenna: /consensus'), 'Did you mean lena?'],
    ['no author', GOOD.replace('author: ada, ', ''), 'Nobody opens the pull request here'],
    ['rules that there are not', GOOD.replace('rules: mcp', 'rules: mpc'), 'Did you mean `mcp`?'],
    ['nothing that could fail', story('      - says: { lena: /consensus start minor }\n'), 'expects nothing'],
    ['a setting that is not there', `setting: b.yml\n${GOOD}`, 'There is no file b.yml.'],
    ['a setting that goes round in a circle', `setting: a.yml\n${GOOD}`, 'round in a circle'],
    ['no stories', PEOPLE, 'holds no stories'],
    ['a login of two people', GOOD.replace('ada: {}', 'ada: { logins: [noor] }'), 'belongs to'],
  ])('%s', async (_, text, says) => {
    const { out, status } = await test({ 'a.yml': text });
    expect(out).toContain(says);
    expect(out).toContain('0 stories passed');
    expect(status).toBe(1);
  });

  it('says with line and column what is wrong in the rules of a story', async () => {
    const rules = 'rules:\n  extends: mcp\n  rules: { consensus: { minor: 0 } }';
    const { out, status } = await test({ 'a.yml': GOOD.replace('rules: mcp', rules) });
    expect(out).toContain('4:25  error  `rules.consensus.minor`');
    expect(status).toBe(1);
  });

  it('is none of the others in its folder', async () => {
    const { out, status } = await test({ 'a.yml': GOOD, 'b.yml': 'stories: 3' });
    expect(out).toContain('1 story passed, 0 failed; 1 problem');
    expect(status).toBe(1);
  });
});

describe('A folder', () => {
  it.each([
    ['that is not there', ['test', 'nowhere'], 'does not exist'],
    ['without stories', ['test', '.'], 'holds no stories'],
  ])('%s is wrong use', async (_, args, says) => {
    const { err, out, status } = await convenor(args, { cwd: folderWith({ 'README.md': 'Nothing.' }) });
    expect(err).toContain(says);
    expect(out).toBe('');
    expect(status).toBe(2);
  });
});

describe('The rules that a story calls its own', () => {
  const own = GOOD.replace('rules: mcp', 'rules: own');
  const RUNS = own.replace(
    "expect: { decisions: ['consensus: agreed', 'core: open'] }",
    'expect: { status: in-review }',
  );
  const minor = (days: number): string => `rules: { consensus: { minor: ${days} } }`;
  const lasts = (days: number): string =>
    RUNS.replace('start minor }', `start minor }\n        expect: { decision: { runs: ${days} days } }`);

  it('are those of the clone that it lies in', async () => {
    const clone = folderWith({ '.github/convenor.yml': minor(8), 'policy/a.yml': lasts(8) });
    expect((await convenor(['test', 'policy'], { cwd: clone })).status).toBe(0);
  });

  it('are those that are named, so that a draft can be tried', async () => {
    const clone = folderWith({ '.github/convenor.yml': minor(8), 'draft.yml': minor(9), 'policy/a.yml': lasts(9) });
    expect((await convenor(['test', 'policy'], { cwd: clone })).status).toBe(1);
    expect((await convenor(['test', '--rules', 'draft.yml', 'policy'], { cwd: clone })).status).toBe(0);
  });

  it('are told with their place where they have errors', async () => {
    const clone = folderWith({ '.github/convenor.yml': minor(0), 'policy/a.yml': lasts(8) });
    const { out, status } = await convenor(['test', 'policy'], { cwd: clone });
    expect(out).toContain('have errors, so nothing can be tried by them');
    expect(out).toContain('`rules.consensus.minor`');
    expect(status).toBe(1);
  });
});
