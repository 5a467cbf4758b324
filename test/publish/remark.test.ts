import { describe, expect, it } from 'vitest';
import { remark } from '../../src/publish/remark.js';
import { markdown } from '../../src/sandbox/page/markdown.js';

/** A sentence as a reader sees it, with its markup. */
const shown = (sentence: string): string =>
  markdown(remark(sentence), (address) => address)
    .text.replace(/^<p>|<\/p>$/g, '')
    .replaceAll('\u200b', '');

describe('What a finding says', () => {
  it.each([
    ['Write "Draft".', 'Write "Draft".'],
    ['"A title (of five words)" is there.', '"A title (of five words)" is there.'],
    ['Not "**Draft**".', 'Not <code>**Draft**</code>.'],
    ['Write "- **PR**: https://a.test/1".', 'Write <code>- **PR**: https://a.test/1</code>.'],
    ['Begin the heading with "SEP-12: ".', 'Begin the heading with <code>SEP-12: </code>.'],
    ['"a `b` c" and "`d`"', '<code>a `b` c</code> and <code>`d`</code>'],
    ['"a ``` b ` c"', '<code>a ``` b ` c</code>'],
    ['In snake_case_words and *stars*.', 'In snake_case_words and *stars*.'],
    ['Two\nlines.', 'Two lines.'],
    ['Nothing stands in "".', 'Nothing stands in "".'],
    ['It is " ".', 'It is " ".'],
  ])('%s is shown as it is written', (sentence, html) => {
    expect(shown(sentence)).toBe(html);
  });

  it.each([
    'The date "<img src=x>" and <img src=x>.',
    'The link [x](javascript:alert(1)) and ![y](https://a.test/z.png).',
    'One quote " opens <b>and ` another',
    'https://a.test and www.a.test',
    'A `" b ` "<i>" c',
  ])('makes no markup of what a document says: %s', (sentence) => {
    expect(shown(sentence)).not.toMatch(/<(?!\/?(?:code|p)>)/);
  });

  it.each(['@bolarsen', 'The login "x @bolarsen', 'See #932, "a', '`@bolarsen'])('calls nobody: %s', (sentence) => {
    const outside = remark(sentence).replace(/(?<!\\)`[^`]*(?<!\\)`/g, '');
    expect(outside).not.toMatch(/@\w|#\d/);
  });
});
