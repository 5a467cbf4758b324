import type { Index } from '../dashboard/read-index.js';
import type { Discussed } from '../judge/duties/discussed.js';
import { dutiesOf, warned } from '../judge/duties/duties.js';
import { dueTerms, titleOf, type Governance, type Group, type ReadSources } from '../people/index.js';
import { plain } from '../publish/escape.js';
import type { Audience, Rules } from '../rules/schema.js';
import { words, type ReadTemplates } from '../templates/index.js';
import { coreSection, digestsAround, groupSection, isEmpty, type Section } from './digest.js';
import { later, newsOf, nominationNewsOf, type News } from './news.js';
import type { Message } from './tell.js';

/** What messages are made from. */
export interface Grounds {
  index: Index;
  governance: Governance;
  sources: ReadSources;
  /** Where the duties of leads are looked for. */
  discussed: Discussed;
  rules: Rules;
  templates: ReadTemplates;
  /** Address of the dashboard. */
  dashboard: string;
}

/** A message that a channel should have, told or not. */
export interface Due extends Message {
  /** As the rules name it; {@link ISSUE} for the issue of the digest. */
  channel: string;
  /** What it is among all messages of this channel: the same one is told once. */
  key: string;
  /** Since when it is due, for the order of telling. */
  at: string;
}

/** In the place of a channel's name, for the issue of the digest; no channel can be called so. */
export const ISSUE = '(issue)';

/** A digest that could not be told for so long is not told any more. */
const DIGEST_ENDS = 3 * 24 * 60 * 60 * 1000;

/** Whether rules have anybody told anything. */
export const tellsAnybody = ({ tell }: Rules): boolean =>
  tell.core !== null || Object.keys(tell.groups).length > 0 || tell.digest.issue !== null;

/**
 * Every message that is due at an instant, in the order of telling, and the next instant at which one will be; null for
 * none. Pure: what of it was told already is no matter here.
 */
export function messagesAt(grounds: Grounds, now: string): { due: Due[]; next: string | null } {
  const { index, rules } = grounds;
  const { digest, events } = rules.tell;
  const all = [
    ...index.entries.toSorted((a, b) => a.pull - b.pull).flatMap(newsOf),
    ...index.nominations.toSorted((a, b) => a.issue - b.issue).flatMap(nominationNewsOf),
  ];
  const wanted = all.filter(({ event }) => events[event].length > 0);
  const time = Date.parse(now);
  const fresh = wanted.filter(({ at, end }) => Date.parse(at) <= time && time < Date.parse(end));
  const due = fresh.flatMap((one) =>
    channelsFor(events[one.event], one, rules).map((channel) => ({
      channel,
      key: one.key,
      at: one.at,
      text: newsText(one, grounds),
      more: one.about.url,
    })),
  );
  const instants = wanted.map(({ at }) => at).filter((at) => Date.parse(at) > time);
  const isDigest = digest.to.length > 0;
  const { last, next } = digestsAround(digest, now);
  if (isDigest) instants.push(next);
  const isFresh = isDigest && time < Date.parse(later(last, DIGEST_ENDS));
  return {
    due: [...due, ...(isFresh ? digests(grounds, last) : [])].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    next: instants.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
  };
}

/** The channels of an audience, each once. */
function channelsFor(audiences: readonly Audience[], { group, decides }: News, { tell }: Rules): string[] {
  const names = audiences.map((one) => {
    if (one === 'deciders' && decides === null) return null;
    const isCore = one === 'core' || (one === 'deciders' && decides === 'core');
    return isCore ? tell.core : channelOf(group, tell.groups);
  });
  return [...new Set(names.filter((name) => name !== null))];
}

const channelOf = (group: string | null, groups: Readonly<Record<string, string>>): string | null =>
  group !== null && Object.hasOwn(groups, group) ? (groups[group] ?? null) : null;

function newsText({ event, about, group, form, outcome, until }: News, { governance, templates }: Grounds): string {
  const said = {
    ...{ ...about, event, until, form },
    group: group === null ? null : plain(titleOf(governance, group)),
    outcome: outcome && outcome.replaceAll('-', ' '),
  };
  return words('news', said, templates.overrides).trim();
}

/** The digest of each channel, with a part for each body that it is of, and of the issue. One without a word is none. */
function digests(grounds: Grounds, last: string): Due[] {
  const { index, governance, rules, templates, dashboard } = grounds;
  const { tell } = rules;
  const sections = new Map<string, Section[]>();
  const add = (channel: string | null, section: Section): void => {
    if (channel !== null && !isEmpty(section)) sections.set(channel, [...(sections.get(channel) ?? []), section]);
    if (tell.digest.issue !== null) sections.set(ISSUE, [...(sections.get(ISSUE) ?? []), section]);
  };
  if (tell.digest.to.includes('core')) add(tell.core, coreSection(index, last));
  if (tell.digest.to.includes('group')) {
    for (const group of governance.groups.filter(
      ({ kind, status }) => kind === 'working-group' && status !== 'retired',
    ))
      add(channelOf(group.slug, tell.groups), {
        ...groupSection(group, index, last),
        duties: dutiesIn(group, grounds, last),
      });
  }
  return [...sections].map(([channel, parts]) => ({
    channel,
    key: `digest ${last}`,
    at: last,
    text: words('digest', { sections: parts, dashboard, from: last.slice(0, 10) }, templates.overrides).trim(),
    more: dashboard,
  }));
}

/** What of the duties of a group's leads is said in its part: what is wrong or due, where the rule warns of it. */
function dutiesIn(group: Group, { governance, sources, discussed, rules }: Grounds, now: string): Section['duties'] {
  const terms = dueTerms(sources, now.slice(0, 10), rules.rules.terms.before);
  const duties = warned(dutiesOf(group, { governance, rules, discussed, terms, now }), rules);
  return duties.flatMap(({ name, cases }) =>
    cases.map(({ day, says, url }) => ({ name: plain(name), day, says: plain(says), url })),
  );
}
