import { expect, test } from 'vitest';
import { continuedIn } from '../../src/commands/continues.js';

test.each([
  ['Continues #12', [12]],
  ['continues #12.', [12]],
  ['Continues: #12', [12]],
  ['What it is about.\n\n   CONTINUES  #12  \nand more', [12]],
  ['What it is about.\r\nContinues #12\r\n', [12]],
  ['Continues #12\n\nContinues #12\nContinues #9', [12, 9]],
])('%j says that it goes on with %j', (body, numbers) => {
  expect(continuedIn(body)).toEqual(numbers);
});

test.each([
  '',
  'This continues #12',
  'Continues #12 and #13',
  'Continues #0',
  'Continues #12345678901',
  'Continues other/repository#12',
  'Continues 12',
  'Discontinues #12',
  '`Continues #12`',
  '```\nContinues #12\n```',
  '    Continues #12',
  '> Continues #12',
  '> said\nContinues #12',
  '- Continues #12',
  'Continues #12\n---',
  '# Continues #12',
  '<!--\nContinues #12\n-->',
  '<details>\n\nContinues #12\n\n</details>',
])('%j says nothing of that', (body) => {
  expect(continuedIn(body)).toEqual([]);
});

test('a text that is too heavy for the parser says nothing, and is quick', () => {
  const before = Date.now();
  expect(continuedIn(`Continues #12\n\n${'*a '.repeat(20_000)}`)).toEqual([]);
  expect(Date.now() - before).toBeLessThan(1000);
});
