/** What a heading says as a SEP's own: `# SEP-12: Title`. */
export interface SepHeading {
  /** Whether it begins as one, with or without a number. */
  readonly isSep: boolean;
  /** Null where it has none, a zero or a placeholder such as `NNNN`. */
  readonly number: number | null;
  /** The rest, with its Markdown; null where nothing is left. */
  readonly title: string | null;
  /** Where the number or its placeholder stands in the text; null where there is none. */
  readonly numberAt: { readonly start: number; readonly end: number } | null;
}

/** `SEP-12: T`, `SEP 12: T`, `SEP: T`, `SEP-DRAFT: T`, `[SEP-NNNN] T`, `SEP-{NUMBER}: T`, `SEP #12 — T`. */
const WITH_NUMBER = /^\[?\s*SEP(?:\s*[-–—_#:]\s*#?|\s+#?)(\{?\w{1,12}\}?|\?{1,8})\s*\]?\s*(?::|[-–—]\s|$)\s*/i;
const BRACKETED = /^\[\s*SEP[-\s#]*(\{?\w{1,12}\}?|\?{1,8})\s*\](?:\([^)\s]{0,300}\))?\s*[:–—-]?\s*/i;
/** `SEP12: T`, `SEP-12 T`, `SEP-12. T`, `SEP (NNNN): T`, `[SEP-12](link): T`. */
const LOOSE = /^\[?SEP[-\s#]*\(?(\d{1,9}|draft|tbd|[nx]{2,8})\)?(?:\]\([^)\s]{0,300}\))?(?:\s*[:.–—-]\s*|\s+)(?=\S)/i;
const WITHOUT_NUMBER =
  /^(?:SEP|SEP proposal|(?:spec|specification) enhancement proposal(?: \(SEP\))?)\s*(?::|[–—]|\s-\s)\s*/i;
const PLACEHOLDER = /^(?:0+|[nx]+|\?+|draft|tbd|tba|todo|new|pending|number|num|unassigned|placeholder)$/i;

export function sepHeading(text: string): SepHeading {
  const heading = text.slice(0, 1000);
  for (const pattern of [WITH_NUMBER, BRACKETED, LOOSE]) {
    const match = pattern.exec(heading);
    const written = match?.[1];
    if (!match || written === undefined) continue;
    const word = written.replace(/[{}]/g, '');
    if (!/^\d{1,9}$/.test(word) && !PLACEHOLDER.test(word)) continue;
    const start = match[0].indexOf(written, match[0].search(/SEP/i) + 3);
    const number = /^\d+$/.test(word) && Number(word) > 0 ? Number(word) : null;
    return {
      isSep: true,
      number,
      title: rest(text, match[0].length),
      numberAt: { start, end: start + written.length },
    };
  }
  const wrapped = /^\*\*(.+)\*\*$/.exec(text);
  if (wrapped?.[1] !== undefined && !wrapped[1].includes('**')) {
    const inner = sepHeading(wrapped[1]);
    const shifted = inner.numberAt && { start: inner.numberAt.start + 2, end: inner.numberAt.end + 2 };
    if (inner.isSep) return { ...inner, numberAt: shifted };
  }
  const bare = WITHOUT_NUMBER.exec(heading);
  if (bare) return { isSep: true, number: null, title: rest(text, bare[0].length), numberAt: null };
  return { isSep: false, number: null, title: rest(text, 0), numberAt: null };
}

function rest(text: string, from: number): string | null {
  const title = text.slice(from).trim();
  return title === '' ? null : title;
}
