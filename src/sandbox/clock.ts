import { Temporal } from 'temporal-polyfill';

import type { Clock } from '../clock.js';
import type { Instant } from './state/types.js';

/** How far to move; each part may be left out. */
export interface Distance {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

interface Timer {
  when: Temporal.Instant;
  ring: () => void;
}

/** GitHub's way to write an instant: UTC, whole seconds. */
export function toInstant(when: Temporal.Instant): Instant {
  return when.toString({ smallestUnit: 'second', roundingMode: 'floor' });
}

/**
 * Time in the test's hand: it stands still until somebody acts (a second for each action, so that no two things
 * happen at once) or moves it. It gives whole seconds only.
 */
export class SandboxClock implements Clock {
  #now: Temporal.Instant;
  readonly #timers = new Set<Timer>();
  readonly #watchers: ((now: Instant) => void)[] = [];
  /** Awaited after each timer that rang while the clock was moved, and after the move: until the bot is idle. */
  settle: () => Promise<void> = () => Promise.resolve();

  constructor(start: string) {
    this.#now = Temporal.Instant.from(start).round({ smallestUnit: 'second', roundingMode: 'floor' });
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** The next instant at which a timer rings, or null. */
  nextTimer(): Temporal.Instant | null {
    return this.#next()?.when ?? null;
  }

  at(when: Temporal.Instant, ring: () => void): () => void {
    const timer: Timer = { when, ring };
    this.#timers.add(timer);
    if (Temporal.Instant.compare(when, this.#now) <= 0) setImmediate(() => this.#ring(timer));
    return () => void this.#timers.delete(timer);
  }

  /** Tells of each move, timers not yet rung. */
  onMove(watcher: (now: Instant) => void): void {
    this.#watchers.push(watcher);
    watcher(toInstant(this.#now));
  }

  /** One second on, as each action does. What is due rings at once and is not waited for. */
  tick(): Instant {
    this.#moveTo(this.#now.add({ seconds: 1 }));
    for (let timer = this.#next(); timer !== null && this.#isDue(timer); timer = this.#next()) this.#ring(timer);
    return toInstant(this.#now);
  }

  /** Moves on, ringing timers in their order, each at its time, and waiting for the bot after each. */
  async advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Distance): Promise<void> {
    await this.advanceTo(this.#now.add({ hours: days * 24 + hours, minutes, seconds }));
  }

  /** The same up to an instant; one that is past moves nothing. */
  async advanceTo(goal: Temporal.Instant | string): Promise<void> {
    const end = Temporal.Instant.from(goal);
    for (let timer = this.#next(); timer !== null; timer = this.#next()) {
      if (Temporal.Instant.compare(timer.when, end) > 0) break;
      this.#moveTo(roundUp(timer.when));
      this.#ring(timer);
      await this.settle();
    }
    this.#moveTo(end);
    await this.settle();
  }

  #next(): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.#timers) {
      if (first === null || Temporal.Instant.compare(timer.when, first.when) < 0) first = timer;
    }
    return first;
  }

  #isDue(timer: Timer): boolean {
    return Temporal.Instant.compare(timer.when, this.#now) <= 0;
  }

  #ring(timer: Timer): void {
    if (this.#timers.delete(timer)) timer.ring();
  }

  #moveTo(goal: Temporal.Instant): void {
    if (Temporal.Instant.compare(goal, this.#now) <= 0) return;
    this.#now = goal;
    for (const watcher of this.#watchers) watcher(toInstant(goal));
  }
}

const roundUp = (when: Temporal.Instant): Temporal.Instant =>
  when.round({ smallestUnit: 'second', roundingMode: 'ceil' });
