import { findPerson, loginKey, type Group } from '../people/index.js';
import type { Person } from '../proposal/types.js';
import { titleOf } from './binding.js';
import { abstractOf, motivationOf } from './matter.js';
import type { Ground, Matter } from './types.js';

/** One thing that speaks for a group, with its weight. */
export interface Evidence {
  group: string;
  weight: number;
  says: string;
}

/**
 * Weights against the best match by words, which counts 0.6. A number that a charter names outweighs all words; people
 * support a match, and never carry it alone, since they work in more than one group.
 */
const WEIGHT = { named: 0.6, mentioned: 0.25, leads: 0.12, champions: 0.12, belongs: 0.08 } as const;

/** What, beside the words of its charter, speaks for each group. */
export const evidenceFor = (matter: Matter, ground: Ground): Evidence[] =>
  ground.governance.groups
    .filter(({ status }) => status !== 'retired')
    .flatMap((group) => [...numbers(matter, ground, group), ...mentions(matter, ground, group)])
    .concat(people(matter, ground));

/** A charter that names the proposal, in a work item or among what it talks about. */
function numbers({ number }: Matter, ground: Ground, group: Group): Evidence[] {
  if (number === null) return [];
  const item = group.workItems.find((one) => one.numbers.includes(number));
  const inMission = new RegExp(`(?:SEP-|#|/pull/)0*${number}(?!\\d)`, 'i').test(group.mission ?? '');
  if (!item && !inMission) return [];
  const where = item ? `line ${item.line}` : 'mission';
  const says = `The charter of the ${titleOf(ground, group.slug)} names it (${group.source}, ${where}).`;
  return [{ group: group.slug, weight: WEIGHT.named, says }];
}

/** A proposal that names a group, its page or its channel where it says what it is about. */
function mentions(matter: Matter, ground: Ground, group: Group): Evidence[] {
  const preamble = matter.proposal.fields.map(({ raw }) => raw).join('\n');
  const text = [matter.proposal.authorGroup ?? '', preamble, abstractOf(matter), motivationOf(matter)].join('\n');
  const names = [
    `${escaped(group.title).replaceAll(/[\s-]+/g, '[\\s-]+')}\\s+(?:working\\s+group|interest\\s+group|wg|ig)\\b`,
    `(?:working|interest)-groups/${escaped(group.slug)}\\b`,
    ...(group.channel === null ? [] : [`${escaped(group.channel)}\\b`]),
  ];
  if (!new RegExp(names.join('|'), 'i').test(text)) return [];
  return [{ group: group.slug, weight: WEIGHT.mentioned, says: `It names the ${titleOf(ground, group.slug)}.` }];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Authors and sponsors who lead one group only, or belong to one only, or champion something there. */
function people({ proposal }: Matter, ground: Ground): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const [who, persons] of [
    ['An author', proposal.authors],
    ['The sponsor', proposal.sponsors],
  ] as const) {
    for (const { group, weight, does } of persons.flatMap((person) => placesOf(person, ground))) {
      const says = `${who} ${does} the ${titleOf(ground, group)}.`;
      if ((found.get(group)?.weight ?? 0) < weight) found.set(group, { group, weight, says });
    }
  }
  return [...found.values()];
}

function placesOf({ github }: Person, ground: Ground): { group: string; weight: number; does: string }[] {
  if (github === undefined) return [];
  const logins = new Set((findPerson(ground.governance, github)?.logins ?? [github]).map(loginKey));
  const is = (login: string | null): boolean => login !== null && logins.has(loginKey(login));
  const groups = ground.governance.groups.filter(({ status }) => status !== 'retired');
  const leads = groups.filter((group) => group.leads.some(({ login }) => is(login)));
  const belongs = groups.filter((group) => group.members.some(({ login }) => is(login)));
  const champions = groups.filter((group) => group.workItems.some((item) => item.champions.some(is)));
  const only = (all: Group[], weight: number, does: string) =>
    all.length === 1 ? all.map(({ slug }) => ({ group: slug, weight, does })) : [];
  return [
    ...only(leads, WEIGHT.leads, 'leads'),
    ...only(champions, WEIGHT.champions, 'champions a work item of'),
    ...only(belongs, WEIGHT.belongs, 'belongs to'),
  ];
}
