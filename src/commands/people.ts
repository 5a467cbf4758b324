/** The login in `@login`; null for what is no mention of a person. GitHub's logins have 39 characters at most. */
export const loginIn = (word: string): string | null =>
  /^@([a-z\d](?:-?[a-z\d]){0,38})$/i.exec(word.replace(/[,;:.]+$/, ''))?.[1] ?? null;
