import {
  daysBetween,
  dueTerms,
  peopleOn,
  standingOf,
  type LadderStanding,
  type ReadSources,
  type Role,
  ROLES,
  type Term,
} from '../../people/index.js';
import type { RuleId, Rules } from '../../rules/schema.js';
import { endorsedBy, maybeInactive, type MaybeInactive, type RecordedActivity } from './activity.js';
import { outlookOf, type Outlook } from './outlook.js';
import { stepTo, TARGETS, targetName } from './steps.js';

/** Days before a time in place is enough from which it is worth saying. */
const NEAR_DAYS = 30;

/** A rule, or a part of one, that the files alone do not answer. */
export interface Unchecked {
  rule: RuleId;
  /** What could not be checked and why, in a sentence. */
  says: string;
}

/** The whole ladder on a day. */
export interface LadderReport {
  /** From the highest place down, without those who hold none; by login within each. */
  places: { role: Exclude<Role, 'contributor'>; people: LadderStanding[] }[];
  moderators: LadderStanding[];
  /** Who holds a place in a group, and none on the ladder. */
  beside: LadderStanding[];
  emeritus: LadderStanding[];
  /** Whose time in place is enough for the next step, or will be within 30 days, the first first. */
  near: { standing: LadderStanding; outlook: Outlook; from: string }[];
  /** Terms of leads and roles that end or ended, as the rules say when to say it. */
  terms: Term[];
  /** Who may be inactive by the record; null where none was read. */
  inactive: MaybeInactive[] | null;
  /** Whom people have sponsored, by the record; null where none was read. */
  endorsed: { login: string; nominees: { number: number; nominee: string }[] }[] | null;
  unchecked: Unchecked[];
}

/**
 * The ladder by the files of a repository.
 * @param today `YYYY-MM-DD`
 * @param activity what a record shows of what people did; null where none was read
 */
export function ladderReport(
  sources: ReadSources,
  rules: Rules,
  today: string,
  activity: RecordedActivity | null = null,
): LadderReport {
  const governance = peopleOn(sources, today);
  const all = governance.people.map((person) => standingOf(governance, person.login, today));
  const active = all.filter(({ emeritus }) => !emeritus);
  const outlooks = active.flatMap((standing) => {
    const outlook = outlookOf(standing, rules, today);
    return outlook ? [{ standing, outlook }] : [];
  });
  const held = [...ROLES].reverse().flatMap((role) => (role === 'contributor' ? [] : [role]));
  return {
    places: held.map((role) => ({ role, people: active.filter((one) => one.role === role) })),
    moderators: active.filter(({ moderator }) => moderator),
    beside: active.filter(({ role, places }) => role === 'contributor' && places.length > 0),
    emeritus: all.filter(({ emeritus }) => emeritus),
    near: outlooks
      .flatMap((one) => {
        const { from } = one.outlook;
        return from !== null && daysBetween(today, from) <= NEAR_DAYS ? [{ ...one, from }] : [];
      })
      .toSorted((a, b) => a.from.localeCompare(b.from)),
    terms: dueTerms(sources, today, rules.rules.terms.before),
    inactive: activity && maybeInactive(active, activity, rules, today),
    endorsed:
      activity &&
      active.flatMap((standing) => {
        const nominees = endorsedBy(standing, activity);
        return nominees.length === 0 ? [] : [{ login: standing.login, nominees }];
      }),
    unchecked: [
      ...timesUnknown(outlooks),
      ...membersUnseen(sources),
      ...attested(rules),
      ...inactivity(rules, activity),
    ],
  };
}

/** Whose time in place nobody can tell, because the roster does not say since when they hold it. */
function timesUnknown(outlooks: readonly { standing: LadderStanding; outlook: Outlook }[]): Unchecked[] {
  const rules = new Set(outlooks.map(({ outlook }) => outlook.rule));
  return [...rules].flatMap((rule) => {
    const unknown = outlooks.filter(
      ({ standing, outlook }) => outlook.rule === rule && outlook.from === null && standing.role !== 'contributor',
    );
    if (unknown.length === 0) return [];
    const many = unknown.length === 1 ? 'one person holds' : `${unknown.length} people hold`;
    return [{ rule, says: `The time in place: since when ${many} their role, the roster does not say.` }];
  });
}

function membersUnseen({ members }: ReadSources): Unchecked[] {
  return members
    ? []
    : [
        {
          rule: 'ladder-member',
          says: "Who is a member by belonging to the organisation: its list was not read, so only the roster's are shown.",
        },
      ];
}

function attested(rules: Rules): Unchecked[] {
  return TARGETS.flatMap((to) => {
    const step = stepTo(to, rules);
    return step.attested.map((what) => ({
      rule: step.rule,
      says: `${what.charAt(0).toUpperCase()}${what.slice(1)}, of a new ${targetName(to)}: people attest it.`,
    }));
  });
}

function inactivity({ rules }: Rules, activity: RecordedActivity | null): Unchecked[] {
  const { member, maintainer, core } = rules['ladder-inactivity'];
  if (!activity) {
    const says = `Who has done nothing for ${member}, ${maintainer} or ${core} months, by their place: files alone do not show what people do.`;
    return [{ rule: 'ladder-inactivity', says }];
  }
  const from = activity.since === null ? 'It is empty' : `It begins on ${activity.since.slice(0, 10)}`;
  return [
    {
      rule: 'ladder-inactivity',
      says: `What people do beside their words to Convenor: code, reviews without a command, chat, meetings and other repositories stand in no record. ${from}, with ${activity.ledgers} ${activity.ledgers === 1 ? 'ledger' : 'ledgers'}; of a time before that it says nothing.`,
    },
  ];
}
