import type { CharterFacts } from '../charter.js';

/** A Working Group of the invented specification; its people are in `people.ts`. */
export interface GroupFacts extends Omit<CharterFacts, 'project' | 'leads' | 'members'> {
  slug: string;
  /** What the rules grant it; null where they grant nothing, so that it advises. */
  authority: 'veto-window' | 'decide' | null;
}

/** Three groups, one of each authority. */
export const GROUPS: readonly GroupFacts[] = [
  {
    slug: 'bookings',
    title: 'Bookings',
    authority: 'decide',
    mission: 'Lets a walker know before the climb whether there is a bed.',
    inScope: ['**Beds**: counting, holding and giving back', '**Meals**: what is eaten, and until when it is ordered'],
    outOfScope: ['What a night costs'],
    channel: 'bookings-wg',
    items: ['One request for a whole party'],
  },
  {
    slug: 'weather',
    title: 'Weather',
    authority: 'veto-window',
    mission: 'Brings what a hut measures to those who are about to set out.',
    inScope: ['**Readings**: wind, snow and water', '**Warnings**: when a reading becomes one'],
    outOfScope: ['Forecasts, which are made elsewhere'],
    channel: 'weather-wg',
    items: ['A table of sensors'],
  },
  {
    slug: 'trails',
    title: 'Trails',
    authority: null,
    mission: 'Says which ways are open, and how they are marked.',
    inScope: ['**Ways**: paths, bridges and ferries', '**Marks**: colours and signs'],
    outOfScope: ['Maps'],
    channel: 'trails-wg',
    items: ['Closures that end by themselves'],
  },
];
