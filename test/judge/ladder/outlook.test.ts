import { expect, it } from 'vitest';
import { approvalWords, outlookOf, timeInPlace } from '../../../src/judge/ladder/outlook.js';
import type { LadderStanding, Role } from '../../../src/people/index.js';
import { PACK } from './history.js';

const standing = (role: Role, since: string | null, emeritus = false): LadderStanding => ({
  ...{ login: 'ada', person: null, role, since, decision: null, moderator: false, emeritus, organization: null },
  ...{ earlier: [], places: [] },
});

const TODAY = '2026-08-31';
const outlook = (role: Role, since: string | null) => outlookOf(standing(role, since), PACK, TODAY);

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
  expect(outlookOf(standing(role, '2020-01-01', emeritus), PACK, TODAY)).toBeNull();
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

it('says where the sponsors approve by their word, whose objection holds it, and that they attest', () => {
  const asks = outlook('contributor', null)?.asks.map(({ held, name, says }) => `${held} ${name}: ${says}`) ?? [];
  expect(asks.slice(0, 4)).toEqual([
    'unchecked Time: 2 months of taking part: since when somebody takes part stands in no file.',
    'open Sponsors: 2 people, each a member, a maintainer, a Core Maintainer or a Lead Maintainer, from 2 organisations; or a Core Maintainer or a Lead Maintainer.',
    'open Review: 7 days for everybody to speak, in which an objection of a member, a maintainer, a Core Maintainer or a Lead Maintainer holds it.',
    'unchecked At least one merged pull request or accepted contribution: Nobody can see this from here: the sponsors attest it by their word.',
  ]);
  expect(asks).toHaveLength(6);
});

it('counts the day on which the time is enough', () => {
  const says = (since: string): string | undefined => outlook('member', since)?.asks[0]?.says;
  expect(says('2026-02-28')).toContain('6 months of being a member were reached on 2026-08-28.');
  expect(outlookOf(standing('member', '2026-02-28'), PACK, '2026-08-28')?.asks[0]).toMatchObject({
    held: 'held',
    says: 'A member since 2026-02-28; 6 months of being a member were reached on 2026-08-28.',
  });
  expect(outlookOf(standing('member', '2026-02-28'), PACK, '2026-08-27')?.asks[0]).toMatchObject({
    held: 'open',
    says: 'A member since 2026-02-28; 6 months of being a member are reached on 2026-08-28.',
  });
});

it('says how many approve where it is more than one', () => {
  const approves = ['core-maintainer', 'lead-maintainer'] as const;
  expect(approvalWords({ approves, approvals: 1 })).toBe('Approved by a Core Maintainer or a Lead Maintainer');
  expect(approvalWords({ approves, approvals: 2 })).toBe(
    'Approved by 2 people, each a Core Maintainer or a Lead Maintainer',
  );
});

it('asks for no time where the rules ask for none', () => {
  expect(timeInPlace({ role: 'member', since: null }, { months: 0, from: 'member' }, TODAY)).toEqual({
    ask: { held: 'held', name: 'Time', says: 'No time is asked for.' },
    from: TODAY,
  });
});
