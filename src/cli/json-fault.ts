/** The first place at which a text is no JSON. */
export interface Fault {
  /** From 0, in UTF-16 units. */
  offset: number;
  /** Half a sentence that ends in a full stop. */
  message: string;
}

const SPACE = /[ \t\r\n]*/y;
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
/** Nobody nests a list of anything deeper. */
const DEEPEST = 100;

/** Where a text begins to be no JSON (RFC 8259); null where all of it is. The messages of JSON.parse name no place. */
export function firstFault(text: string): Fault | null {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  const missing = (what: string): Fault => ({
    offset: at,
    message: at >= text.length ? `the file ends here, and ${what} is missing.` : `${what} is missing here.`,
  });
  const eat = (character: string): boolean => {
    if (text[at] !== character) return false;
    at++;
    skip(SPACE);
    return true;
  };
  /** The items up to the closing bracket. */
  const items = (end: ']' | '}', one: () => Fault | null): Fault | null => {
    if (eat(end)) return null;
    for (;;) {
      const fault = one();
      if (fault) return fault;
      if (eat(end)) return null;
      if (!eat(',')) return missing(`a comma or "${end}"`);
    }
  };
  const value = (depth: number): Fault | null => {
    if (depth > DEEPEST) return { offset: at, message: 'this is nested too deep.' };
    if (eat('[')) return items(']', () => value(depth + 1));
    if (eat('{')) return items('}', () => entry(depth));
    if (!skip(TEXT) && !skip(WORD))
      return missing(text[at] === '"' ? 'the end of this text, or a stroke in it,' : 'a value');
    skip(SPACE);
    return null;
  };
  const entry = (depth: number): Fault | null => {
    if (!skip(TEXT)) return missing('a key in quotation marks');
    skip(SPACE);
    return eat(':') ? value(depth + 1) : missing('a colon');
  };
  skip(SPACE);
  const fault = value(0);
  if (fault) return fault;
  return at < text.length ? { offset: at, message: 'the value is over, and something stands behind it.' } : null;
}
