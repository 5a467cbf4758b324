/**
 * Arguments that remember which of them were read, down into input objects. A filter or an order that a resolver does
 * not know would otherwise be ignored, and the answer be wrong without a word.
 */
export function watch<T extends object>(given: T): { args: T; unread: () => string[] } {
  const read = new Set<PropertyKey>();
  const inner = new Map<PropertyKey, ReturnType<typeof watch>>();
  const args = new Proxy(given, {
    get(target, key) {
      read.add(key);
      const value = Reflect.get(target, key) as unknown;
      if (!isInput(value)) return value;
      const watched = inner.get(key) ?? watch(value);
      inner.set(key, watched);
      return watched.args;
    },
  });
  const unread = (): string[] =>
    Object.entries(given).flatMap(([name, value]) => {
      if (read.has(name)) return (inner.get(name)?.unread() ?? []).map((below) => `${name}.${below}`);
      return isSet(value) ? [name] : [];
    });
  return { args, unread };
}

/** Reads an argument that makes no difference in the sandbox; the caller says why. */
export const noDifference = (value: unknown): unknown => value;

const isInput = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `false` is what flags are by default, and asks for nothing. */
const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== false;
