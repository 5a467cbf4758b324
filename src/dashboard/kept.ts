const BEGINS = 'yours: what stands between these two lines is kept';
const ENDS = '/yours';

/** A line that no reader sees, as a format has it. */
const COMMENT = {
  md: (says: string): string => `<!-- ${says} -->`,
  mdx: (says: string): string => `{/* ${says} */}`,
};

/**
 * A page with room for what people write by hand, and with what they have written there.
 * @param there the page as it stands now; null where there is none
 */
export function withKept(page: string, there: string | null, format: keyof typeof COMMENT): string {
  const comment = COMMENT[format];
  return `${page.trimEnd()}\n\n${comment(BEGINS)}\n${there === null ? '' : keptIn(there)}${comment(ENDS)}\n`;
}

/** What stands between the markers of either format, line for line; nothing where a marker is missing. */
function keptIn(there: string): string {
  for (const comment of Object.values(COMMENT)) {
    const begins = `${comment(BEGINS)}\n`;
    const from = there.indexOf(begins);
    const to = there.lastIndexOf(comment(ENDS));
    if (from !== -1 && to > from) return there.slice(from + begins.length, to);
  }
  return '';
}
