import { describe, expect, it } from 'vitest';
import { canonicalOrganization, sameOrganization } from '../../src/people/index.js';

describe('whether two people share an organisation', () => {
  it.each([
    ['Amazon Web Services', 'AWS', 'same'],
    ['amazon', 'AWS / MCP Maintainer', 'same'],
    ['Kiln Works, Inc.', 'kiln works', 'same'],
    ['Kiln.ai', 'Kiln', 'same'],
    ['Kiln / Fjord', 'Fjord', 'same'],
    ['Kiln', 'Fjord', 'different'],
    ['Independent', 'Kiln', 'different'],
    ['Independent', 'Self-employed', 'different'],
    ['Independent', 'Independent, Inc.', 'different'],
    [null, 'Kiln', 'unknown'],
    ['N/A', 'Kiln', 'unknown'],
    ['n/a / Kiln', 'Kiln', 'same'],
    [null, null, 'unknown'],
    ['', 'Kiln', 'unknown'],
    ['TBD', 'TBD', 'unknown'],
    ['Core Maintainer', 'Core Maintainer', 'unknown'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(sameOrganization(a, b)).toBe(expected);
    expect(sameOrganization(b, a)).toBe(expected);
  });

  it("follows the roster's other names", () => {
    expect(sameOrganization('KW', 'Kiln Works')).toBe('different');
    expect(sameOrganization('KW', 'Kiln Works', { Kiln: ['KW', 'Kiln Works'] })).toBe('same');
  });

  it.each([
    ['AWS / MCP Maintainer', 'Amazon'],
    ['Kiln / Fjord', 'Kiln / Fjord'],
    ['freelancer', 'Independent'],
    ['—', null],
    [null, null],
  ])('%s is shown as %s', (text, expected) => {
    expect(canonicalOrganization(text)).toBe(expected);
  });
});
