/** Names of one organisation: the one to show, and the others. */
export type Aliases = Record<string, string[]>;

/** What Convenor knows without a roster: names that the charters of MCP use side by side. */
export const KNOWN_ALIASES: Aliases = { Amazon: ['Amazon Web Services', 'AWS'] };

/** Stands where a person has no organisation: two such people share none. */
const INDEPENDENT = /^(?:independent|self|self[ -]employed|freelance(?:r)?|individual|unaffiliated)$/i;
/** Charters write roles beside the employer: `Nordstrom / MCP Maintainer`. */
const ROLE = /\b(?:maintainer|lead|facilitator|moderator|member)s?$/i;

/** The other names of an organisation joined to those that Convenor knows; the roster's own win. */
export function withKnownAliases(own: Aliases): Aliases {
  const claimed = new Set(Object.entries(own).flatMap(([name, others]) => [name, ...others].map(keyOf)));
  const known = Object.entries(KNOWN_ALIASES).filter(([name, others]) =>
    [name, ...others].every((each) => !claimed.has(keyOf(each))),
  );
  return { ...Object.fromEntries(known), ...own };
}

/**
 * The organisations that a text names, each by its canonical name: `AWS / MCP Maintainer` → `Amazon`. Roles are left
 * out. Empty where the text names none, which means unknown.
 */
export function organizationsIn(text: string | null, aliases: Aliases = KNOWN_ALIASES): string[] {
  const names = (text ?? '')
    .replace(/\bn\/a\b/gi, 'na')
    .split(/\s*(?:\/|;|\||,(?!\s*(?:inc|llc|ltd|gmbh|corp)\b))\s*/i)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^(?:tbd|tba|na|none|unknown)$/i.test(part) && !ROLE.test(part))
    .map((part) => (INDEPENDENT.test(part) ? 'Independent' : canonical(part, aliases)));
  return names.filter((name, index) => names.findIndex((other) => keyOf(other) === keyOf(name)) === index);
}

/** The canonical text of an affiliation: `Amazon`, `Ora / Other`; null where no organisation is named. */
export function canonicalOrganization(text: string | null, aliases: Aliases = KNOWN_ALIASES): string | null {
  const names = organizationsIn(text, aliases);
  return names.length > 0 ? names.join(' / ') : null;
}

/**
 * Whether two affiliations share an organisation. An unknown one is never equal nor different. Who belongs to several
 * shares with each of them. Two independent people share none.
 */
export function sameOrganization(
  a: string | null,
  b: string | null,
  aliases: Aliases = KNOWN_ALIASES,
): 'same' | 'different' | 'unknown' {
  const left = organizationsIn(a, aliases);
  const right = organizationsIn(b, aliases);
  if (left.length === 0 || right.length === 0) return 'unknown';
  const keysOf = (names: string[]): string[] => names.filter((name) => name !== 'Independent').map(keyOf);
  const keys = new Set(keysOf(left));
  return keysOf(right).some((key) => keys.has(key)) ? 'same' : 'different';
}

function canonical(name: string, aliases: Aliases): string {
  const key = keyOf(name);
  for (const [shown, others] of Object.entries(aliases)) {
    if ([shown, ...others].some((each) => keyOf(each) === key)) return shown;
  }
  return name;
}

/** Without case, punctuation, legal form and web ending: `TeamSpark.ai` is taken for `TeamSpark`, never for another. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s,]+(?:inc|llc|ltd|gmbh|corp|corporation|co|plc|ag|sa)\.?$/, '')
    .replace(/\.(?:ai|com|dev|io|org|net)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
