import { reasoned, type Reading } from './command.js';

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

/** A reader for commands that name one person first and give a reason, on their own line or below: args `[login, reason]`. */
export const personAndReason =
  (usage: string) =>
  ([first = '', ...words]: readonly string[], text: string): Reading => {
    const [login] = loginsIn([first]) ?? [];
    if (login === undefined) return { ok: false, problem: `needs whom, as \`@login\`. Write \`${usage}\`.` };
    const read = reasoned(usage)(words, text);
    return read.ok ? { ok: true, args: [login, ...read.args] } : read;
  };
