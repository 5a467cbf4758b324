import { expect, it } from 'vitest';
import { packRules } from '../../../src/facts/governing.js';
import { outlookOf } from '../../../src/judge/ladder/outlook.js';
import type { LadderStanding, Role } from '../../../src/people/index.js';

const standing = (role: Role, since: string | null, emeritus = false): LadderStanding => ({
  ...{ login: 'ada', person: null, role, since, decision: null, moderator: false, emeritus, organization: null },
  ...{ earlier: [], places: [] },
});

const TODAY = '2026-08-31';
const outlook = (role: Role, since: string | null) => outlookOf(standing(role, since), packRules(), TODAY);

it.each<[Role, string | null, string, string | null, string]>([
  ['contributor', null, 'member', null, 'unchecked'],
  ['member', '2026-02-28', 'maintainer', '2026-08-28', 'held'],
  ['member', '2026-03-01', 'maintainer', '2026-09-01', 'open'],
  // The last day of a shorter month.
  ['member', '2025-08-31', 'maintainer', '2026-02-28', 'held'],
  ['member', null, 'maintainer', null, 'unchecked'],
  ['maintainer', '2026-08-30', 'core-maintainer', '2027-02-28', 'open'],
])('%s since %s: %s from %s on, time %s', (role, since, to, from, held) => {
  const found = outlook(role, since);
  expect([found?.to, found?.from, found?.asks[0]?.held]).toEqual([to, from, held]);
});

it.each<[Role, boolean]>([
  ['core-maintainer', false],
  ['lead-maintainer', false],
  ['contributor', true],
])('there is none for a %s (emeritus: %s)', (role, emeritus) => {
  expect(outlookOf(standing(role, '2020-01-01', emeritus), packRules(), TODAY)).toBeNull();
});

it('says who sponsors, who may object, who approves, and what nobody can see from here and who attests it', () => {
  const asks = outlook('member', '2026-01-01')?.asks.map(({ held, name, says }) => `${held} ${name}: ${says}`) ?? [];
  expect(asks).toEqual([
    'held Time: A member since 2026-01-01; 6 months of being a member were reached on 2026-07-01.',
    'open Sponsors: A maintainer, a Core Maintainer or a Lead Maintainer.',
    'open Review: 7 days for everybody to speak.',
    'open Approval: Approved by a Core Maintainer or a Lead Maintainer.',
    'unchecked Security and governance onboarding: Nobody can see this from here: a Core Maintainer or a Lead Maintainer attests it by their word.',
    'unchecked Leadership in groups or initiatives: Nobody can see this from here: a Core Maintainer or a Lead Maintainer attests it by their word.',
  ]);
});
