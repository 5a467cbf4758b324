/** The share of an hour's requests that is kept for deciding: what can wait leaves it alone. */
const KEPT = 0.2;

interface Reading {
  remaining: number;
  limit: number;
  /** When it is whole again, in milliseconds since 1970. */
  resetAt: number;
}

/**
 * What GitHub said of its hourly budgets with its last answers to one installation. Each resource (`core` for REST,
 * `graphql`) has its own. What was never asked is not known, and taken for enough.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export class Budget {
  private readonly readings = new Map<string, Reading>();

  /** Notes what an answer says. @param headers of any answer; those without the five headers tell nothing */
  note(headers: Readonly<Record<string, string | number | undefined>>): void {
    const resource = String(headers['x-ratelimit-resource'] ?? '');
    const [remaining, limit, reset] = ['remaining', 'limit', 'reset'].map((name) => {
      const value = headers[`x-ratelimit-${name}`];
      return value === undefined ? Number.NaN : Number(value);
    });
    if (resource === '' || remaining === undefined || limit === undefined || reset === undefined) return;
    if ([remaining, limit, reset].some((value) => !Number.isFinite(value))) return;
    this.readings.set(resource, { remaining, limit, resetAt: reset * 1000 });
  }

  /**
   * Until when what can wait is to wait, in milliseconds since 1970; null where there is enough for it.
   * @param now in milliseconds since 1970
   */
  lowUntil(now: number): number | null {
    const low = [...this.readings.values()].filter(
      ({ remaining, limit, resetAt }) => resetAt > now && remaining < limit * KEPT,
    );
    return low.length === 0 ? null : Math.max(...low.map(({ resetAt }) => resetAt));
  }
}
