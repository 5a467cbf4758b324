const LONGEST = 60;

/**
 * What somebody wrote, as a short piece of code in a sentence of ours. Nothing in it is a link, a mention or formatting
 * any more: code ends at a backtick only, and none is left.
 */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}\``;
}
