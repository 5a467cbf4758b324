import { nearest } from '../../../near.js';
import { everybody } from '../people.js';
import { inField, mendLine } from '../places.js';
import type { Check, Report } from '../types.js';

export const unknownHandle: Check = {
  code: 'people/unknown-handle',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants:
    'A login that the roster does not know, and that is one slip away from one that it knows, is meant as it stands.',
  why: 'Another person would be asked, and the right one would never hear of it.',
  good: '- **Sponsor**: @grace-example',
  bad: '- **Sponsor**: @grace-exmaple',
  mends: true,
  check({ proposal, context: { knownLogins }, body }) {
    if (!knownLogins || knownLogins.length === 0) return [];
    const known = new Map(knownLogins.map((login) => [login.toLowerCase(), login]));
    // Somebody named in full beside the near login is not a slip for that person.
    const named = new Set(everybody(proposal).map(({ login }) => login.toLowerCase()));
    return everybody(proposal).flatMap(({ login, field }): Report[] => {
      // Of short logins many are near each other by chance.
      if (known.has(login.toLowerCase()) || login.length < 5) return [];
      const near = nearest(login.toLowerCase(), known.keys());
      const meant = near === null || named.has(near) ? undefined : known.get(near);
      if (meant === undefined) return [];
      const place = inField(field, login);
      return [
        {
          ...place,
          message: `The roster does not know "@${login}"; is "@${meant}" meant?`,
          help: `If so, write "@${meant}". If not, nothing is wrong.`,
          ...mendLine(body, place.line, (line) => line.replaceAll(new RegExp(`@${login}(?![\\w-])`, 'g'), `@${meant}`)),
        },
      ];
    });
  },
};
