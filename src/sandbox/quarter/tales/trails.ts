import { numbers, opens, says, steps, type Tale } from '../tale.js';

const GROUP = { track: 'Standards Track', group: 'Trails' } as const;

/** Recommended by the group, changed and confirmed while the core votes, accepted, final. */
const TRAIL_COLOURS: Tale = {
  slug: 'trail-colours',
  author: 'beatrizluz',
  text: {
    ...GROUP,
    title: 'Colours of marks have names',
    abstract: 'A way is called by the colour of its marks, from a list of eight.',
    motivation: 'Follow the orange marks, says one hut, and the next one calls them red.',
    specification: 'A way MUST name its colour from the list: red, yellow, blue, green, white, black, orange, violet.',
    rationale: 'Numbers of colours are exact, and nobody says them aloud.',
  },
  steps: steps([
    ['2026-07-03 10:12', 'beatrizluz', opens],
    ['2026-07-03 10:42', 'beatrizluz', numbers],
    ['2026-07-03 17:12', 'andersfoss', says('/sep adopt')],
    ['2026-07-06 12:12', 'matsberg', says('/sep sponsor')],
    ['2026-07-07 08:12', 'andersfoss', says('/consensus start significant')],
    ['2026-07-09 09:12', 'beatrizluz', { does: 'accepts' }],
    ['2026-07-20 09:12', 'carlafuchs', says('/core accept')],
    ['2026-07-21 09:12', 'beatrizluz', { does: 'rewrites', from: 'orange, violet', to: 'orange, violet and brown' }],
    ['2026-07-22 15:12', 'elenamarin', says('/core accept')],
    ['2026-07-23 09:12', 'gretaweiss', says('Brown is what I had missed.\n\n/sep confirm')],
    ['2026-07-24 09:12', 'faroukaziz', says('/core accept')],
    ['2026-07-24 15:12', 'gretaweiss', says('/core accept')],
    ['2026-08-20 09:12', 'matsberg', says('/sep status final\nNo observable behaviour: a name is a name.')],
  ]),
};

/** Too few of the core speak; the sponsor takes it back, is away, and is reminded when they are here again. */
const BRIDGE_CLOSURES: Tale = {
  slug: 'bridge-closures',
  author: 'eamonkelly',
  text: {
    ...GROUP,
    title: 'Closures of bridges end by themselves',
    abstract: 'Who closes a bridge says until when.',
    motivation: 'A bridge that was closed for a flood in May is still closed in August, on paper.',
    specification: 'A closure MUST say when it ends. Nobody has to take it back.',
    rationale: 'Asking wardens to open what they closed was tried for three years.',
  },
  steps: steps([
    ['2026-07-20 10:13', 'eamonkelly', opens],
    ['2026-07-20 10:43', 'eamonkelly', numbers],
    ['2026-07-20 17:13', 'andersfoss', says('/sep adopt')],
    ['2026-07-21 08:43', 'juliablanc', says('/sep sponsor')],
    ['2026-07-22 08:13', 'andersfoss', says('/consensus start minor')],
    ['2026-07-29 10:13', 'benitorossi', says('/core accept')],
    ['2026-08-05 10:13', 'carlafuchs', says('/core accept')],
    ['2026-08-12 10:13', 'juliablanc', says('/sep status draft\nThe core wants to see it with the ferries.')],
    ['2026-08-20 18:13', 'juliablanc', says('/away until 2026-09-15')],
    ['2026-08-28 12:13', 'eamonkelly', says('The ferries are there now: #{lake-ferries}. Shall we go on?')],
  ]),
};

/** Another one takes its place while it is open. */
const FERRY_TIMES: Tale = {
  slug: 'ferry-times',
  author: 'doratheo',
  text: {
    ...GROUP,
    title: 'Times of the last ferry',
    abstract: 'A hut by a lake says when the last ferry leaves.',
    motivation: 'Who misses it walks eleven miles around the lake.',
    specification: 'A hut by a lake MUST say when the last ferry leaves.',
    rationale: 'A table of all ferries is for others to keep.',
  },
  steps: steps([
    ['2026-07-21 10:14', 'doratheo', opens],
    ['2026-07-21 10:44', 'doratheo', numbers],
    ['2026-07-21 17:14', 'andersfoss', says('/sep adopt')],
    ['2026-07-23 12:14', 'hanakim', says('/sep sponsor')],
    ['2026-08-17 09:14', 'astridholm', says('/sep supersede by {lake-ferries}')],
  ]),
};

/** Takes the place of another one, has a companion, and a sponsor who is reminded of an answer. */
const LAKE_FERRIES: Tale = {
  slug: 'lake-ferries',
  author: 'cemaydin',
  text: {
    ...GROUP,
    title: 'Ferries are ways',
    abstract: 'A ferry is a way like any other, with hours at which it is open.',
    motivation: 'Plans over a lake are made of two halves that know nothing of each other.',
    specification: 'A way MAY be a ferry. A ferry MUST say at which hours it leaves, and from which side.',
    rationale: 'The last hour alone helps nobody who comes early.',
  },
  steps: steps([
    ['2026-08-10 10:15', 'cemaydin', opens],
    ['2026-08-10 10:45', 'cemaydin', numbers],
    ['2026-08-10 17:15', 'andersfoss', says('/sep adopt')],
    ['2026-08-11 12:15', 'hanakim', says('/sep sponsor')],
    ['2026-08-13 09:15', 'leonardopinto', { does: 'carries', path: 'schema/ferry.json', text: '{ "hours": [] }\n' }],
    ['2026-08-20 10:15', 'cemaydin', { does: 'rewrites', from: 'from which side', to: 'from which shore' }],
    ['2026-09-04 10:15', 'hanakim', says('I have read it again: shore is the word. Ready for the group.')],
  ]),
};

/** What came to the group that advises. */
export const TRAILS: readonly Tale[] = [TRAIL_COLOURS, BRIDGE_CLOSURES, FERRY_TIMES, LAKE_FERRIES];
