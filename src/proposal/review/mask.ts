/** A line with its code spans blanked by spaces. A span opens and closes with runs of backticks of one length. */
export function withoutCode(text: string): string {
  if (!text.includes('`')) return text;
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
  // The next run of the same length, by one walk from the end.
  const closing = new Array<number | undefined>(runs.length);
  const last = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    const { length } = runs[index] ?? { length: 0 };
    closing[index] = last.get(length);
    last.set(length, index);
  }
  let shown = '';
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const [open, closeIndex] = [runs[index], closing[index]];
    const close = closeIndex === undefined ? undefined : runs[closeIndex];
    if (!open || !close || closeIndex === undefined) continue;
    const end = close.at + close.length;
    shown += text.slice(from, open.at) + ' '.repeat(end - open.at);
    from = end;
    index = closeIndex;
  }
  return shown + text.slice(from);
}
