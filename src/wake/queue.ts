import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.js';

/** What a job says when it is done: the instant at which it wants to be woken again, or null. */
export type Job = () => Promise<{ due: string | null }>;

/** How long after the n-th failure in a row a job is tried again. */
const BACKOFF_SECONDS = [5, 30, 120, 600];

interface Slot {
  job: Job;
  running: boolean;
  /** Woken while it ran: it runs once more. */
  again: boolean;
  failures: number;
  cancel: (() => void) | null;
  /** Forgotten: what it asked for is not done any more. */
  dropped: boolean;
}

/**
 * One job for each subject: never two at once for the same one, any number of wake-ups while it runs make one more run,
 * a failing one is tried again later, and one that names a due instant is woken at it.
 */
export class WakeQueue {
  private readonly slots = new Map<string, Slot>();
  private readonly waiting: string[] = [];
  private readonly idlers: (() => void)[] = [];
  private running = 0;
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly onError: (key: string, error: unknown) => void,
    /** How many seconds an error asks to be waited at least, before the job is tried again. */
    private readonly waitFor: (error: unknown) => number = () => 0,
    /** How many different subjects are looked at side by side. */
    private readonly atOnce = 4,
  ) {}

  /** Asks for a run of the job. Returns at once. */
  wake(key: string, job: Job): void {
    if (this.stopped) return;
    const slot = this.slots.get(key) ?? {
      job,
      running: false,
      again: false,
      failures: 0,
      cancel: null,
      dropped: false,
    };
    slot.job = job;
    slot.dropped = false;
    slot.cancel?.();
    slot.cancel = null;
    this.slots.set(key, slot);
    if (slot.running) slot.again = true;
    else if (!this.waiting.includes(key)) this.waiting.push(key);
    this.pump();
  }

  /** Forgets jobs: none of them begins any more, and a timer of theirs is cancelled. What runs is left to end. */
  drop(isDropped: (key: string) => boolean): void {
    for (const [key, slot] of this.slots) {
      if (!isDropped(key)) continue;
      slot.cancel?.();
      slot.again = false;
      slot.dropped = true;
      if (!slot.running) this.slots.delete(key);
    }
    this.waiting.splice(0, this.waiting.length, ...this.waiting.filter((key) => !isDropped(key)));
  }

  /** Resolves once nothing runs and nothing waits to. Timers may still be set. */
  async idle(): Promise<void> {
    while (this.running > 0 || this.waiting.length > 0) {
      await new Promise<void>((resolve) => this.idlers.push(resolve));
    }
  }

  /** Whether a failed job waits to be tried again. */
  get hasRetries(): boolean {
    return [...this.slots.values()].some((slot) => slot.failures > 0);
  }

  /** Tries at once what waits to be tried again. */
  retry(): void {
    for (const [key, slot] of this.slots) if (slot.failures > 0) this.wake(key, slot.job);
  }

  /** Stops taking and starting jobs; those that run are left to end. */
  stop(): void {
    this.stopped = true;
    this.waiting.length = 0;
    for (const slot of this.slots.values()) slot.cancel?.();
  }

  private pump(): void {
    while (this.running < this.atOnce) {
      const key = this.waiting.shift();
      const slot = key === undefined ? undefined : this.slots.get(key);
      if (key === undefined || !slot) break;
      this.running += 1;
      slot.running = true;
      void this.run(key, slot);
    }
  }

  private async run(key: string, slot: Slot): Promise<void> {
    try {
      const { due } = await slot.job();
      slot.failures = 0;
      if (due !== null) this.at(Temporal.Instant.from(due), key, slot);
    } catch (error) {
      this.tell(key, error);
      const backoff = BACKOFF_SECONDS[Math.min(slot.failures, BACKOFF_SECONDS.length - 1)] ?? 0;
      const seconds = Math.max(backoff, this.waitFor(error));
      slot.failures += 1;
      this.at(this.clock.now().add({ seconds }), key, slot);
    }
    slot.running = false;
    this.running -= 1;
    if (slot.dropped) this.slots.delete(key);
    if (slot.again) {
      slot.again = false;
      this.wake(key, slot.job);
    }
    this.pump();
    if (this.running === 0 && this.waiting.length === 0) for (const idler of this.idlers.splice(0)) idler();
  }

  /** Tells of a failure; where even that fails, the job is tried again all the same. */
  private tell(key: string, error: unknown): void {
    try {
      this.onError(key, error);
    } catch {
      // There is nobody left to tell.
    }
  }

  private at(when: Temporal.Instant, key: string, slot: Slot): void {
    slot.cancel?.();
    if (this.stopped || slot.dropped) return;
    slot.cancel = this.clock.at(when, () => this.wake(key, slot.job));
  }
}
