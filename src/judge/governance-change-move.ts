import { loginKey, type PersonRecord } from '../people/index.js';
import type { Side } from './governance-change-side.js';

/** The last day of what has none. */
export const FOREVER = '9999-12-31';

/** What happens to some logins of one person. */
export interface Move {
  /** In lower case: those that are of the same person before, and of the same person after. */
  logins: string[];
  was: PersonRecord | null;
  is: PersonRecord | null;
}

/** What the files give on one day, without the change and with it. */
export interface Sides {
  before: Side;
  after: Side;
  /** Whether it is today that they say something of, and not a day to come. */
  isToday: boolean;
}

/** The person as a sentence names them: `Noor Haddad (noorhaddad)`. */
export function named({ logins, was, is }: Move): string {
  const shown = (is ?? was)?.logins.find((login) => logins.includes(loginKey(login))) ?? '';
  const name = is?.name ?? was?.name ?? null;
  return name === null ? shown : `${name} (${shown})`;
}

/** How it is without the change: so far, or on a day to come by the files as they stand. */
export const insteadOf = ({ isToday }: Sides): string => (isToday ? 'until now' : 'as the files stand,');

/** Until when, of a last day `YYYY-MM-DD`; null is without one. */
export const endInWords = (day: string | null): string => (day === null ? 'without a last day' : `to ${day}`);

/** Who holds something longer gains; null is without end. */
export const longer = (was: string | null, is: string | null): 'gains' | 'loses' =>
  (is ?? FOREVER) > (was ?? FOREVER) ? 'gains' : 'loses';
