import { parseCommands } from '../../commands/parse.js';
import type { LoggedRequest, WebhookDelivery } from '../state/types.js';

/** What GitHub was asked for one kind of event. */
export interface Cost {
  /** The kind of event, in words. */
  event: string;
  times: number;
  /** Fewest and most requests that one such event cost, and all of them together. */
  least: number;
  most: number;
  total: number;
}

/** What a GitHub was asked, and what it told. */
export interface Log {
  requests: readonly LoggedRequest[];
  deliveries: readonly WebhookDelivery[];
}

/** Requests later than this after what started them were started by something else. */
const AT_ONCE_MS = 60_000;
const OWN = "Convenor's own write, coming back";
const DEADLINE = 'A deadline that passes';
/** What begins by itself, by the name of its requests. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  Sweep: 'A sweep over everything open',
  Dashboard: 'The dashboard, brought up to date',
  Pages: 'The dashboard, brought up to date',
};

/** The requests of a chapter in one line: how many, and which. Tokens are any client's business and left out. */
export function requestsInWords(requests: readonly LoggedRequest[]): string {
  const names = requests.filter(({ authentication }) => !authentication).map(shortName);
  if (names.length === 0) return 'none';
  const runs = [...new Set(names)].map((name) => {
    const times = names.filter((one) => one === name).length;
    return times === 1 ? name : `${name} ×${times}`;
  });
  return `${names.length}: ${runs.join(', ')}`;
}

const shortName = ({ kind, method, path, operation }: LoggedRequest): string =>
  kind === 'graphql' ? operation : `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+\//, '')}`;

interface Happening {
  at: number;
  event: string;
  requests: number;
}

/**
 * What each kind of event cost. A request belongs to what began last before it: a person's webhook, a sweep or the
 * dashboard, as long as it came at once; anything else is the work of a deadline.
 */
export function costsOf(logs: readonly Log[]): Cost[] {
  return summed(logs.flatMap(happeningsIn));
}

function happeningsIn({ requests, deliveries }: Log): Happening[] {
  const webhooks = webhooksOf(deliveries);
  const byItself: Happening[] = [];
  const begins = (at: number, event: string): Happening => {
    const happening = { at, event, requests: 0 };
    byItself.push(happening);
    return happening;
  };
  for (const request of requests) {
    if (request.authentication) continue;
    const at = Date.parse(request.at);
    const fresh = (one: Happening | undefined): one is Happening => one !== undefined && at - one.at <= AT_ONCE_MS;
    const own = BY_ITSELF[request.operation];
    const last = byItself.at(-1);
    const event = webhooks.findLast((one) => one.event !== OWN && one.at <= at);
    const begun =
      own !== undefined
        ? fresh(last) && last.event === own && request.operation === 'Pages'
          ? last
          : begins(at, own)
        : fresh(event)
          ? event
          : fresh(last) && !last.event.startsWith('The dashboard')
            ? last
            : begins(at, DEADLINE);
    begun.requests++;
  }
  return [...webhooks, ...byItself];
}

/** What people did, as webhooks tell it: one happening for all webhooks of one act. */
function webhooksOf(deliveries: readonly WebhookDelivery[]): Happening[] {
  const found: Happening[] = [];
  for (const { event, action, createdAt, payload } of deliveries) {
    const at = Date.parse(createdAt);
    const { sender, comment } = JSON.parse(payload) as Payload;
    const name = sender?.type === 'Bot' ? OWN : eventInWords(event, action, comment?.body ?? '');
    if (name !== null && !found.some((one) => one.at === at && one.event === name)) {
      found.push({ at, event: name, requests: 0 });
    }
  }
  return found;
}

interface Payload {
  sender?: { type?: string };
  comment?: { body?: string };
}

function eventInWords(event: string, action: string | null, comment: string): string | null {
  switch (`${event}.${action ?? ''}`) {
    case 'pull_request.opened':
      return 'A pull request that is opened';
    case 'issues.opened':
      return 'An issue that is opened';
    case 'pull_request.synchronize':
      return 'A push';
    case 'issue_comment.created':
      return parseCommands(comment).length > 0 ? 'A comment with a command' : 'A comment without a command';
    case 'issue_comment.edited':
      return 'A comment that is edited';
    default:
      return null;
  }
}

function summed(happenings: readonly Happening[]): Cost[] {
  return [...new Set(happenings.map(({ event }) => event))].map((event) => {
    const counts = happenings.filter((one) => one.event === event).map(({ requests }) => requests);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { event, times: counts.length, least: Math.min(...counts), most: Math.max(...counts), total };
  });
}

/** "3", "2 to 4". */
export const each = ({ least, most }: Cost): string => (least === most ? `${most}` : `${least} to ${most}`);
