import { describe, expect, test } from 'vitest';
import { takeOver, type Evidence } from '../../src/judge/take-over.js';
import { RULES } from './history.js';
import { ada, evidence, file, kofi, mira } from './past.js';

describe('what contradicts itself', () => {
  const draft = { labels: ['draft'], assignees: [kofi] };
  test.each<[string, Partial<Evidence>, string[]]>([
    ['nothing', draft, []],
    [
      'two labels',
      { ...draft, labels: ['in-review', 'draft'] },
      ['two-states: The labels `draft` and `in-review` say 2 states.'],
    ],
    [
      'three labels, in the order of the states',
      { ...draft, labels: ['accepted', 'Draft', 'in-review'] },
      ['two-states: The labels `Draft`, `in-review` and `accepted` say 3 states.'],
    ],
    [
      'a label and the file',
      { ...draft, file: file('final') },
      ['file-and-label: The file says final, and the label says draft.'],
    ],
    [
      'Draft in the file is no mistake without a sponsor, and is one beside any other label',
      { labels: ['in-review'], assignees: [kofi], file: file('draft') },
      ['file-and-label: The file says draft, and the label says in-review.'],
    ],
    [
      'a proposal in the file, and a draft by its label',
      { ...draft, file: file('proposal') },
      ['file-and-label: The file says proposal, and the label says draft.'],
    ],
    [
      'the file alone',
      { file: file('accepted') },
      ['file-alone: The file alone says accepted, and anybody can write a file.'],
    ],
    ['the file alone, on what nobody decides', { file: file('proposal') }, []],
    [
      'several who are assigned, of whom none or more than one may',
      { ...draft, assignees: [kofi, mira] },
      ['several-assignees: 2 people are assigned: kofi, mira.'],
    ],
    [
      'several who are assigned, and the file names one of them',
      { ...draft, assignees: [kofi, mira], file: file('draft', mira) },
      ['several-assignees: 2 people are assigned: kofi, mira.'],
    ],
    [
      'several who are assigned, and the file names somebody else',
      { ...draft, assignees: [kofi, mira], file: file('draft', ada) },
      [
        'several-assignees: 2 people are assigned: kofi, mira.',
        'sponsors-differ: kofi is assigned, and the file names ada as sponsor.',
      ],
    ],
    ['nobody is assigned, and the file names somebody', { labels: ['draft'], file: file('draft', mira) }, []],
    ...(['draft', 'in-review', 'accepted'] as const).map((label): [string, Partial<Evidence>, string[]] => [
      `nobody is named for what is ${label}`,
      { labels: [label] },
      [`no-sponsor: A proposal that is ${label} has a sponsor, and nobody is named as that.`],
    ]),
    ['nobody is named for what is over', { labels: ['final'] }, []],
    [
      'the author is the sponsor',
      { ...draft, author: 'Kofi' },
      ['sponsor-is-author: kofi is named as sponsor and is the author.'],
    ],
    [
      'somebody is the sponsor who may not',
      { ...draft, assignees: [{ ...ada, login: 'zed' }] },
      ['sponsor-may-not: zed is named as sponsor and is not known as one who may sponsor.'],
    ],
    [
      'a proposal without a sponsor, by its label, that has one',
      { labels: ['proposal'], assignees: [kofi] },
      ['sponsored-proposal: A proposal without a sponsor is what the state says, and kofi is named as one.'],
    ],
  ])('%s', (_, more, expected) => {
    const { conflicts } = takeOver(evidence(more), RULES);
    expect(conflicts.map(({ code, says }) => `${code}: ${says}`)).toEqual(expected);
  });
});
