import { describe, expect, it } from 'vitest';
import { ofFile } from '../../src/cli/problem.js';
import { problemLines, summaryLine } from '../../src/cli/report.js';
import { clean, painter } from '../../src/cli/terminal.js';

const noted = ofFile('a.md', 'info', 'tea/note', 'Tea is warm.', 'Drink it.');
const wrong = {
  ...ofFile('a.md', 'error', 'tea/cold', 'Tea is cold.', 'Boil it.'),
  line: 10,
  column: 3,
  excerpt: 'tea: cold',
};
const elsewhere = { ...ofFile('b/c.md', 'warning', 'tea/weak', 'Tea is weak.', ''), help: null };

describe('problems as people read them', () => {
  it('stand under their file, with place, source line and next step', () => {
    expect(problemLines([noted, wrong, elsewhere], 'clone', (_, text) => text).join('\n')).toBe(`clone/a.md
   1:1  info  Tea is warm.  tea/note
        Drink it.
  10:3  error  Tea is cold.  tea/cold
        | tea: cold
        Boil it.

clone/b/c.md
  1:1  warning  Tea is weak.  tea/weak
`);
  });

  it.each([
    [[], 0, '0 errors, 0 warnings in 0 files'],
    [[wrong, elsewhere, noted], 1, '1 error, 1 warning, 1 note in 1 file'],
    [[wrong, wrong, noted, noted], 43, '2 errors, 0 warnings, 2 notes in 43 files'],
  ])('are counted', (problems, files, words) => {
    expect(summaryLine(problems, files)).toBe(words);
  });
});

describe('colour', () => {
  const output = { write: () => true };
  it.each([
    ['on a terminal', true, {}, true],
    ['not in a pipe', false, {}, false],
    ['not where NO_COLOR is set', true, { NO_COLOR: '1' }, false],
    ['where NO_COLOR is empty', true, { NO_COLOR: '' }, true],
    ['not on a terminal without it', true, { TERM: 'dumb' }, false],
  ])('is used %s', (_, isTTY, env, coloured) => {
    const paint = painter({
      stdout: { ...output, isTTY },
      stderr: { ...output, isTTY },
      env,
      cwd: '/',
      today: () => '',
      now: () => '2026-12-03T12:00:00Z',
    });
    expect(paint('error', 'x') !== 'x').toBe(coloured);
  });
});

it('shows text from files on one line, without its powers over the terminal', () => {
  expect(clean('Tea\r\n  is\ttea \u001b[31m\u009b2J \u202eaet')).toBe('Tea is\\x09tea \\x1b[31m\\x9b2J \\u202eaet');
});
