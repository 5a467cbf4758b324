import type { Clock } from '../clock.js';
import type { RepositoryRef } from '../facts/facts.js';

/** When the dashboard of each repository is made: a while after a change, and once a day. */
export class Dashboards<Place extends RepositoryRef> {
  /** The day on which each was last made for the day's sake. */
  private readonly days = new Map<string, string>();
  /** What cancels the timer of those that wait to be made. */
  private readonly waiting = new Map<string, () => void>();

  constructor(
    private readonly clock: Clock,
    /** How long one waits after a change, so that many changes make one commit. */
    private readonly seconds: number,
    private readonly make: (place: Place) => void,
  ) {}

  /** Makes it once a day, also where nothing changed: terms end by themselves. */
  today(place: Place): void {
    const key = keyOf(place);
    const today = this.clock.now().toString().slice(0, 10);
    if (this.days.get(key) === today) return;
    this.days.set(key, today);
    this.soon(place);
  }

  /** Makes it a while after a change; further changes in the meantime go into the same commit. */
  soon(place: Place): void {
    const key = keyOf(place);
    if (this.waiting.has(key)) return;
    const cancel = this.clock.at(this.clock.now().add({ seconds: this.seconds }), () => {
      this.waiting.delete(key);
      this.make(place);
    });
    this.waiting.set(key, cancel);
  }

  /** Makes it no more. @param fullName `owner/name` */
  forget(fullName: string): void {
    const key = fullName.toLowerCase();
    this.waiting.get(key)?.();
    this.waiting.delete(key);
    this.days.delete(key);
  }
}

const keyOf = ({ owner, name }: RepositoryRef): string => `${owner}/${name}`.toLowerCase();
