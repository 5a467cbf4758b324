import {
  electorateOf,
  loginKey,
  type Group,
  type GroupMember,
  type GroupPerson,
  type Problem,
} from '../../people/index.js';
import { dutiesOf } from '../../judge/duties/duties.js';
import { asCode, code, cell, plain, withCode, within } from '../../publish/escape.js';
import { countedIn, lacking, levelOf, recordOf as shownBy, type Shown } from '../../routing/index.js';
import { authority as authorities, proposalState, type Authority } from '../../rules/schema.js';
import { words, type Words } from '../../templates/index.js';
import type { Entry } from '../entry.js';
import { dayInWords, daysIn, daysInWords, decidedAt, decidedBy, isSettled, medianOf } from '../figures.js';
import { leadInWords, nameOf } from '../leads.js';
import type { Model } from '../model.js';
import { decisionOf, groupTitle, recordOf, rowOf, statusOf, titled } from '../rows.js';
import { shownMonths } from '../spark.js';

const UP = '../';

/** The page of a group. @param drift what is to be said of its charter */
export function groupPage(model: Model, group: Group, drift: readonly Problem[]): string {
  const { governance, asOf, rules } = model;
  const own = model.own.get(group.slug) ?? [];
  const files = model.filed.filter((one) => one.group === group.slug);
  const body = electorateOf(governance, group);
  const isWorking = group.kind === 'working-group';
  const count = body.ok ? body.electors.length : 0;
  return words(
    'group',
    {
      title: plain(group.title),
      kind: isWorking ? 'Working Group' : 'Interest Group',
      over: overOf(group),
      mission: group.mission === null ? null : beginningOf(group.mission),
      scope: scopeOf(group),
      charter: code(group.source),
      leads: group.leads.map((lead) => leadInWords(lead, asOf, rules)),
      ...authorityOf(model, group),
      channel: group.channel === null ? null : cell(asCode(group.channel)),
      meetings: group.meetings.map(({ name, frequency, duration }) =>
        plain([name, frequency, duration].filter((part) => part !== null).join(', ')),
      ),
      months: shownMonths(model, group.slug, UP),
      open: own
        .filter((entry) => entry.open && !isSettled(entry))
        .map((entry) => ({ ...rowOf(model, entry, UP), decision: decisionOf(entry, UP) })),
      decided: [
        ...own.filter(isSettled).map((entry) => decidedRow(model, entry)),
        ...files.map((one) => ({ ...titled(one, UP), status: statusOf(one), decided: '–', by: '–', record: null })),
      ],
      items: itemsOf(model, group),
      days: proposalState.options.flatMap((status) => {
        const days = daysIn(own, status);
        return days.length === 0 ? [] : [{ status, median: daysInWords(medianOf(days)), times: days.length }];
      }),
      members: membersOf(group),
      counted: body.ok ? `${count} ${count === 1 ? 'person is' : 'people are'} counted for its decisions.` : null,
      obstacle: body.ok ? null : plain(`${body.message} ${body.help}`),
      duties: dutiesIn(model, group),
      drift: drift.map(({ path, line, message }) => ({ place: code(`${path}:${line}`), says: withCode(message) })),
    },
    model.overrides,
  );
}

/** So long is a line in which a charter is told. */
const LINE = 240;

/** The whole sentences of a text that fit into a line; of a first one that is too long, its beginning. */
function beginningOf(text: string): string {
  const sentences = text.trim().split(/(?<=[.!?])\s+/);
  const fits = sentences.findIndex((_, index) => plain(sentences.slice(0, index + 1).join(' ')).length > LINE);
  return within(plain(sentences.slice(0, fits === -1 ? undefined : Math.max(1, fits)).join(' ')), LINE);
}

/**
 * What is in a group's scope, in one line: as many items as fit, each by its name where it begins with one (`Tasks: …`);
 * null where its charter names none.
 */
function scopeOf({ scope }: Group): string | null {
  const items = scope.in.map(({ text }) =>
    within(plain(/^([^:]{1,60}): /.exec(text)?.[1] ?? text).replace(/\.$/, ''), LINE / 2),
  );
  const fits = items.findIndex((_, index) => items.slice(0, index + 1).join('; ').length > LINE);
  const shown = fits === -1 ? items : items.slice(0, fits);
  if (shown.length === 0) return null;
  return `${shown.join('; ')}${shown.length < items.length ? `; and ${items.length - shown.length} more` : ''}.`;
}

function overOf({ status, successor }: Group): string | null {
  switch (status) {
    case 'active':
      return null;
    case 'forming':
      return 'It is still forming: its charter is not approved.';
    case 'retired':
      return successor === null ? 'It is over.' : `It is over; its work is in ${plain(successor)}.`;
  }
}

