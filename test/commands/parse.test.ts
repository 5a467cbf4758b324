import { describe, expect, it } from 'vitest';
import { MOST_COMMANDS, parseCommands } from '../../src/commands/parse.js';
import { PLAIN } from '../../src/commands/verbs.js';

const names = (body: string): string[] => parseCommands(body).map(({ command }) => command);

describe('A comment that holds a command', () => {
  it.each<[string, string, string[]]>([
    ['alone', '/sep adopt', ['sep adopt']],
    ['with white space around it', '\n\n  /sep adopt  \n\n', ['sep adopt']],
    ['in any case', '/SEP Adopt', ['sep adopt']],
    ['after a sentence in the same paragraph', 'Thank you!\n/sep adopt', ['sep adopt']],
    ['after emphasis in the same paragraph', 'This is **great**\n/sep adopt', ['sep adopt']],
    ['after inline code that ends on the line before', 'See `x`\n/sep adopt', ['sep adopt']],
    ['after a link on the line before', '[see](https://a.test)\n/sep adopt', ['sep adopt']],
    ['after a quote and a blank line', '> what he said\n\n/sep adopt', ['sep adopt']],
    ['after a list and a blank line', '- one\n\n/sep adopt', ['sep adopt']],
    ['after a hard break', 'Yes.  \n/sep adopt', ['sep adopt']],
    ['after a block of HTML that is over', '<details>\n\nno\n\n</details>\n\n/sep adopt', ['sep adopt']],
    ['with line breaks of Windows', 'Yes.\r\n\r\n/sep adopt\r\n', ['sep adopt']],
    ['with line breaks of an old Mac', 'Yes.\r\r/sep adopt', ['sep adopt']],
    ['with a byte order mark', '\uFEFF/sep adopt\n/sep sponsor', ['sep adopt', 'sep sponsor']],
    ['two in two paragraphs', '/sep adopt\n\n/consensus start minor', ['sep adopt', 'consensus start']],
    ['two in one paragraph', '/sep adopt\n/sep sponsor', ['sep adopt', 'sep sponsor']],
    ['between those of other bots', '/lgtm\n/sep adopt\n/hold', ['sep adopt']],
  ])('is read: %s', (_name, body, expected) => {
    expect(names(body)).toEqual(expected);
    for (const { problem } of parseCommands(body)) expect(problem).toBeNull();
  });
});

