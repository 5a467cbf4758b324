import fc from 'fast-check';
import { elector, history, type History, type Name, type World } from './history.js';

/** Stories of chance: people who may do much, little or nothing say whatever can be said, at any distance of time. */

const SAYINGS = [
  '/sep adopt',
  '/sep sponsor',
  '/consensus start minor',
  '/consensus start significant',
  '/consensus start minor breaking',
  '/consensus start minor compatible',
  '/block one\nIt boils over.\nAlternative: a larger kettle.',
  '/block two\nIt whistles.\nCriterion: it is silent.',
  '/unblock one',
  '/unblock two',
  '/veto It touches sessions.',
  '/core accept',
  '/core accept',
  '/core reject',
  '/core abstain',
  '/sep status in-review',
  '/sep status draft it needs another round',
  '/sep status final',
  '/sep status withdrawn',
  '/sep adopt\n\n/consensus start minor',
  '/core reject\n/core accept',
  '/block broken',
  '/consensus strat minor',
  '/consensus extend until 2026-12-24',
  '/consensus cancel Not yet.',
  '/block delegate one @omar',
  '/block challenge',
  '/vote start routine compatible',
  '/vote start scope',
  '/vote request',
  '/vote yes',
  '/vote yes',
  '/vote no',
  '/vote abstain',
  '/vote recuse',
  '/vote close',
  '/vote cancel Not yet.',
  '/escalate Which?\nOptions: one; two.\nDisagreement: both.',
  '/escalate assign @sven',
  '/escalate answer Take one.',
  '/escalate answer core',
  '/core accept-with-changes\n- codes: Name them.',
  '/core accept alone It is urgent.',
  '/core record accept 3/1/0 https://example.org/notes',
  '/core confirm',
  '/condition met codes Done.',
  '/condition confirm codes',
  '/veto alone Never.',
  '/veto withdraw',
  '/recall It contradicts another.',
] as const;

const PEOPLE: readonly Name[] = [
  'ada',
  'kofi',
  'lena',
  'noor',
  'omar',
  'pia',
  'rosa',
  'sven',
  'tomoko',
  'uri',
  'zed',
  'ben',
];

/** What the invented repository is like. */
export const world = fc.record<World>({
  authority: fc.constantFrom('advise', 'veto-window', 'decide'),
  core: fc.constantFrom(
    [elector('rosa'), elector('sven'), elector('tomoko'), elector('uri')],
    [elector('rosa', [2]), elector('kofi'), elector('sven')],
    [elector('uri')],
  ),
  authors: fc.constantFrom(['ada'], ['ada', 'rosa'], []),
  participants: fc.constantFrom([], [elector('ben'), elector('mira')]),
  parties: fc.constantFrom([], [elector('noor', [], 'Amber')]),
});

const saying = fc.record({
  name: fc.constantFrom(...PEOPLE),
  body: fc.constantFrom(...SAYINGS),
  // Nothing at all, seconds and days: many things at one instant, and deadlines in between.
  wait: fc.constantFrom(0, 1, 3_600, 86_400, 2 * 86_400, 5 * 86_400),
});
/** Who said it most probably: a story that goes somewhere, with anything in between. */
const likely = fc.constantFrom<[Name, string]>(
  ['lena', '/sep adopt'],
  ['kofi', '/sep sponsor'],
  ['lena', '/consensus start minor'],
  ['kofi', '/sep status in-review'],
  ['rosa', '/core accept'],
  ['sven', '/core accept'],
  ['uri', '/core accept'],
  ['lena', '/vote start routine'],
  ['lena', '/vote yes'],
  ['noor', '/vote yes'],
  ['omar', '/vote no'],
  ['pia', '/vote yes'],
  ['ben', '/vote yes'],
);
/** Something that somebody says, and how many seconds after what was said before. */
export const said = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(likely, fc.constantFrom(0, 60, 86_400)).map(([[name, body], wait]) => ({ name, body, wait })),
  },
  { weight: 3, arbitrary: saying },
);
/** How a story begins. */
export const START = fc.constantFrom<{ name: Name; body: string; wait: number }[]>(
  [],
  [
    { name: 'lena', body: '/sep adopt', wait: 0 },
    { name: 'kofi', body: '/sep sponsor', wait: 0 },
    { name: 'lena', body: '/consensus start minor', wait: 0 },
  ],
  [
    { name: 'kofi', body: '/sep sponsor', wait: 0 },
    { name: 'kofi', body: '/sep status in-review', wait: 0 },
  ],
  [
    { name: 'lena', body: '/sep adopt', wait: 0 },
    { name: 'kofi', body: '/sep sponsor', wait: 0 },
    { name: 'lena', body: '/vote start routine', wait: 0 },
  ],
);
/** Any story at all. */
export const story = fc.record({
  world,
  said: fc.tuple(START, fc.array(said, { maxLength: 16 })).map((parts) => parts.flat()),
});
/** See {@link story}. */
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** A vote that passes and a decision of the core that accepts: told besides, so that no run is without either by chance. */
export const DECIDED: Story[] = (
  [
    [
      ['lena', '/sep adopt'],
      ['kofi', '/sep sponsor'],
      ['lena', '/vote start routine'],
      ['lena', '/vote yes'],
      ['noor', '/vote yes'],
      ['pia', '/vote yes'],
    ],
    [
      ['kofi', '/sep sponsor'],
      ['kofi', '/sep status in-review'],
      ['rosa', '/core accept'],
      ['sven', '/core accept'],
      ['tomoko', '/core accept'],
    ],
  ] satisfies [Name, string][][]
).map((words) => ({
  world: {
    authority: 'advise',
    core: [elector('rosa'), elector('sven'), elector('tomoko'), elector('uri')],
    authors: ['ada'],
  },
  said: words.map(([name, body]) => ({ name, body, wait: 3_600 })),
}));

/** Tells a story; with `look`, everything that follows is written down after each thing said. */
export function tell({ world: where, said: sayings }: Story, look: boolean): History {
  const told = history(where);
  for (const { name, body, wait } of sayings) {
    told.after({ seconds: wait });
    if (look) told.look();
    told.says(name, body).after({ minutes: -1 });
    if (look) told.look();
  }
  return told;
}
