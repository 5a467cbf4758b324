import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.js';
import { secondsToWait } from '../github/limits.js';
import { refusal } from '../github/refused.js';
import { NotTold } from '../telling/tell.js';

/** How Convenor tells its operator what went wrong. */
export interface Log {
  error(details: object, message: string): void;
  info(details: object, message: string): void;
}

/** What GitHub refuses until somebody acts is tried again, and told of again, once in this time. */
const REFUSED = Temporal.Duration.from({ hours: 1 });

/** What becomes of a failed job: what the operator reads of it, and how long it has to wait at least. */
export class Failures {
  /** When a refusal of each job was last told of. */
  private readonly told = new Map<string, Temporal.Instant>();

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Tells the operator. A refusal is one sentence with what to do, however many hints wake the job within the hour. */
  tell(key: string, error: unknown): void {
    if (error instanceof NotTold) {
      this.log.error({ key, outcome: error.outcome }, `${error.message} It is tried again.`);
      return;
    }
    const refused = refusal(error);
    if (!refused) {
      this.log.error({ err: error, key }, `A look failed: ${String(error)}`);
      return;
    }
    const now = this.clock.now();
    for (const [other, at] of this.told) {
      if (Temporal.Instant.compare(at.add(REFUSED), now) <= 0) this.told.delete(other);
    }
    if (this.told.has(key)) return;
    this.told.set(key, now);
    this.log.error({ key, code: refused.code }, `${key}: ${refused.message} ${refused.next}`);
  }

  /** How many seconds a job that failed so is left alone at least, whatever its own waits are. */
  secondsToWait(error: unknown): number {
    if (error instanceof NotTold) return error.seconds;
    if (refusal(error)) return REFUSED.total('seconds');
    return secondsToWait(error, this.clock.now().epochMilliseconds);
  }
}
