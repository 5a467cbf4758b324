import type { Person } from '../types.js';

/** Between a person and where they work. */
export const AT = /(?<=\S)\s(?:at|from)\s(?=[A-Z])/;

/** `CTO at Initech` is a role and an affiliation. A role that is known already stays. */
export function setRole(person: Person, text: string): void {
  const at = AT.exec(text);
  person.role ??= at ? text.slice(0, at.index) : text;
  if (at) person.affiliation ??= text.slice(at.index + at[0].length);
}
