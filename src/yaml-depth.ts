/** How deep values of a YAML file may lie in each other; those of the rules lie seven deep, and no other file's deeper. */
export const DEEPEST = 32;

/**
 * Where brackets, or lists within lists on one line, lie deeper than in any file of ours: looked for before the parser, which would
 * run out of stack on them and could not say where. A bracket inside of a text counts too, and so many are none of ours.
 */
export function tooDeep(text: string): { line: number; column: number } | null {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const dashes = /^(?:\s*[-?:]\s){33}/.exec(line);
    if (dashes) return { line: index + 1, column: 1 };
    for (const { 0: bracket, index: column } of line.matchAll(/[[\]{}]/g)) {
      depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
      if (depth > DEEPEST) return { line: index + 1, column: column + 1 };
    }
  }
  return null;
}
