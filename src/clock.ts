import { Temporal } from 'temporal-polyfill';

/**
 * The only source of the present for Convenor. A look reads it once, and that instant is then a fact like any other;
 * the wake queue sets its timers on it. The sandbox has a clock of its own that a test moves by hand.
 */
export interface Clock {
  /** The present instant. */
  now(): Temporal.Instant;
  /** Calls `ring` once at `when` (at once, on a later tick, if that is past); the returned function cancels it. */
  at(when: Temporal.Instant, ring: () => void): () => void;
}

/** setTimeout holds 2^31 - 1 ms (24.8 days) at most: a longer wait is cut and looked at again. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** The machine's clock. Its timers never keep the process alive by themselves. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  at(when, ring) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const rest = when.epochMilliseconds - Date.now();
      timer = rest > LONGEST_WAIT_MS ? setTimeout(wait, LONGEST_WAIT_MS) : setTimeout(ring, Math.max(0, rest));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
