import { loginKey } from '../people/index.js';
import type { PersonGiven } from './schema/index.js';

/** The logins of a person whom a story calls by a name. */
export const loginsOf = (name: string, { logins }: PersonGiven): readonly string[] => logins ?? [name];

/** Everybody of a story, by the name that it gives them and by each of their logins. */
export class Cast {
  private readonly names = new Map<string, string>();
  private readonly logins = new Map<string, string>();

  /** @param all the people as every part of the story gives them, the first part first */
  constructor(all: readonly Readonly<Record<string, PersonGiven>>[]) {
    for (const people of all) {
      for (const [name, person] of Object.entries(people)) {
        const [first = name] = loginsOf(name, person);
        if (!this.logins.has(name)) this.logins.set(name, first);
        for (const login of [...loginsOf(name, person), name]) {
          if (!this.names.has(loginKey(login))) this.names.set(loginKey(login), name);
        }
      }
    }
  }

  /** Names and logins, for near matches. */
  get all(): string[] {
    return [...new Set([...this.logins.keys(), ...this.names.keys()])];
  }

  /** Whether somebody has this name or login. */
  has(name: string): boolean {
    return this.names.has(loginKey(name));
  }

  /** What the story calls the person with this login; the login itself for somebody who is not in it. */
  nameOf(login: string): string {
    return this.names.get(loginKey(login)) ?? login;
  }

  /** The account that somebody acts from: the login that was given, or the first of who was called by their name. */
  loginOf(name: string): string {
    return this.logins.get(name) ?? name;
  }
}