describe('A comment that holds none', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['words', 'I would adopt this.'],
    ['in the middle of a line', 'Write /sep adopt to adopt it.'],
    ['in a quote', '> /sep adopt'],
    ['in a line that a quote goes on with, where it is none of ours', '> He said\n/lgtm'],
    ['in a paragraph within a quote', '> He said\n>\n> /sep adopt'],
    ['in a quote in a quote', '> > /sep adopt'],
    ['in fenced code', '```\n/sep adopt\n```'],
    ['in fenced code of tildes', '~~~\n/sep adopt\n~~~'],
    ['in fenced code that never ends', '```\nfoo\n\n/sep adopt'],
    ['in fenced code with a shorter fence inside', '````\n```\n/sep adopt\n````'],
    ['in indented code', 'Like this:\n\n    /sep adopt'],
    ['indented by a tab', '\t/sep adopt'],
    ['indented by four in a paragraph, beside one that counts for nobody', '/lgtm\n    /sep adopt'],
    ['in inline code', '`/sep adopt`'],
    ['in inline code over several lines', 'See `foo\n/sep adopt\nbar`'],
    ['in HTML', '<div>\n/sep adopt\n</div>'],
    ['in an HTML comment', '<!--\n/sep adopt\n-->'],
    ['in an HTML comment with blank lines', '<!--\n\n/sep adopt\n\n-->'],
    ['in an HTML comment within a paragraph', 'Hi <!--\n/sep adopt\n-->'],
    ['folded', '<details>\n<summary>more</summary>\n\n/sep adopt\n\n</details>'],
    ['in a quote by HTML', '<blockquote>\n\n/sep adopt\n\n</blockquote>'],
    ['in a list by HTML', '<ul><li>\n\n/sep adopt\n\n</li></ul>'],
    ['struck out by HTML within a paragraph', 'no <del>\n/sep adopt\n</del>'],
    ['in a list', '- /sep adopt'],
    ['in a numbered list', '1. /sep adopt'],
    ['in a paragraph of a list', '- one\n\n  /sep adopt'],
    ['in a heading', '# /sep adopt'],
    ['in a heading by underline, where it is none of ours', '/lgtm\n==='],
    ['in a line of a list item', '- one\n  /sep adopt'],
    ['in a link', '[/sep adopt](https://a.test)'],
    ['in a link over two lines', '[see\n/sep adopt](https://a.test)'],
    ['in emphasis', '**see\n/sep adopt**'],
    ['struck out', '~~no\n/sep adopt~~'],
    ['in a table', '| a |\n| - |\n| /sep adopt |'],
    ['in a footnote', 'x[^1]\n\n[^1]: /sep adopt'],
    ['escaped', '\\/sep adopt'],
    ['as an entity', '&#47;sep adopt'],
    ['a path', '/etc/passwd'],
    ['two slashes', '//sep adopt'],
    ['a space behind the slash', '/ sep adopt'],
    ['behind a character that is not seen', '\u200b/sep adopt'],
  ])('is left alone: %s', (_name, body) => {
    expect(parseCommands(body)).toEqual([]);
    // The same beside a command that is read, so that no cheap look before the parser answers for it.
    expect(names(`/core abstain\n\n${body}`)).toEqual(['core abstain']);
  });

  it.each(
    (
      'lgtm hold unhold retest test approve assign unassign cc close reopen lock unlock label remove-label kind area ' +
      'priority merge rebase milestone ok-to-test override skip stage triage lifecycle easycla shrug joke meow ' +
      'step see set sec src note vote check code clock home hello preview black bark woof dog cat pony honk ' +
      'cherrypick deploy publish format lint run build benchmark snapshot backport rerun resolve payload refresh'
    ).split(' '),
  )('is left to whom it belongs: /%s', (verb) => {
    expect(parseCommands(`/${verb}`)).toEqual([]);
    expect(parseCommands(`/${verb} this please`)).toEqual([]);
  });
});

describe('The parts of a command', () => {
  it('are its words, and the text below up to the next command', () => {
    const [first, second] = parseCommands(
      '/block error-codes\nTwo of them collide.\n\n> as said before\n\nAlternative: others.\n\n/core abstain no time',
    );
    expect(first).toEqual({
      command: 'block',
      args: ['error-codes'],
      text: 'Two of them collide.\n\n> as said before\n\nAlternative: others.',
      problem: null,
    });
    expect(second).toMatchObject({ command: 'core abstain', args: ['no time'], text: '' });
  });

  it('keep a reason as it was written', () => {
    expect(parseCommands('/veto It Breaks  @you & `me`\nAnd more.')[0]!.args).toEqual([
      'It Breaks @you & `me`\nAnd more.',
    ]);
  });

  it.each([11, 900])(`are read for ${MOST_COMMANDS} commands and no more, which is said: of %i`, (many) => {
    const read = parseCommands('/sep adopt\n'.repeat(many));
    expect(read).toHaveLength(MOST_COMMANDS + 1);
    expect(read.map(({ problem }) => problem === null)).toEqual([...Array<boolean>(MOST_COMMANDS).fill(true), false]);
    expect(read.at(-1)!.problem).toContain('Only the first 10 commands');
  });

  it('are no text where a command takes none: what stands below it is prose', () => {
    const [adopt, hold] = parseCommands('/sep adopt\nThank you, Noor!\n/sep hold\nWait for the schema.\n');
    expect(adopt).toEqual({ command: 'sep adopt', args: [], text: '', problem: null });
    expect(hold).toMatchObject({ args: ['Wait for the schema.'], text: 'Wait for the schema.', problem: null });
  });

  it('end where the verb of another bot stands', () => {
    expect(parseCommands('/sep hold\nWait.\n/lgtm\nDone.')[0]!.args).toEqual(['Wait.']);
  });
});

