import { describe } from 'vitest';
import type { Facts } from '../../../src/facts/facts.js';
import { lookFor } from '../../../src/judge/evidence/index.js';
import { DOCUMENT, Repository } from '../../publish/facts.js';
import { areToldIn } from './told.js';

/** What is seen of the conformance scenario of a proposal. */
function seen(scenario: Facts['scenario'], source = DOCUMENT): string[] {
  const repository = Object.assign(new Repository(), { source });
  const { held, known, says } = lookFor('conformance', { ...repository.facts(), scenario });
  return [`${held ? 'held' : 'not held'}, ${known ? 'known' : 'not known'}: ${says}`];
}
const file = (text: string): Facts['scenario'] => ({
  ...{ kind: 'file', path: 'scenarios/sep-7.yaml', url: 'https://github.test/sep-7.yaml', text },
});
const rows = (...all: string[]): string => `sep: 7\nrequirements:\n${all.map((row) => `  - ${row}\n`).join('')}`;
const MUST = [
  'Kettles MUST whistle.',
  'Timers MUST stop at noon.',
  'Lids MUST close.',
  'Spouts MUST NOT drip.',
  'Handles MUST stay cold.',
];
const speaking = (count: number): string => DOCUMENT.replace('They whistle.', MUST.slice(0, count).join('\n\n'));
const CHECKED = "{ text: 'Kettles MUST whistle.', check: whistles }";
const EXCLUDED = "{ text: 'Timers MUST stop at noon.', excluded: 'Nobody can see it.' }";

describe('The conformance scenario of a proposal', () => {
  areToldIn('scenarios', {
    'Nobody has looked for it': () => seen({ kind: 'unasked' }),
    'Its repository cannot be read': () =>
      seen({ kind: 'unreadable', why: 'GitHub fails to give it, time after time.' }),
    'It is at neither of two places': () => seen({ kind: 'missing', paths: ['a/sep-7.yaml', 'b/sep-7.yaml'] }),
    'It is no text': () =>
      seen({ kind: 'unusable', path: 'sep-7.yaml', url: 'https://github.test/7', why: 'It is a symbolic link.' }),
    'It has one flaw': () => seen(file('sep: 8\nrequirements:\n  - { text: A, check: b }\n')),
    'It has several flaws': () => seen(file(rows('whistle', 'boil', 'cool'))),
    'One row for the one thing that is demanded': () => seen(file(rows(CHECKED)), speaking(1)),
    'Two rows, one of them excluded': () => seen(file(rows(CHECKED, EXCLUDED)), speaking(2)),
    'One thing that is demanded has no row': () => seen(file(rows(CHECKED)), speaking(2)),
    'Three have none': () => seen(file(rows(CHECKED)), speaking(4)),
    'Four have none': () => seen(file(rows(CHECKED)), speaking(5)),
    'A document without a number': () =>
      seen(file(rows(CHECKED)), speaking(1).replace('# SEP-7: Whistles', '# Whistles')),
    'A document of a kind of which none is asked': () =>
      seen({ kind: 'unasked' }, DOCUMENT.replace('Standards Track', 'Informational')),
  });
});
