/** What a list can be sorted by: the query's word to a text that compares. */
export type Sorted<T> = Readonly<Record<string, (item: T) => string>>;

/** The order that `sort` and `direction` ask for; the first of `sorts`, newest first, without them. */
export function compareBy<T>(
  query: URLSearchParams,
  sorts: Sorted<T>,
  direction: 'asc' | 'desc' = 'desc',
): (one: T, other: T) => number {
  const key = sorts[query.get('sort') ?? ''] ?? Object.values(sorts)[0] ?? (() => '');
  const sign = (query.get('direction') ?? direction) === 'asc' ? 1 : -1;
  return (one, other) => sign * (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
}

/** A number as a text that compares like it. */
export const sortable = (number: number): string => `${number}`.padStart(15, '0');
