import { afterPreamble, atField, fieldOf } from '../places.js';
import type { Check } from '../types.js';

/** A reversed domain and a name: `io.example/harbour-lamps`. Source: the specification's rule for names of extensions. */
const FORM = /^(?:[a-z](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?\/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

export const extensionIdentifier: Check = {
  code: 'preamble/extension-identifier',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: 'An Extensions Track proposal names its identifier: a reversed domain, a slash and a name.',
  why: 'Clients and servers tell each other by it what they support; it cannot be changed once it is used.',
  good: '- **Extension Identifier**: `io.example/harbour-lamps`',
  bad: '- **Extension Identifier**: Harbour Lamps',
  check({ proposal }) {
    const { extensionIdentifier: identifier, type } = proposal;
    const field = fieldOf(proposal, 'extensionIdentifier');
    if (identifier === null) {
      if (type !== 'Extensions Track') return [];
      return [
        {
          ...(field ? atField(field) : afterPreamble(proposal)),
          message: 'The preamble does not name the identifier of the extension.',
          help: 'Add a line such as "- **Extension Identifier**: `io.example/harbour-lamps`".',
        },
      ];
    }
    if (!field || (identifier.length <= 200 && FORM.test(identifier))) return [];
    return [
      {
        ...atField(field),
        severity: 'warning',
        message: `"${identifier.slice(0, 80)}" has not the form of an extension's identifier.`,
        help: 'Write a domain of yours in reverse, a slash and a name: `io.example/harbour-lamps`.',
      },
    ];
  },
};
