import { everybody } from '../people.js';
import { inField } from '../places.js';
import type { Check } from '../types.js';

/** GitHub's rule for logins; those of managed accounts end in an underscore and the company's short code. */
const LOGIN = /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){0,38}(?:_[a-z0-9]{1,20})?$/i;

export const handleForm: Check = {
  code: 'people/handle-form',
  level: 'warning',
  wants: 'A GitHub login has letters, digits and single hyphens, and at most 39 of them.',
  why: 'There cannot be such an account, so nobody is reached by it.',
  good: '@ada-example',
  bad: '@ada_example_2',
  check({ proposal }) {
    return everybody(proposal)
      .filter(({ login }) => !LOGIN.test(login))
      .map(({ login, field }) => ({
        ...inField(field, login),
        message: `"@${login}" cannot be a GitHub login.`,
        help: 'Copy the login from the address of the profile page.',
      }));
  },
};
