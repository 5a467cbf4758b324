import { expect, it } from 'vitest';
import { leadInWords } from '../../src/dashboard/leads.js';
import { packRules } from '../../src/facts/governing.js';

const lead = (termEnds: string | null) => ({
  login: 'noor',
  name: 'Noor Haddad',
  organization: null,
  term: null,
  termEnds,
  since: null,
  path: 'charter.mdx',
  line: 1,
});

it.each([
  [null, 'Noor Haddad (noor)'],
  ['2027-06-01', 'Noor Haddad (noor), until 2027-06-01'],
  ['2026-12-23', 'Noor Haddad (noor), whose term ends on 2026-12-23'],
  ['2026-11-23', 'Noor Haddad (noor), whose term ends on 2026-11-23'],
  ['2026-11-22', 'Noor Haddad (noor), whose **term ended on 2026-11-22**'],
  ['2026-08-14', 'Noor Haddad (noor), whose **term ended on 2026-08-14**'],
])('A lead whose term ends on %s is shown as: %s', (termEnds, says) => {
  expect(leadInWords(lead(termEnds), '2026-11-23', packRules())).toBe(says);
});
