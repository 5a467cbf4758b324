/** A login of GitHub: letters, digits and single hyphens between them, 39 characters at most. */
const LOGIN = /^@([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})$/i;

/** The logins in words such as `@ada, @bo`, each once and without the `@`; null where a word is none. */
export function loginsIn(words: readonly string[]): string[] | null {
  const logins = words
    .flatMap((word) => word.split(','))
    .filter((word) => word !== '')
    .map((word) => LOGIN.exec(word)?.[1] ?? null);
  const known = new Map(logins.map((login) => [login?.toLowerCase(), login]));
  return logins.includes(null) ? null : [...known.values()].flatMap((login) => login ?? []);
}