describe('A command that cannot be read', () => {
  const problem = (body: string): string | null => parseCommands(body)[0]?.problem ?? null;

  it.each<[string, string]>([
    ['/sep adpot', '`/sep adopt`'],
    ['/spe adopt', '`/sep adopt`'],
    ['/consenus start minor', '`/consensus start`'],
    ['/consensus strat minor', '`/consensus start`'],
    ['/cor accept', '`/core accept`'],
    ['/core acept', '`/core accept`'],
    ['/blok error-codes', '`/block`'],
    ['/unblok error-codes', '`/unblock`'],
    ['/sep', '`/sep adopt`'],
    ['/consensus', '`/consensus start`'],
    ['/sep adopt please', '`/sep adopt`'],
    ['/consensus start', '`/consensus start minor|significant'],
    ['/consensus start minor breaking compatible', 'Write `/consensus start minor|significant'],
    ['/consensus start minor now', '`/consensus start minor|significant'],
    ['/sep status', '`/sep status final`'],
    ['/sep status finished', '`/sep status final`'],
    ['/block', 'name'],
    ['/block two words', 'name'],
    ['/block slug', 'objection'],
    ['/block slug\nIt boils over.', 'alternative'],
    ['/block slug\nAlternative: a larger kettle.', 'objection'],
    ['/block slug\nIt boils over.\nAlternative:', 'alternative'],
    ['/unblock', '`/unblock <slug>`'],
    ['/unblock two words', '`/unblock <slug>`'],
    ['/veto', '`/veto [alone] <reason>`'],
    ['/group', '`/group show`'],
    ['/review', '`/review @user…`'],
    ['/review noor', '`/review @user…`'],
    ['/review @tidewire/core', 'teams'],
    ['/review declined', '`/review decline`'],
    ['/away', '`/away until 2027-01-10`'],
    ['/away until tomorrow', '`/away until 2027-01-10`'],
    ['/away until 2027-02-30', 'a day of the calendar'],
    ['/awya until 2027-01-10', '`/away`'],
    ['/bakc', '`/back`'],
    ['/sep hold', 'needs a reason'],
    ['/sep close', 'needs a reason'],
    ['/sep appeal', 'needs a reason'],
    ['/sep supersede', 'number'],
    ['/sep supersede 12 13', 'one proposal'],
    ['/sep supersede 0', 'number'],
  ])('is answered with the way out: %s', (body, way) => {
    expect(problem(body)).toContain(way);
  });

  it.each<[string]>([
    ['/sep `![x](https://a.test/y.png)'],
    ['/sep adopt `![x](https://a.test/y.png)'],
    ['/sep adopt [free](https://a.test) #12 @@noor &#64;noor'],
    ['/consensus start minor `[free](https://a.test)'],
    [`/sep ${'x'.repeat(5_000)}`],
  ])('quotes what stands there as code, in one short piece: %.60s', (body) => {
    const said = problem(body)!;
    const outside = said.replace(/`[^`\n]*`/g, '');
    expect(outside).not.toMatch(/[`[@#&]|https?:|xxxx/);
    expect(said.length).toBeLessThan(600);
  });
});

describe('A command where Markdown lets none stand, which is easily overseen', () => {
  it.each<[string, string, string]>([
    ['with a rule below it', '/sep adopt\n---\nThank you!', 'heading'],
    ['with a double rule below it', '/sep adopt\n===', 'heading'],
    ['after a line, with a rule below', 'I do.\n/sep adopt\n---', 'heading'],
    ['right below a quote', '> He said\n/sep adopt', 'quote'],
    ['right below a quote in a quote', '> > He said\n/sep adopt', 'quote'],
    ['right below a list', '- one\n- two\n/sep adopt', 'list'],
    ['right below a numbered list', '1. one\n/sep adopt', 'list'],
  ])('is not run, and that is said: %s', (_name, body, where) => {
    const read = parseCommands(body);
    expect(read).toHaveLength(1);
    expect(read[0]!.command).toBe('sep adopt');
    expect(read[0]!.problem).toContain(where);
    expect(read[0]!.problem).toContain('blank line');
    // In its place among those that are read.
    expect(names(`/core abstain\n\n${body}\n\n/back`)).toEqual(['core abstain', 'sep adopt', 'back']);
  });

  it('is left alone where HTML folds it', () => {
    expect(parseCommands('<details>\n\n/sep adopt\n---\n\n</details>')).toEqual([]);
  });
});

describe('The verbs of a repository', () => {
  const verbs = {
    aliases: { adopt: 'sep adopt', ask: 'review', cs: 'consensus start' },
    others: ['hold', 'review', 'blok'],
  };
  const read = (body: string): string[] =>
    parseCommands(body, verbs).map(({ command, args }) => [command, ...args].join(' '));

  it('are further words for commands', () => {
    expect(read('/adopt\n/ADOPT\n/cs minor\n/ask @noor')).toEqual([
      'sep adopt',
      'sep adopt',
      'consensus start minor',
      'review noor',
    ]);
    expect(parseCommands('/adopt', PLAIN)).toEqual([]);
  });

  it('are near, too', () => {
    expect(parseCommands('/adpot', verbs)[0]!.problem).toContain('Did you mean `/adopt`?');
  });

  it('that belong to another bot are left alone, near or not, and also where Convenor has such a command', () => {
    expect(read('/hold\n/review @noor\n/blok it')).toEqual([]);
    expect(parseCommands(`/review @noor\n\n${'*a_'.repeat(5_000)}`, verbs)).toEqual([]);
    expect(read(`/back`)).toEqual(['back']);
  });

  it.each(['constructor', 'toString', '__proto__'])('are those alone: /%s', (verb) => {
    expect(parseCommands(`/${verb}`, verbs)).toEqual([]);
  });
});

describe('A text that is made to keep a parser busy', () => {
  const LENGTH = 65_000;
  const hostile = [
    '*',
    '*a_',
    '_a',
    '[',
    '[a](',
    '![',
    '`a',
    '<',
    '<a ',
    '</a ',
    '{/*',
    '<!--',
    '<![CDATA[',
    '&',
    '\\',
    '~a~',
    '|',
    '>',
    '> ',
    '- ',
    '1. ',
    '\t',
    'www.',
    'http://',
    'a@',
    '[^a]',
    '(http://a.test/',
    '\n',
    'a \n',
    '/sep adopt\n',
  ];
  it.each(hostile)('is done with in little time: %j over and over', (piece) => {
    const body = `/sep adopt\n\n${piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)}`;
    const before = process.cpuUsage();
    parseCommands(body);
    parseCommands(`> a\n${body}`);
    const { user, system } = process.cpuUsage(before);
    // Far above what a slow machine takes, and far below the minutes that some of these took. The processor's own time
    // does not grow with what else the machine is doing.
    expect((user + system) / 1000).toBeLessThan(8_000);
  });

  it('says that it was not read, where it holds a command', () => {
    expect(parseCommands(`/sep adopt\n\n${'*a_'.repeat(5_000)}`)).toEqual([
      { command: 'sep', args: [], text: '', problem: expect.stringContaining('comment of its own') as string },
    ]);
    expect(parseCommands(`/sep adopt\n${'a'.repeat(66_000)}`)[0]!.problem).toContain('65536');
    expect(parseCommands(`/lgtm\n\n${'*a_'.repeat(5_000)}`)).toEqual([]);
  });

  it('does not touch a long comment that people might write', () => {
    const paragraph = `The **quick** [fox](https://a.test/1) \`jumps\` over _it_. `.repeat(8);
    const body = `${`${paragraph}\n\n- one\n  - two\n    - three\n\n> quoted\n\n`.repeat(80)}/sep adopt`;
    expect(body.length).toBeGreaterThan(35_000);
    expect(names(body)).toEqual(['sep adopt']);
  });
});
