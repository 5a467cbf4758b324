import type { Facts } from '../../facts/facts.js';
import { electorateOf, groupBySlug, titleOf } from '../../people/index.js';
import type { GroupPerson, ScopeEntry } from '../../people/types.js';
import { personInWords } from '../../rules/words.js';
import { cell, plain, within } from '../escape.js';
import { homeOf } from '../status.js';
import { words, type Words } from '../../templates/index.js';

/** How much of everything an answer shows; the charter has it all. */
const MOST = { people: 60, scope: 20, sentence: 300 } as const;

const text = (value: string | null): string | null => value && cell(within(plain(value), MOST.sentence));

const person = ({ name, login, organization }: GroupPerson): { name: string; organization: string } => ({
  name: name === null ? plain(login ?? 'not known') : plain(name) + (login === null ? '' : ` (${plain(login)})`),
  organization: text(organization) ?? 'not known',
});

const entries = (scope: readonly ScopeEntry[]): string[] =>
  scope.slice(0, MOST.scope).map((entry) => within(plain(entry.text), MOST.sentence));

/** A Working or Interest Group as the default branch has it. */
export function groupAnswer(
  slug: string,
  facts: Pick<Facts, 'governing' | 'repository'> & { pull: { url: string } },
): string {
  const { governance, rules, templates } = facts.governing;
  const group = groupBySlug(governance, slug);
  // It was there when it was asked for; by now its charter may be gone.
  if (!group) return words('answer-group', { group: null, slug: plain(slug) }, templates);
  const body = electorateOf(governance, group);
  const grant = rules.delegation.grants[group.slug] ?? null;
  const members = group.members.map((member) => ({ ...person(member), level: levelOf(member.level, member.rawLevel) }));
  const said: Words<'answer-group'> = {
    slug: group.slug,
    group: {
      title: plain(titleOf(governance, group.slug)),
      status: group.status,
      successor: group.successor && plain(group.successor),
      mission: text(group.mission),
      channel: text(group.channel),
      leads: group.leads.slice(0, MOST.people).map(person),
      members: members.slice(0, MOST.people),
      more: Math.max(0, members.length - MOST.people),
      counted: body.ok ? body.electors.length : null,
      obstacle: body.ok ? null : plain(`${body.message} ${body.help}`),
      authority: grant?.authority ?? rules.delegation.default,
      grantedBy: text(grant?.grantedBy ?? null),
      inScope: entries(group.scope.in),
      outOfScope: entries(group.scope.out),
      charter: `${homeOf(facts)}/blob/${facts.repository.defaultBranch}/${encodeURI(group.source)}`,
    },
  };
  return words('answer-group', said, templates);
}

const levelOf = (level: string | null, raw: string | null): string =>
  level === null ? (text(raw) ?? 'not known') : level === 'member' ? 'WG member' : personInWords(level);
