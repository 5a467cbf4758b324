import { describe, expect, it } from 'vitest';
import { askedOf, saysIn } from '../../../src/judge/ladder/asked.js';
import { stepTo } from '../../../src/judge/ladder/steps.js';
import type { LadderRole } from '../../../src/rules/schema.js';
import { PACK, withRule } from './history.js';

/** Rules by which three groups of people end three kinds of roles. */
const RULES = withRule('emeritus', { member: ['member'], maintainer: ['maintainer'], core: ['lead-maintainer'] });

describe('Who decides whether somebody is emeritus', () => {
  it.each<[LadderRole, string]>([
    // Who holds no place on the ladder may be a moderator, or have a place in a group.
    ['contributor', 'member'],
    ['member', 'member'],
    ['maintainer', 'maintainer'],
    ['core-maintainer', 'lead-maintainer'],
    ['lead-maintainer', 'lead-maintainer'],
  ])('of a %s: a %s', (role, who) => {
    for (const matter of ['emeritus', 'inactive'] as const)
      expect(askedOf({ matter, to: 'everything', standing: { role } }, RULES)).toMatchObject({
        ...{ approves: [who], settles: [who], approvals: 1, days: 14 },
      });
  });

  it.each(['wg-member', 'lead'] as const)('of a place in a group as %s, those who do for a member', (to) => {
    const asked = askedOf({ matter: 'inactive', to, standing: { role: 'core-maintainer' } }, RULES);
    expect(asked.approves).toEqual(['member']);
    expect([asked.rule, asked.attested]).toEqual(['group-inactivity', ['no contribution for 3 months']]);
  });

  it('asks nothing else: neither a place, nor time, nor sponsors', () => {
    const none = { from: 'contributor', months: 0, support: [], objects: [], onboarding: [], attested: [] };
    const core = ['core-maintainer', 'lead-maintainer'];
    const standing = { role: 'maintainer' as const };
    expect(askedOf({ matter: 'emeritus', to: 'everything', standing }, PACK)).toEqual({
      ...{ ...none, rule: 'emeritus', days: 14, approves: core, approvals: 1, settles: core },
    });
    expect(askedOf({ matter: 'inactive', to: 'everything', standing }, PACK)).toEqual({
      ...{ ...none, rule: 'ladder-inactivity', days: 14, approves: core, approvals: 1, settles: core },
      attested: ['no contribution for 6 months'],
    });
    expect(askedOf({ matter: 'step-down', to: 'maintainer', standing }, PACK)).toEqual({
      ...{ ...none, rule: 'emeritus', days: 0, approves: [], approvals: 0, settles: [] },
    });
  });
});

describe('Who decides over what stands against a step', () => {
  const settles = (to: 'member' | 'core-maintainer', rules = PACK) =>
    askedOf({ matter: 'advance', to, standing: { role: 'contributor' } }, rules).settles;

  it('is who approves it, and where the sponsors do by their word, whom the rules name for it', () => {
    expect(settles('core-maintainer')).toEqual(['lead-maintainer']);
    expect(settles('member')).toEqual(['core-maintainer', 'lead-maintainer']);
  });

  it('is never somebody without a place', () => {
    expect(settles('member', withRule('nomination', { settles: ['contributor', 'maintainer'] }))).toEqual([
      'maintainer',
    ]);
  });
});

it('A contributor in a step is anyone', () => {
  const rules = withRule('ladder-member', {
    objects: ['contributor', 'member'],
    support: [{ number: 1, roles: ['contributor'], organizations: 1 }],
  });
  const { objects, support } = stepTo('member', rules);
  expect([objects, support]).toEqual([['anyone', 'member'], [{ number: 1, roles: ['anyone'], organizations: 1 }]]);
});

it('All who may have a say are those who sponsor, object, approve and settle', () => {
  const rules = withRule('ladder-maintainer', { objects: ['member'] });
  const asked = askedOf({ matter: 'return', to: 'maintainer', standing: { role: 'contributor' } }, rules);
  expect([...new Set(saysIn(asked))].sort()).toEqual(['core-maintainer', 'lead-maintainer', 'maintainer', 'member']);
});
