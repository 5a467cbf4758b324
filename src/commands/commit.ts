/** The commit, or its first seven or more digits, that a word as `@0a1b2c3` names; null for any other word. */
export const commitIn = (word: string): string | null => /^@([0-9a-f]{7,40})$/i.exec(word)?.[1]?.toLowerCase() ?? null;
