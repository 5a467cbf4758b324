import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTemplates, TEMPLATE_NAMES, VARIABLES, words, type TemplateName } from '../../src/templates/index.js';
import { SAMPLES } from '../../src/templates/samples.js';

const shipped = (name: string): string =>
  readFileSync(new URL(`../../templates/${name}.liquid`, import.meta.url), 'utf8');

/** What is wrong with a template of this name. */
const wrong = (name: string, text: string | null): string[] => {
  const { overrides, problems } = readTemplates([{ name: `${name}.liquid`, text }]);
  expect(overrides.size).toBe(problems.length === 0 ? 1 : 0);
  return problems.map(({ code, path, line, column, message }) => {
    expect(path).toBe(`.github/convenor/templates/${name}.liquid`);
    return `${line}:${column} ${code} ${message}`;
  });
};

/** Enough of the status comment. */
const STATUS = `{{ headline }} {{ next.who }} {{ next.what }}
{% for step in also %}{{ step.who }} {{ step.what }}{% endfor %}{{ held | join: " " }}
{% for row in rows %}{{ row.name }} {{ row.says }}{% endfor %}
`;

describe('Each template that ships', () => {
  it.each(TEMPLATE_NAMES)('could be a repository’s own: %s', (name) => {
    expect(wrong(name, shipped(name))).toEqual([]);
  });

  it.each(TEMPLATE_NAMES)('has samples of its form, which it fills alike from either side: %s', (name) => {
    const { overrides } = readTemplates([{ name: `${name}.liquid`, text: shipped(name) }]);
    for (const data of SAMPLES[name]) {
      expect(VARIABLES[name].parse(data)).toEqual(data);
      expect(words(name, data as never, overrides)).toBe(words(name, data as never, new Map()));
    }
  });

  it.each(TEMPLATE_NAMES)('shows every variable that it is given: %s', (name) => {
    const text = shipped(name);
    const unused = Object.keys(VARIABLES[name].shape).filter((variable) => !new RegExp(`\\b${variable}\\b`).test(text));
    expect(unused).toEqual([]);
  });
});

describe('A template of a repository’s own', () => {
  it.each<[string, TemplateName, string, string[]]>([
    ['may leave out much', 'status', STATUS, []],
    [
      'names no variable that there is not',
      'status',
      `${STATUS}{{ headlin }}\n {{ nothing.like.it }}`,
      [
        '4:4 template/unknown-variable There is no variable `headlin` here. Did you mean `headline`?',
        expect.stringMatching(
          /^5:5 template\/unknown-variable There is no variable `nothing` here\. There are: `name`, `title`, /,
        ) as string,
      ],
    ],
    [
      'not in a branch that is never taken either',
      'status',
      `${STATUS}{% if name == "x" %}{{ next.whom }}{% for row in rows %}{{ row.sayz }}{% endfor %}{% endif %}`,
      [
        '4:24 template/unknown-variable There is no variable `whom` here. Did you mean `who`?',
        '4:60 template/unknown-variable There is no variable `sayz` here. Did you mean `says`?',
      ],
    ],
    [
      'nor in a loop in a loop',
      'status',
      `${STATUS}{% for one in details %}{% for row in one.rows %}{{ row.url }}{{ row.link }}{% endfor %}{% endfor %}`,
      [
        expect.stringContaining(
          'There is no variable `link` here. There are: `mark`, `name`, `says`, `url`.',
        ) as string,
      ],
    ],
    ['may use a name for two loops', 'status', `${STATUS}{% for row in history %}{{ row.at }}{% endfor %}`, []],
    [
      'takes no text to pieces',
      'status',
      `${STATUS}{{ title[0] }}`,
      ['4:4 template/unknown-variable There is no variable `0` here. It has no parts.'],
    ],
    [
      'counts what there is',
      'status',
      `${STATUS}{{ rows.size }}{{ title.size }}{% if rows.size > 0 %}{{ rows.first.name }}{% endif %}`,
      [],
    ],
    ['may give a name of its own', 'status', `${STATUS}{% assign what = rows | size %}{{ what }}`, []],
    [
      'is read',
      'status',
      `{{ headline }\n${STATUS}`,
      [expect.stringMatching(/^1:14 template\/syntax It cannot be read: expected "\|" before filter\.$/) as string],
    ],
    [
      'comes to an end',
      'status',
      `${STATUS}{% for a in (1..300) %}{% for b in (1..300) %}{% endfor %}{% endfor %}`,
      [expect.stringMatching(/^4:\d+ template\/fails It /) as string],
    ],
    [
      'includes no file',
      'reply',
      'x\n{% render "status" %}',
      ['2:1 template/syntax There is no tag `render` for templates.'],
    ],
    [
      'shows what people need',
      'reply',
      '{% for part in parts %}{{ part.refusal.why }}{{ part.answer }}{% endfor %}',
      [
        '1:1 template/leaves-out It has to show `parts.refusal.next`, `parts.refusal.rule`, also where it is one of several.',
      ],
    ],
    [
      'shows all of them',
      'reply',
      '{% for part in parts limit: 1 %}{{ part.refusal.why }}{{ part.refusal.next }}{{ part.refusal.rule }}{{ part.answer }}{% endfor %}',
      [expect.stringContaining('template/leaves-out') as string],
    ],
    [
      'offers an edit that can be accepted',
      'suggestion',
      '{{ why }}\n```\n{{ lines }}\n```',
      [expect.stringContaining('It has to hold `lines` once and no more') as string],
    ],
    [
      'and no edit anywhere else, where it would be Markdown of others',
      'suggestion',
      '{{ why }} {{ lines }}\n\n{{ fence }}suggestion\n{{ lines }}\n{{ fence }}',
      [expect.stringContaining('It has to hold `lines` once and no more') as string],
    ],
    [
      'calls nobody',
      'document',
      `${shipped('document')} @kofiadu`,
      [expect.stringContaining('It calls @kofiadu') as string],
    ],
    ['is short', 'front', 'x'.repeat(50_001), [expect.stringContaining('50000 characters at most') as string]],
  ])('%s', (_, name, text, expected) => {
    expect(wrong(name, text)).toEqual(expected);
  });

  it('is text', () => {
    expect(wrong('status', null)).toEqual([
      expect.stringContaining('template/no-text The file is too large or no text'),
    ]);
  });

  it('has a name that something is filled by', () => {
    expect(wrong('statuss', 'x')).toEqual([
      '1:1 template/strange There is no template `statuss`. Did you mean `status.liquid`?',
    ]);
    expect(wrong('welcome', 'x')[0]).toMatch(/There are: status, reply, .*\.$/);
    expect(wrong('toString', 'x')[0]).toContain('There is no template `toString`');
  });

  it('is a `.liquid`: other files in the folder are none of ours', () => {
    expect(
      readTemplates([
        { name: 'README.md', text: '{{ nonsense' },
        { name: 'x.liquid.orig', text: null },
      ]),
    ).toEqual({
      overrides: new Map(),
      problems: [],
    });
  });

  it('does not stand in the way of another', () => {
    const { overrides, problems } = readTemplates([
      { name: 'status.liquid', text: STATUS },
      { name: 'reply.liquid', text: '{{ x }}' },
    ]);
    expect([...overrides.keys()]).toEqual(['status']);
    expect(problems).toHaveLength(1);
  });
});
