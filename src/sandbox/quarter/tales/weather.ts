import { numbers, opens, says, steps, type Tale } from '../tale.js';

const GROUP = { track: 'Standards Track', group: 'Weather' } as const;

/** Nobody of the core objects: it is accepted, and merged before its file says so. */
const WIND_GUSTS: Tale = {
  slug: 'wind-gusts',
  author: 'zofianowak',
  text: {
    ...GROUP,
    title: 'Gusts beside the mean wind',
    abstract: 'A hut says how strong the strongest gust of the last hour was.',
    motivation: 'The mean wind throws nobody off a ridge.',
    specification: 'A reading of wind MUST hold the mean of ten minutes and the strongest gust of an hour.',
    rationale: 'A gust of the last ten minutes says too little of the next ones.',
  },
  steps: steps([
    ['2026-07-10 10:07', 'zofianowak', opens],
    ['2026-07-10 10:37', 'zofianowak', numbers],
    ['2026-07-13 08:07', 'uweschmid', says('/sep adopt')],
    ['2026-07-13 18:07', 'matsberg', says('/sep sponsor')],
    ['2026-07-14 08:07', 'uweschmid', says('/consensus start minor compatible')],
    ['2026-07-15 20:07', 'wanjirumuthoni', says('/concern Our sensors freeze above twenty metres a second.')],
    ['2026-08-03 09:07', 'ivanhorvat', { does: 'merges' }],
    ['2026-08-05 09:07', 'matsberg', { does: 'steps' }],
  ]),
};

/** One of the core objects within the window, the core rejects it, and its author closes it. */
const SNOW_DEPTH: Tale = {
  slug: 'snow-depth',
  author: 'yukitanaka',
  text: {
    ...GROUP,
    title: 'Snow is measured at the door',
    abstract: 'The depth of snow is what lies in front of the door.',
    motivation: 'Every hut measures somewhere else, so that no two depths compare.',
    specification: 'A hut MUST measure the depth of snow within five metres of its door.',
    rationale: 'A stake on the slope is buried in a hard winter.',
  },
  steps: steps([
    ['2026-07-13 10:08', 'yukitanaka', opens],
    ['2026-07-13 10:38', 'yukitanaka', numbers],
    ['2026-07-14 08:08', 'veratomic', says('/sep adopt')],
    ['2026-07-14 12:08', 'ivanhorvat', says('/sep sponsor')],
    ['2026-07-15 08:08', 'veratomic', says('/consensus start significant compatible')],
    ['2026-07-28 09:08', 'faroukaziz', says('/veto In front of a door people shovel.')],
    ['2026-07-29 09:08', 'faroukaziz', says('/core reject')],
    ['2026-07-30 09:08', 'carlafuchs', says('/core reject\nThe measure would be of the shovel.')],
    ['2026-07-31 09:08', 'astridholm', says('/core accept')],
    ['2026-08-03 10:08', 'benitorossi', says('/core reject')],
    ['2026-08-04 10:08', 'elenamarin', says('/core reject')],
    ['2026-08-06 10:08', 'yukitanaka', { does: 'closes' }],
  ]),
};

/** An objection that is taken back: the window begins anew, and passes. */
const THUNDER_WARNINGS: Tale = {
  slug: 'thunder-warnings',
  author: 'xaviroig',
  text: {
    ...GROUP,
    title: 'Thunder is a warning of its own',
    abstract: 'A hut that hears thunder says so to everybody on the way.',
    motivation: 'A warning of rain moves nobody off a ridge. Thunder does.',
    specification: 'A hut that hears thunder MUST send a warning within a minute.',
    rationale: 'A map of lightning needs a link that most huts do not have.',
  },
  steps: steps([
    ['2026-07-15 11:09', 'xaviroig', opens],
    ['2026-07-15 11:39', 'xaviroig', numbers],
    ['2026-07-16 08:09', 'uweschmid', says('/sep adopt')],
    ['2026-07-17 12:09', 'kwamebaah', says('/sep sponsor')],
    ['2026-07-20 08:09', 'uweschmid', says('/consensus start minor compatible')],
    ['2026-07-21 12:09', 'veratomic', says('I am on the glacier until then.\n\n/away until 2026-08-20')],
    ['2026-07-27 09:09', 'dmitripetrov', says('/veto Who hears it in a storm?')],
    ['2026-07-29 09:09', 'dmitripetrov', says('Uwe showed me the sensor.\n\n/veto withdraw')],
  ]),
};

/** Withdrawn, revived a month later, and at the end of the quarter before the group again. */
const OLD_BAROMETERS: Tale = {
  slug: 'old-barometers',
  author: 'igorvolkov',
  text: {
    ...GROUP,
    title: 'Barometers that are read by eye',
    abstract: 'A hut without a sensor writes down what the barometer on its wall says.',
    motivation: 'Half of the huts have an old barometer and no sensor.',
    specification: 'A reading MAY say that it was read by eye. Such a reading MUST name its hour.',
    rationale: 'Leaving these readings out leaves out the best places.',
  },
  steps: steps([
    ['2026-07-16 10:10', 'igorvolkov', opens],
    ['2026-07-16 10:40', 'igorvolkov', numbers],
    ['2026-07-17 08:10', 'uweschmid', says('/sep adopt')],
    ['2026-07-20 12:10', 'lucianeri', says('/sep sponsor')],
    ['2026-07-24 12:10', 'igorvolkov', says('/sep withdraw The one who read it has retired.')],
    ['2026-08-24 09:10', 'igorvolkov', says('Somebody else reads it now.\n\n/sep revive')],
    ['2026-08-25 08:10', 'lucianeri', says('Good. I go on with it.')],
    ['2026-09-22 08:10', 'veratomic', says('/consensus start significant compatible')],
    ['2026-09-28 18:10', 'wanjirumuthoni', says('/block hours\nAn hour is too coarse.\nAlternative: name the minute.')],
  ]),
};

/** One lead is away, the other is asked, reminded, closes it; its author appeals, and the core opens it again. */
const HUT_RADIO: Tale = {
  slug: 'hut-radio',
  author: 'gilroche',
  text: {
    ...GROUP,
    title: 'Readings over the mountain rescue radio',
    abstract: 'Readings go out every hour on the channel of the mountain rescue.',
    motivation: 'Below the ridge there is no other link.',
    specification: 'A hut MAY send its readings by radio. It MUST NOT do so while somebody speaks.',
    rationale: 'A channel of its own has to be paid for.',
  },
  steps: steps([
    ['2026-07-22 10:11', 'gilroche', opens],
    ['2026-07-22 10:41', 'gilroche', numbers],
    ['2026-08-06 12:11', 'uweschmid', says('/sep close The channel is not ours to give away.')],
    [
      '2026-08-10 12:11',
      'gilroche',
      says('/sep appeal The rescuers asked for it themselves; their letter is attached.'),
    ],
    ['2026-08-13 12:11', 'elenamarin', says('/sep revive')],
  ]),
};

/** What came to the group whose word stands unless the core objects. */
export const WEATHER: readonly Tale[] = [WIND_GUSTS, SNOW_DEPTH, THUNDER_WARNINGS, OLD_BAROMETERS, HUT_RADIO];
