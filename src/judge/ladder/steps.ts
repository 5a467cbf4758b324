import type { LadderRole, RuleId, Rules, Standing } from '../../rules/schema.js';

/** What somebody can be nominated for: a place on the ladder, community moderator, or a place in a group. */
export const TARGETS = ['member', 'maintainer', 'core-maintainer', 'moderator', 'wg-member', 'lead'] as const;
/** See {@link TARGETS}. */
export type Target = (typeof TARGETS)[number];

/** One way to enough support: `number` people, each of one of these standings, from so many organisations at least. */
export interface Way {
  /** `majority` is more than half of all who hold one of the standings. */
  number: number | 'majority';
  roles: readonly Standing[];
  organizations: number;
}

/** What the rules ask of a step, whatever it leads to: the one form in which nominations know them. */
export interface Step {
  to: Target;
  /** The rule that says it. */
  rule: RuleId;
  /** Lowest place on the ladder that the nominee holds already. */
  from: LadderRole;
  /** Months of the calendar in that place, or, of a contributor, of taking part. */
  months: number;
  /** Any one of these is enough. */
  support: readonly Way[];
  /** Days of 24 hours for everybody to speak. */
  days: number;
  /** Whose objection holds it; empty where nobody's does. */
  objects: readonly Standing[];
  /** Empty where the sponsors approve by their word. */
  approves: readonly Standing[];
  /** How many of them; 0 where `approves` is empty. */
  approvals: number;
  /** What nobody can see from here, each for who approves to attest. */
  attested: readonly string[];
  /** What is to be done for somebody new. */
  onboarding: readonly string[];
}

const standings = (roles: readonly LadderRole[]): Standing[] =>
  roles.map((role) => (role === 'contributor' ? 'anyone' : role));

/** The step to a target by some rules. */
export function stepTo(to: Target, { rules }: Rules): Step {
  switch (to) {
    case 'member':
    case 'maintainer':
    case 'core-maintainer':
    case 'moderator': {
      const rule = `ladder-${to}` as const;
      const { from, months, support, days, objects, approves, approvals, attested, onboarding } = rules[rule];
      return {
        ...{ to, rule, from, months, days, approvals, attested, onboarding },
        support: support.map((way) => ({ ...way, roles: standings(way.roles) })),
        objects: standings(objects),
        approves: standings(approves),
      };
    }
    case 'wg-member': {
      const { months, nominates, days, objects, onboarding } = rules['group-membership'];
      return {
        ...{ to, rule: 'group-membership', from: 'contributor', months, days, objects, onboarding },
        support: [{ number: 1, roles: nominates, organizations: 1 }],
        approves: [],
        approvals: 0,
        attested: [],
      };
    }
    case 'lead': {
      const { least, support, days, onboarding } = rules['group-leads'];
      return {
        ...{ to, rule: 'group-leads', from: least, months: 0, days, onboarding },
        support: support.map((way) => ({ ...way, roles: standings(way.roles) })),
        objects: [],
        approves: [],
        approvals: 0,
        attested: [],
      };
    }
  }
}

/** The next place on the ladder that a nomination can lead to; null where there is none. */
export function nextOn(role: LadderRole): Target | null {
  switch (role) {
    case 'contributor':
      return 'member';
    case 'member':
      return 'maintainer';
    case 'maintainer':
      return 'core-maintainer';
    case 'core-maintainer':
    case 'lead-maintainer':
      return null;
  }
}

const NAMES: Record<Target, string> = {
  member: 'member',
  maintainer: 'maintainer',
  'core-maintainer': 'Core Maintainer',
  moderator: 'community moderator',
  'wg-member': 'WG member',
  lead: 'lead',
};

/** A target for people: `Core Maintainer`. */
export const targetName = (to: Target): string => NAMES[to];
