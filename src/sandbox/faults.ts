import type { LoggedRequest } from './state/types.js';

/** What goes wrong. */
export type Fault =
  /** The server fails before anything happened. */
  | { kind: 'fails'; status: 500 | 502 | 503 | 504 }
  /** The line breaks before anything happened. */
  | { kind: 'hangs-up' }
  /** It happens, and then the server fails. */
  | { kind: 'fails-after'; status: 500 | 502 | 503 | 504 }
  /** It happens, and then the line breaks: the caller never knows. */
  | { kind: 'hangs-up-after' }
  /** Something else happens first, such as a look of another process; then the request is answered as it would be. */
  | { kind: 'meanwhile'; act: () => Promise<void> }
  /** The hour's budget is used up. */
  | { kind: 'primary-limit'; resetsInSeconds: number }
  /** Too much at once. */
  | { kind: 'secondary-limit'; retryAfterSeconds: number }
  /** Too much was written. */
  | { kind: 'content-limit'; retryAfterSeconds: number }
  /**
   * GraphQL alone: the answer has these errors beside the data, and null at their paths. Where `path` is missing the
   * whole data stays.
   */
  | { kind: 'partial-data'; errors: { message: string; type?: string; path?: (string | number)[] }[] };

/** Which requests a rule meets. All that are given must hold. */
export interface RequestPattern {
  kind?: 'rest' | 'graphql';
  method?: string;
  /** Tested against the path without `/api/v3` and query. */
  path?: RegExp;
  /** Tested against `GET /repos/…` or the GraphQL operation's name. */
  operation?: RegExp;
  /** Tested against the text of a GraphQL query. */
  query?: RegExp;
  /** Only requests that change something, or only those that do not. */
  writes?: boolean;
}

export interface FaultRule {
  /** Stands in the request log. The fault's kind where missing. */
  name?: string;
  on?: RequestPattern;
  /** The first of the matching requests that is met, from 1. */
  nth?: number;
  /** How many in a row are met; 1 where missing. */
  times?: number;
  fault: Fault;
}

/** The rules of what goes wrong, in a test's hand. Requests for tokens are met only by rules that name their path. */
export class Faults {
  #rules: { rule: FaultRule; seen: number; met: number }[] = [];

  add(rule: FaultRule): this {
    this.#rules.push({ rule, seen: 0, met: 0 });
    return this;
  }

  clear(): void {
    this.#rules = [];
  }

  /** Rules that have yet to be met: a test that armed one wants none left. */
  get pending(): FaultRule[] {
    return this.#rules.filter(({ rule, met }) => met < (rule.times ?? 1)).map(({ rule }) => rule);
  }

  /** The fault that this request meets, or null. Each rule counts the requests that match it. */
  take(request: LoggedRequest): { name: string; fault: Fault } | null {
    let found: FaultRule | null = null;
    for (const entry of this.#rules) {
      if (!matches(entry.rule.on ?? {}, request)) continue;
      entry.seen++;
      const first = entry.rule.nth ?? 1;
      const due = entry.seen >= first && entry.seen < first + (entry.rule.times ?? 1);
      if (!due || found !== null) continue;
      entry.met++;
      found = entry.rule;
    }
    return found && { name: found.name ?? found.fault.kind, fault: found.fault };
  }
}

function matches(on: RequestPattern, request: LoggedRequest): boolean {
  if (request.authentication && on.path === undefined) return false;
  if (on.kind !== undefined && on.kind !== request.kind) return false;
  if (on.method !== undefined && on.method !== request.method) return false;
  if (on.writes !== undefined && on.writes !== request.writes) return false;
  if (on.path !== undefined && !on.path.test(request.path)) return false;
  if (on.query !== undefined && !on.query.test(request.query ?? '')) return false;
  return on.operation?.test(request.operation) ?? true;
}
