import { within } from '../publish/escape.js';

/**
 * A message as far as a service takes it, cut behind a whole line, with how much is missing and where all of it stands.
 * @param most characters
 * @param more address of a page that says all of it; null where there is none
 */
export function cutTo(text: string, most: number, more: string | null): string {
  if (text.length <= most) return text;
  const lines = text.split('\n');
  const tail = (left: number): string =>
    `\n… cut here${left === 0 ? '' : `; lines left out: ${left}`}.${more === null ? '' : ` All of it: ${more}`}`;
  const room = most - tail(lines.length).length;
  let kept = '';
  let count = 0;
  for (const line of lines) {
    const next = count === 0 ? line : `${kept}\n${line}`;
    if (next.length > room) break;
    kept = next;
    count++;
  }
  if (count > 0) return `${kept.trimEnd()}${tail(lines.length - count)}`;
  // The first line alone is too long; its own dots take one character.
  return `${within(lines[0] ?? '', room - 1)}${tail(lines.length - 1)}`;
}
