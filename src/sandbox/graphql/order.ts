/** An `orderBy` argument. */
export interface Order {
  field: string;
  direction: 'ASC' | 'DESC';
}

/** Sorts by one of these fields; unsorted where no order is asked for. Equal items keep their order. */
export function sorted<Item>(
  items: readonly Item[],
  order: Order | null | undefined,
  by: Readonly<Record<string, (item: Item) => number | string>>,
): Item[] {
  if (!order) return [...items];
  const key = by[order.field];
  if (!key) throw new Error(`The sandbox does not sort by ${order.field}`);
  const sign = order.direction === 'DESC' ? -1 : 1;
  return items.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one === other ? 0 : one < other ? -sign : sign;
  });
}
