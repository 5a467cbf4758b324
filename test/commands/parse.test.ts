import { describe, expect, it } from 'vitest';
import { MOST_COMMANDS, parseCommands } from '../../src/commands/parse.js';

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
    ['in a line that a quote goes on with', '> He said\n/sep adopt'],
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
    ['in a heading by underline', '/sep adopt\n==='],
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
      'step see set sec src note vote check code clock home'
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

  it(`are read for ${MOST_COMMANDS} commands and no more`, () => {
    expect(names('/sep adopt\n'.repeat(11))).toHaveLength(MOST_COMMANDS);
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
    const before = performance.now();
    parseCommands(body);
    parseCommands(`> a\n${body}`);
    // Far above what a slow machine takes, and far below the minutes that some of these took.
    expect(performance.now() - before).toBeLessThan(8_000);
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
