import { styleText } from 'node:util';
import type { Io } from './io.js';

/** How a piece of text is meant; without colour all look the same, so no meaning may hang on it alone. */
export type Tone = 'error' | 'warning' | 'info' | 'strong' | 'quiet';

const STYLES = { error: 'red', warning: 'yellow', info: 'cyan', strong: 'bold', quiet: 'dim' } as const;

/** Colours a text for where it goes. */
export type Paint = (tone: Tone, text: string) => string;

/** Colour only where a person reads on a terminal that shows it, and does not forbid it (https://no-color.org). */
export function painter(io: Io): Paint {
  const { NO_COLOR = '', TERM } = io.env;
  if (!io.stdout.isTTY || NO_COLOR !== '' || TERM === 'dumb') return (_, text) => text;
  // Node would ask its own stdout once more, which a test has replaced.
  return (tone, text) => styleText(STYLES[tone], text, { validateStream: false });
}

/**
 * Text from a file on one line of a terminal: control characters, with which a file could move the cursor or rename the
 * window, and marks that turn the direction of text are shown as `\x1b`, `\u202e`; line breaks become spaces.
 */
export const clean = (text: string): string =>
  text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
    });

/** "1 error", "2 errors". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
