/**
 * What a change brings of something: what is there after it and was not before, in its order. What was there twice before
 * may be there twice after.
 * @param keyOf by what two of them are the same
 */
export function brought<T>(before: readonly T[], after: readonly T[], keyOf: (each: T) => string): T[] {
  const known = new Map<string, number>();
  for (const each of before) known.set(keyOf(each), (known.get(keyOf(each)) ?? 0) + 1);
  return after.filter((each) => {
    const left = known.get(keyOf(each)) ?? 0;
    known.set(keyOf(each), left - 1);
    return left <= 0;
  });
}
