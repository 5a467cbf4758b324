import { describe, expect, it } from 'vitest';
import { PACKS, RULE_IDS, rulesJsonSchema } from '../../src/rules/index.js';
import { convenor, folderWith } from './terminal.js';

const FILE = '.github/convenor.yml';
const SLOWER = 'extends: mcp\nrules: { consensus: { significant: 14, opens: [lead, maintainer] } }\n';
const BROKEN = 'extends: mcp\nrules:\n  consensus: { minor: soon, major: 3 }\n';

describe('rules check', () => {
  it('is content with a clone without rules of its own, and with rules in order', async () => {
    expect(await convenor(['rules', 'check'], { cwd: folderWith({}) })).toEqual({
      status: 0,
      out: `In order: the pack "mcp", since there is no ${FILE}, with ${RULE_IDS.length} rules.\n`,
      err: '',
    });
    const cwd = folderWith({ [FILE]: SLOWER, 'draft.yml': SLOWER });
    for (const [named, shown] of [
      ['.', FILE],
      ['draft.yml', 'draft.yml'],
      ['minimal', 'the pack "minimal"'],
    ] as const) {
      const { status, out } = await convenor(['rules', 'check', named], { cwd });
      expect({ status, out }).toEqual({ status: 0, out: `In order: ${shown}, with ${RULE_IDS.length} rules.\n` });
    }
  });

  it('says everything that is wrong at once, with its place and its line', async () => {
    const cwd = folderWith({ [FILE]: BROKEN });
    const { status, out } = await convenor(['rules', 'check'], { cwd });
    expect(status).toBe(1);
    expect(out).toContain('  3:16  error  `rules.consensus.minor`: This is a whole number, and here stands "soon".');
    expect(out).toContain('  3:29  error  `rules.consensus.major`: There is no key `major` here.');
    expect(out).toContain('|   consensus: { minor: soon, major: 3 }\n');
    expect(out).toMatch(/\n2 errors\n$/);
  });

  it('fills the templates of a clone, and says where that fails', async () => {
    const own = '.github/convenor/templates/reply.liquid';
    const fine =
      '{% for one in parts %}{{ one.answer }} {{ one.refusal.why }} {{ one.refusal.next }} {{ one.refusal.rule }}{% endfor %}';
    const { status, out } = await convenor(['rules', 'check'], { cwd: folderWith({ [own]: fine }) });
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('In order') as string });
    const broken = await convenor(['rules', 'check', '--json', '.'], {
      cwd: folderWith({ [FILE]: SLOWER, [own]: `${fine}\n{{ refused }}`, '.github/convenor/templates/x.liquid': '' }),
    });
    expect(broken.status).toBe(1);
    expect(JSON.parse(broken.out)).toMatchObject({
      problems: [
        { path: own, line: 2, column: 4, code: 'template/unknown-variable', excerpt: '{{ refused }}' },
        { path: '.github/convenor/templates/x.liquid', line: 1, column: 1, code: 'template/strange' },
      ],
    });
  });

  it('says it for machines', async () => {
    const { status, out } = await convenor(['rules', 'check', '--json'], { cwd: folderWith({ [FILE]: BROKEN }) });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      rules: FILE,
      problems: [
        {
          path: FILE,
          line: 3,
          column: 16,
          severity: 'error',
          code: 'rules/invalid_type',
          excerpt: '  consensus: { minor: soon, major: 3 }',
        },
        { path: FILE, line: 3, column: 29, code: 'rules/unknown-key' },
      ],
    });
  });

  it('names grants and areas of groups that have no charter in the clone', async () => {
    const rules =
      'extends: mcp\nrules: { priority-areas: { areas: [{ key: tea, title: Tea, coreMaintainers: [x], groups: [cups] }] } }\n' +
      'delegation:\n  grants:\n    kettle: { authority: decide, grantedBy: core, since: 2026-01-01 }\n';
    const charters = {
      'docs/community/working-groups/kettles.mdx': '',
      'docs/community/interest-groups/cups.mdx': '',
      'docs/community/interest-groups/index.json': '',
    };
    const { status, out } = await convenor(['rules', 'check'], { cwd: folderWith({ [FILE]: rules, ...charters }) });
    expect(status).toBe(1);
    expect(out).toContain(
      '5:5  warning  `delegation.grants.kettle`: No group here has the slug `kettle`. Did you mean `kettles`?',
    );
    expect(out).toMatch(/\n1 warning\n$/);
  });

  it('warns of grants that come to nothing by the charters of the clone, each on its line', async () => {
    const charter = (type: string, items = ''): string =>
      `# Group Charter: Tea\n\n## Group Type\n\n**${type}**\n\n## Scope\n\n### In Scope\n\n- **Kettles**: how they boil\n${items}`;
    const work =
      '\n## Deliverables & Success Metrics\n\n### Active Work Items\n\n| Item | Status |\n| --- | --- |\n| Lids | Proposed |\n';
    const grants = {
      kettles: '{ authority: decide, grantedBy: core, since: 2026-01-01, scope: { items: [kett, lids, Cups] } }',
      talks: '{ authority: decide, grantedBy: core, since: 2026-01-01 }',
      soon: '{ authority: veto-window, grantedBy: core, since: 2026-01-01 }',
      over: '{ authority: decide, grantedBy: core, since: 2026-01-01 }',
      listens: '{ authority: advise, grantedBy: core, since: 2026-01-01 }',
    };
    const lines = Object.entries(grants).map(([slug, grant]) => `    ${slug}: ${grant}\n`);
    const files = {
      [FILE]: `extends: mcp\ndelegation:\n  grants:\n${lines.join('')}`,
      'docs/community/working-groups/kettles.mdx': charter('Working Group', work),
      'docs/community/interest-groups/talks.mdx': charter('Interest Group'),
      'docs/community/interest-groups/listens.mdx': charter('Interest Group'),
      'docs/community/working-groups/soon.mdx': charter('Working Group').replace('**\n', '** (forming)\n'),
      'docs/community/working-groups/over.mdx': `<Note>\n  This group is disbanded.\n</Note>\n\n${charter('Working Group')}`,
    };
    const cwd = folderWith({ ...files, 'seps/1-a.md': '# SEP-1: A\n' });
    const { status, out } = await convenor(['rules', 'check', '--json'], { cwd });
    expect(status).toBe(1);
    const { problems } = JSON.parse(out) as { problems: Record<string, string>[] };
    const seen = problems.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`);
    expect(seen.sort()).toEqual([
      '4:100 warning rules/grant-of-no-item',
      '5:5 warning rules/grant-without-power',
      '6:5 warning rules/grant-without-power',
      '7:5 warning rules/grant-without-power',
    ]);
    const whole = await convenor(['check', '.'], { cwd });
    expect(whole.out).toContain('Interest Group recommends, and only a Working Group decides: this grant gives');
  });

  it.each([
    ['nowhere', '"nowhere" is neither a file, nor a folder, nor a pack. The packs are mcp and minimal.'],
    ['minimla', '"minimla" is neither a file, nor a folder, nor a pack. Did you mean the pack "minimal"?'],
    ['picture.yml', '"picture.yml" is no text of at most 1 MiB in UTF-8. Save it as that.'],
  ])('does not look at %s', async (name, problem) => {
    const cwd = folderWith({ 'picture.yml': new Uint8Array([0, 255, 1]) });
    expect(await convenor(['rules', 'check', name], { cwd })).toEqual({
      status: 2,
      out: '',
      err: `convenor: ${problem}\n`,
    });
  });

  it.each([
    ['an empty file', ''],
    [
      'a bomb',
      `a: &a [x, x]\n${'bcdefghi'
        .split('')
        .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at] ?? ''}, `.repeat(9)}]\n`)
        .join('')}`,
    ],
    ['a file that is nested without end', '- '.repeat(20_000)],
    ['a file that is too large', `name: ${'x'.repeat(300_000)}`],
  ])('finds its way out of %s', async (_name, text) => {
    const { status, out, err } = await convenor(['rules', 'check', 'a.yml'], { cwd: folderWith({ 'a.yml': text }) });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/^a\.yml\n +\d+:\d+ +error {2}\S.*rules\//);
  });
});

describe('rules explain', () => {
  it('lists every rule in a line', async () => {
    const { status, out } = await convenor(['rules', 'explain'], { cwd: folderWith({}) });
    expect(status).toBe(0);
    for (const id of RULE_IDS) expect(out).toMatch(new RegExp(`^${id} +(observe|warn|enforce) +\\S`, 'm'));
  });

  it('says a rule in plain words, by the rules of the clone', async () => {
    const { status, out } = await convenor(['rules', 'explain', 'consensus'], { cwd: folderWith({ [FILE]: SLOWER }) });
    expect(status).toBe(0);
    expect(out).toContain('consensus: Lazy consensus\n');
    expect(out).toContain('How strictly: held (enforce)\n');
    expect(out).toMatch(/ who may open a lazy consensus +a lead of the group or a maintainer\n/);
    expect(out).toMatch(/ significant consensus +14 days\n/);
    expect(out).toContain(`By ${FILE}.\n`);
  });

  it('gives each row of a table a line', async () => {
    const { out } = await convenor(['rules', 'explain', 'transitions', '--in', 'minimal']);
    expect(out).toMatch(
      / steps +draft → in-review: the sponsor; needs .*\n +in-review → draft: the sponsor, with a reason\n/,
    );
  });

  it('is there for machines', async () => {
    const { out } = await convenor(['rules', 'explain', '--json', '--in', 'mcp', 'asking']);
    expect(JSON.parse(out)).toMatchObject({
      id: 'asking',
      mode: 'enforce',
      parts: expect.arrayContaining([{ label: 'people asked at a time', value: '2', entries: [] }]) as unknown,
    });
  });

  it.each([
    [['concensus'], 'there is no rule "concensus". Did you mean "consensus"?'],
    [['frobnicate'], 'there is no rule "frobnicate". See: convenor rules explain'],
    [['--in', 'nowhere'], '"nowhere" is neither a file, nor a folder, nor a pack. The packs are mcp and minimal.'],
    [['--in', 'broken.yml'], 'broken.yml cannot be read. See: convenor rules check broken.yml'],
  ])('knows no %j', async (args, problem) => {
    const cwd = folderWith({ 'broken.yml': BROKEN });
    expect(await convenor(['rules', 'explain', ...args], { cwd })).toEqual({
      status: 2,
      out: '',
      err: `convenor: ${problem}\n`,
    });
  });
});

describe('rules diff', () => {
  it('says who may do more, and what else is otherwise', async () => {
    const cwd = folderWith({ [FILE]: SLOWER });
    const { status, out } = await convenor(['rules', 'diff', 'mcp', '.'], { cwd });
    expect({ status, out }).toEqual({
      status: 1,
      out: [
        `From the pack "mcp" to ${FILE}:`,
        '',
        'Who may do more or less',
        '  consensus  A maintainer may now open a lazy consensus.',
        '',
        'What else is otherwise',
        '  consensus  Significant consensus: 10 → 14 days.',
        '',
        '2 differences, 1 of them in who may do what',
        '',
      ].join('\n'),
    });
    const { out: json } = await convenor(['rules', 'diff', '--json', 'mcp', '.'], { cwd });
    expect(JSON.parse(json)).toMatchObject([
      { rule: 'consensus', kind: 'power', power: { who: ['maintainer'], may: 'open a lazy consensus', gains: true } },
      { rule: 'consensus', kind: 'value', path: ['rules', 'consensus', 'significant'] },
    ]);
  });

  it('calls a quorum a quorum, and says whether more or fewer are needed', async () => {
    const cwd = folderWith({ [FILE]: 'rules: { vote: { quorum: { num: 1, den: 3 } } }\n' });
    const { out } = await convenor(['rules', 'diff', 'mcp', '.'], { cwd });
    expect(out).toContain(
      'Quorums and majorities\n  vote  Quorum of a vote: at least 1/2 of those who are counted → at least 1/3 of those who are counted. Fewer are needed.\n',
    );
    expect(out).toContain('1 difference, 0 of them in who may do what and 1 in how many it takes\n');
    const { out: json } = await convenor(['rules', 'diff', '--json', 'mcp', '.'], { cwd });
    expect(JSON.parse(json)).toMatchObject([{ rule: 'vote', kind: 'count', path: ['rules', 'vote', 'quorum'] }]);
  });

  it.each([...PACKS])('finds nothing between %s and itself', async (pack) => {
    const { status, out } = await convenor(['rules', 'diff', pack, pack]);
    expect(status).toBe(0);
    expect(out).toContain('Nothing: they do the same.');
  });

  it('says which side cannot be read, and why', async () => {
    const { status, out, err } = await convenor(['rules', 'diff', 'mcp', 'b.yml'], {
      cwd: folderWith({ 'b.yml': BROKEN }),
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('convenor: b.yml cannot be read, with 2 errors:\n');
    expect(err).toContain('3:16');
  });
});

it('rules schema prints the schema that editors take', async () => {
  const { status, out } = await convenor(['rules', 'schema']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(rulesJsonSchema())));
});