/** What a group's word is worth, what was granted, and what the next level takes. */
function authorityOf(
  model: Model,
  { slug, kind }: Group,
): Pick<Words<'group'>, 'authority' | 'granted' | 'lacks' | 'shown'> {
  const { governance, rules, asOf } = model;
  const ground = { governance, rules, today: asOf };
  const record = shownBy(model.decidedIn.get(slug) ?? [], slug);
  const { members, organizations } = countedIn(slug, ground);
  const shown: Shown = { decided: record.decided, overturned: record.overturned, members, organizations };
  const { authority, because } = levelOf(slug, { ground, shown });
  const grant = rules.delegation.grants[slug];
  const until = grant?.until === undefined ? '' : ` until ${grant.until}`;
  const days = record.medianDays === null ? '' : `, median ${daysInWords(record.medianDays)}`;
  return {
    authority,
    granted: grant ? `\`${grant.authority}\` by ${plain(grant.grantedBy)} since ${grant.since}${until}` : null,
    lacks: kind === 'interest-group' ? because.map(plain) : lacksOf(model, slug, { authority, because, shown }),
    shown: `${record.decided} decided on its word, ${record.overturned} overturned${days}; ${members ?? 'unknown'} members of ${organizations ?? 'unknown'} known organisations`,
  };
}

/** What the next level takes: the rest of what was granted, or else a grant; and what others were asked for who have one. */
function lacksOf(
  model: Model,
  slug: string,
  { authority, because, shown }: { authority: Authority; because: readonly string[]; shown: Shown },
): string[] {
  const { grants } = model.rules.delegation;
  const own = grants[slug];
  if (because.length > 0) {
    const granted = own ? `For \`${own.authority}\`, which was granted: ` : '';
    return because.map((why, index) => `${index === 0 ? granted : ''}${plain(why)}`);
  }
  const next = authorities.options[authorities.options.indexOf(authority) + 1];
  if (next === undefined) return [];
  const asked = Object.entries(grants).flatMap(([other, { authority: level, needs }]) => {
    if (other === slug || level !== next || !needs) return [];
    const lacks = lacking(needs, shown).map(plain).join(' ');
    return [`As ${groupTitle(model, other)} was asked: ${lacks === '' ? 'it has shown all of it.' : lacks}`];
  });
  return [`The core grants \`${next}\` by a change of the rules.`, ...asked];
}

function decidedRow(model: Model, entry: Entry): Words<'group'>['decided'][number] {
  const at = decidedAt(entry);
  const by = decidedBy(entry);
  return {
    ...titled(entry, UP),
    status: statusOf(entry),
    decided: at === null ? '–' : dayInWords(at),
    by: by === null ? '–' : by === 'core' ? 'the core' : 'the group',
    record: recordOf(model, entry.pull, UP),
  };
}

const itemsOf = (model: Model, { workItems }: Group): Words<'group'>['items'] =>
  workItems
    .filter(({ kind }) => kind === 'work-item')
    .map(({ title, status, numbers }) => ({
      title: plain(title),
      says: plain(status ?? '') || '–',
      proposals: numbers.flatMap((number) => {
        const found = model.byNumber.get(number);
        return found ? [{ ...titled(found, UP), status: cell(statusOf(found)) }] : [];
      }),
    }));

const MARKS = { held: '✓', open: '○', failed: '✗', unchecked: '–' } as const;

/** The duties with dates of its leads, as the morning of the day finds them. */
const dutiesIn = (model: Model, group: Group): Words<'group'>['duties'] =>
  dutiesOf(group, { ...model, now: `${model.asOf}T00:00:00Z` }).map(({ name, state, says, cases }) => ({
    ...{ mark: MARKS[state], name, says: cell(plain(says)) },
    cases: cases.map(({ day, says: what, url }) => ({ day, says: cell(plain(what)), url })),
  }));

const LEVELS = ['lead', 'member', 'participant', 'observer'] as const;

/** Everybody of a group, by level: leads once, also where the table of members names them again. */
function membersOf({ leads, members }: Group): Words<'group'>['members'] {
  const leading = new Set(leads.flatMap(({ login }) => (login === null ? [] : loginKey(login))));
  const others = members.filter(({ login }) => login === null || !leading.has(loginKey(login)));
  const rank = ({ level }: Pick<GroupMember, 'level'>): number =>
    level === null ? LEVELS.length : LEVELS.indexOf(level);
  const shown = (person: GroupPerson, level: string) => ({
    name: nameOf(person),
    organization: plain(person.organization ?? '') || 'not known',
    level,
  });
  return [
    ...leads.map((lead) => shown(lead, 'lead')),
    ...others
      .toSorted((a, b) => rank(a) - rank(b))
      .map((one) => shown(one, one.level ?? (plain(one.rawLevel ?? '') || 'not known'))),
  ];
}
