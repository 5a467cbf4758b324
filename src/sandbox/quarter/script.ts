import type { Step, Tale } from './tale.js';
import { ALONE } from './tales/alone.js';
import { BOOKINGS } from './tales/bookings.js';
import { TRAILS } from './tales/trails.js';
import { WEATHER } from './tales/weather.js';

/** The twenty proposals. */
export const TALES: readonly Tale[] = [...BOOKINGS, ...WEATHER, ...TRAILS, ...ALONE];

/** Instants of the story, in UTC. The quarter is what is told; what comes before it lets time have passed. */
export const WHEN = {
  /** Convenor is installed. Two proposals are older. */
  installed: '2026-03-02T09:00:00Z',
  begins: '2026-07-01T00:00:00Z',
  ends: '2026-10-01T00:00:00Z',
} as const;

/** Something that happens, and to which proposal. */
export interface Event {
  tale: Tale;
  step: Step;
  /** ISO 8601, UTC. */
  at: string;
}

const instantOf = (at: string): string => `${at.replace(' ', 'T')}:00Z`;

/** Everything that people do, in the order in which they do it. */
export const SCRIPT: readonly Event[] = TALES.flatMap((tale) =>
  tale.steps.map((step): Event => ({ tale, step, at: instantOf(step.at) })),
).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
