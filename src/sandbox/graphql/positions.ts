import type { DiffSide } from '../state/types.js';

/**
 * The line that a position of a patch stands for, or null beyond its end. Positions count all lines below the first
 * `@@`, later `@@` lines included; a removed line is on the left. GraphQL's older inputs name places so.
 */
export function lineAt(patch: string, position: number): { line: number; side: DiffSide } | null {
  let [left, right] = [0, 0];
  for (const [index, text] of patch.split('\n').entries()) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(text);
    if (header) {
      [left, right] = [Number(header[1]), Number(header[2])];
      if (index === position) return null;
      continue;
    }
    const removed = text.startsWith('-');
    if (index === position) return removed ? { line: left, side: 'LEFT' } : { line: right, side: 'RIGHT' };
    if (!text.startsWith('+') && !text.startsWith('\\')) left++;
    if (!removed && !text.startsWith('\\')) right++;
  }
  return null;
}
