/** GitHub's own rule, and the underscore that accounts managed by an enterprise have. */
const LOGIN = /^[a-z\d][a-z\d_-]{0,38}$/i;
const PROFILE = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([^/?#\s]+)\/?$/i;
const MENTION = /(?<![\w@./-])@([a-z\d][a-z\d_-]{0,38})(?![\w/])/gi;

/** The form in which logins compare: GitHub takes `Ann` and `ann` for one account. */
export const loginKey = (login: string): string => login.replace(/^@/, '').toLowerCase();

/** A login from what somebody wrote as one: `ann`, `@ann`, `https://github.com/ann`; null where it cannot be one. */
export function readLogin(text: string): string | null {
  const trimmed = text.trim();
  const login = PROFILE.exec(trimmed)?.[1] ?? trimmed.replace(/^@/, '');
  return LOGIN.test(login) ? login : null;
}

/** The login of a link to somebody's profile; null for any other link. */
export function profileLogin(url: string): string | null {
  const login = PROFILE.exec(url)?.[1];
  return login !== undefined && LOGIN.test(login) ? login : null;
}

/** Every `@login` in a text, in order, each once. */
export function mentions(text: string): string[] {
  return uniqueLogins([...text.matchAll(MENTION)].map((match) => match[1] ?? ''));
}

/** Each login once, as first written. */
export function uniqueLogins(logins: string[]): string[] {
  const seen = new Map<string, string>();
  for (const login of logins) if (!seen.has(loginKey(login))) seen.set(loginKey(login), login);
  return [...seen.values()];
}
