const BEGINS = '<!-- yours: what stands between these two lines is kept -->';
const ENDS = '<!-- /yours -->';

/**
 * A page with room for what people write by hand, and with what they have written there.
 * @param there the page as it stands now; null where there is none
 */
export function withKept(page: string, there: string | null): string {
  return `${page.trimEnd()}\n\n${BEGINS}\n${there === null ? '' : keptIn(there)}${ENDS}\n`;
}

/** What stands between the markers, line for line; nothing where a marker is missing. */
function keptIn(there: string): string {
  const from = there.indexOf(`${BEGINS}\n`);
  const to = there.lastIndexOf(ENDS);
  return from === -1 || to === -1 ? '' : there.slice(from + BEGINS.length + 1, to);
}
