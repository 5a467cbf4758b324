import { refusal } from './errors.js';

/** Arguments that every connection takes. Their bounds are checked before the call runs (`limits.ts`). */
export interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/** What the items of a connection are known by and shown as. */
export interface Shape<Item> {
  /**
   * Identifies an item and never changes. Where keys rise or fall along the list, a cursor stays good even when its
   * item is gone.
   */
  key: (item: Item) => number | string;
  /** The source of the node. */
  node: (item: Item) => unknown;
  /** What else the edge has. */
  edge?: (item: Item) => Readonly<Record<string, unknown>>;
}

const PREFIX = 'cursor:v2:';

export const encodeCursor = (key: number | string): string =>
  Buffer.from(PREFIX + JSON.stringify(key)).toString('base64');

function decodeCursor(cursor: string): number | string {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  try {
    const key: unknown = JSON.parse(text.slice(PREFIX.length));
    if (text.startsWith(PREFIX) && (typeof key === 'number' || typeof key === 'string')) return key;
  } catch {
    // Refused below, like any other text that was never a cursor.
  }
  throw refusal('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
}

/** A page of a list, forwards or backwards, as Relay lays it down. `extra` are fields of the connection itself. */
export function connection<Item>(
  items: readonly Item[],
  args: PageArgs,
  shape: Shape<Item>,
  extra: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const keys = items.map(shape.key);
  const from = args.after == null ? 0 : place(keys, decodeCursor(args.after)).after;
  const to = args.before == null ? items.length : place(keys, decodeCursor(args.before)).before;
  const start = args.last == null ? from : Math.max(from, to - args.last);
  const end = Math.max(start, args.first == null ? to : Math.min(to, from + args.first));
  const page = items.slice(start, end);
  const cursors = page.map((item) => encodeCursor(shape.key(item)));
  return {
    totalCount: items.length,
    nodes: page.map(shape.node),
    edges: page.map((item, index) => ({ cursor: cursors[index], node: shape.node(item), ...shape.edge?.(item) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    ...extra,
  };
}

/** Where the list goes on behind a cursor, and where it ends before one. */
function place(keys: readonly (number | string)[], key: number | string): { before: number; after: number } {
  const index = keys.indexOf(key);
  if (index >= 0) return { before: index, after: index + 1 };
  const falling = keys.length > 1 && (keys[0] ?? key) > (keys[1] ?? key);
  const next = keys.findIndex((other) => (falling ? other < key : other > key));
  const gap = next < 0 ? keys.length : next;
  return { before: gap, after: gap };
}
