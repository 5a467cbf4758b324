import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/templates/samples.js';
import { NO_OVERRIDES, words, type Overrides, type Words } from '../../src/templates/index.js';
import { shippedWords } from '../../src/templates/words.js';

const [FULL, EMPTY] = SAMPLES.status as [Words<'status'>, Words<'status'>];

/** The repository's own status comment. */
const own = (text: string): Overrides =>
  new Map([['status', { path: '.github/convenor/templates/status.liquid', text }]]);

/** A template of a repository's own that shows what it has to. */
const OWN = `{{ headline }}! {{ next.who }} {{ next.what }}
{% for step in also %}{{ step.who }} {{ step.what }}{% endfor %}
{{ held | join: " " }}
{% for row in rows %}{{ row.name }}: {{ row.says }}
{% endfor %}`;

describe('The words that people read', () => {
  it('are filled from a template', () => {
    expect(words('status', EMPTY, NO_OVERRIDES)).toMatch(/^### New proposal\n\n\*\*Final\.\*\*\n/);
  });

  it('are an error where one is missing', () => {
    const { headline, ...others } = FULL;
    expect(headline).not.toBe('');
    expect(() => shippedWords('status', others)).toThrow(/^templates\/status\.liquid:3:\d+ .*headline/);
    expect(() => shippedWords('status', { ...FULL, rows: [{ mark: '✓', name: 'x' }] })).toThrow(/says/);
  });

  it('take nothing from what every object has', () => {
    const { headline, ...others } = FULL;
    expect(() => shippedWords('status', Object.create({ ...others, headline }) as object)).toThrow();
  });

  it('do not run what a value holds', () => {
    expect(words('status', { ...FULL, headline: '{{ record }}{% if true %}' }, own(OWN))).toContain(
      '{{ record }}{% if true %}!',
    );
  });
});

describe("A repository's own words", () => {
  it('take the place of those that ship', () => {
    expect(words('status', FULL, own(OWN))).toBe(
      [
        `${FULL.headline}! ${FULL.next!.who} ${FULL.next!.what}`,
        `${FULL.also[0]!.who} ${FULL.also[0]!.what}`,
        FULL.held[0],
        ...FULL.rows.map(({ name, says }) => `${name}: ${says}`),
        '',
      ].join('\n'),
    );
  });

  it('are for their template alone', () => {
    const [refused] = SAMPLES.reply;
    expect(words('reply', refused!, own(OWN))).toBe(words('reply', refused!, NO_OVERRIDES));
  });

  const SHIPPED = words('status', FULL, NO_OVERRIDES);
  it.each([
    ['a variable that is not there on these data', '{{ next.who.nobody }}', 'There is nothing that is called'],
    [
      'a loop without end',
      '{% for a in (1..900) %}{% for b in (1..900) %}{% for c in (1..900) %}{% endfor %}{% endfor %}{% endfor %}',
      'come to an end|memory',
    ],
    [
      'steps without end',
      `{% for a in (1..9) %}{% for b in (1..99) %}{% for c in (1..99) %}x{% endfor %}{% endfor %}{% endfor %}`,
      'come to an end',
    ],
    ['a list without end', '{% for a in (1..99999999) %}x{% endfor %}', 'memory'],
    ['a text that doubles itself', `{% assign a = headline %}${'{% assign a = a | append: a %}'.repeat(40)}`, 'memory'],
    ['too much of it', `{% for a in (1..100) %}{{ headline }}{{ headline }}{% endfor %}`, 'too long'],
    ['a person of whom nothing is asked', '{{ headline }} @bolarsen', 'calls @bolarsen'],
    ['a team', '{{ headline }} @tidewire/core', 'calls @tidewire/core'],
    ['a person put together', '{{ "@" }}{{ "bolarsen" }}', 'calls @bolarsen'],
    ['nonsense', '{% if %}', 'cannot be read'],
    ['a tag that reads a file', '{% include "status" %}', 'There is no tag `include`'],
    ['a filter that asks a clock', '{{ "now" | date: "%s" }}', 'There is no filter `date`'],
    ['a filter that takes an escape away', '{{ title | remove: "x" }}', 'There is no filter `remove`'],
  ])('give way to those that ship where they hold %s, which is said', (_, text, why) => {
    const said = words('status', FULL, own(text));
    expect(said.startsWith(SHIPPED)).toBe(true);
    const note = said.slice(SHIPPED.length).replaceAll('\u200b', '').replaceAll('\\', '');
    expect(note).toMatch(
      /^\n<sub>These are the words that Convenor ships: `\.github\/convenor\/templates\/status\.liquid:1:\d+` cannot be filled here\. .*<\/sub>\n$/,
    );
    expect(note).toMatch(new RegExp(why));
  });

  it('give way at the line where they fail', () => {
    expect(words('status', FULL, own('{{ name }}\n{{ headline }}\n  {{ nobody }}'))).toContain('status.liquid:3:6`');
  });

  it('may call whom the shipped words call', () => {
    expect(words('status', FULL, own('{{ next.who }}'))).toBe('**@linokafor**\n');
  });

  it('may be long where there is much to say, and never longer than GitHub takes', () => {
    const rows = Array.from({ length: 400 }, () => ({ mark: '✓', name: 'x', says: 'y'.repeat(100) }));
    const template = '{% for row in rows %}{{ row.says }}{% endfor %}';
    expect(words('status', { ...EMPTY, rows }, own(template))).toHaveLength(40_001);
    const twice = template.replace('{{ row.says }}', '{{ row.says }}{{ row.says }}');
    expect(words('status', { ...EMPTY, rows }, own(twice))).toContain('longer than GitHub takes');
  });
});
