import type { Words } from './schema/values.js';
import type {
  Evidence,
  Fraction,
  LadderRole,
  Mode,
  RulesGroupLevel,
  Standing,
  SupportWay,
  Transition,
} from './schema.js';

/** Everybody whom a rule can name, as a noun with its article. */
const PEOPLE: Record<Standing | LadderRole | RulesGroupLevel, string> = {
  anyone: 'anyone',
  author: 'the author',
  sponsor: 'the sponsor',
  lead: 'a lead of the group',
  'wg-member': 'a member of the group',
  participant: 'a participant of the group',
  observer: 'an observer of the group',
  contributor: 'a contributor',
  member: 'a member',
  maintainer: 'a maintainer',
  'core-maintainer': 'a Core Maintainer',
  'lead-maintainer': 'a Lead Maintainer',
};

const EVIDENCE: Record<Evidence, string> = {
  sponsor: 'a sponsor',
  group: 'a responsible group',
  document: 'a document without errors',
  prototype: 'a link to a prototype',
  'reference-implementation': 'the reference implementation',
  'specification-changes': 'the changes of the specification',
  changelog: 'an entry in the changelog',
  'rendered-page': 'the rendered page',
  conformance: 'the conformance scenario',
};

const MODES: Record<Mode, string> = {
  observe: 'only written down (observe)',
  warn: 'said, and nothing more (warn)',
  enforce: 'held (enforce)',
};

/** Words in a row: `a, b or c`. */
export const either = (parts: readonly string[], last: 'or' | 'and' = 'or'): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;

/** A person whom a rule names: `a Core Maintainer`; a word that is none of these stays as it is. */
export const personInWords = (word: string): string => (isPerson(word) ? PEOPLE[word] : word);

const isPerson = (word: string): word is keyof typeof PEOPLE => Object.hasOwn(PEOPLE, word);

/** `the sponsor or a Core Maintainer`; `nobody`. */
export const peopleInWords = (people: readonly string[]): string => either(people.map(personInWords)) || 'nobody';

/** `only said`. */
export const modeInWords = (mode: Mode): string => MODES[mode];

/** `the reference implementation`. */
export const evidenceInWords = (evidence: Evidence): string => EVIDENCE[evidence];

/** `a sponsor and a document without errors`; `nothing more`. */
export const needsInWords = (needs: readonly Evidence[]): string =>
  either(
    needs.map((one) => EVIDENCE[one]),
    'and',
  ) || 'nothing more';

/** `more than 1/2 of the ballots cast`; of the most that there may be: `at most 1/3 of the ballots cast`. */
export function shareInWords({ num, den, strict, of }: Fraction, share: Words['share'] = 'least'): string {
  const whole = of === 'cast' ? 'of the ballots cast' : 'of those who are counted';
  if (share === 'most') return `${strict ? 'less than' : 'at most'} ${num}/${den} ${whole}`;
  if (num === 0 && !strict) return 'none';
  return `${strict ? 'more than' : 'at least'} ${num === den ? 'all' : `${num}/${den}`} ${whole}`;
}

/** `10 days`, `1 day`; `at once` for no business day. */
export function numberInWords(number: number, unit: Words['unit']): string {
  if (unit === undefined) return String(number);
  if (number === 0 && unit === 'business day') return 'at once';
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** `2 people, each a member or a maintainer, from 2 organisations`. */
export function wayInWords({
  number,
  roles,
  organizations,
}: Omit<SupportWay, 'roles'> & { roles: readonly string[] }): string {
  const people = peopleInWords(roles);
  if (number === 'majority') return `more than half of those who are ${people}`;
  const from = organizations > 1 ? `, from ${organizations} organisations` : '';
  return number === 1 ? `${people}${from}` : `${number} people, each ${people}${from}`;
}

/** `draft → in-review: the sponsor, with a reason, needs a sponsor`. */
export function transitionInWords({ from, to, who, reason, needs }: Transition): string {
  const asked = needs.length === 0 ? '' : `; needs ${needsInWords(needs)}`;
  return `${from.join(', ')} → ${to}: ${peopleInWords(who)}${reason ? ', with a reason' : ''}${asked}`;
}

/** A sentence's first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
