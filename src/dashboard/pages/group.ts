import {
  electorateOf,
  loginKey,
  type Group,
  type GroupMember,
  type GroupPerson,
  type Problem,
} from '../../people/index.js';
import { dutiesOf } from '../../judge/duties/duties.js';
import { asCode, code, cell, plain, withCode } from '../../publish/escape.js';
import { countedIn, levelOf, recordOf as shownBy, type Shown } from '../../routing/index.js';
import { proposalState } from '../../rules/schema.js';
import { words, type Words } from '../../templates/index.js';
import type { Entry } from '../entry.js';
import { dayInWords, daysIn, daysInWords, decidedAt, decidedBy, isSettled, medianOf } from '../figures.js';
import { leadInWords, nameOf } from '../leads.js';
import type { Model } from '../model.js';
import { decisionOf, recordOf, rowOf, statusOf, titled } from '../rows.js';
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
      mission: group.mission === null ? null : plain(group.mission),
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
  const highest = authority === 'decide' && grant?.authority === 'decide';
  const days = record.medianDays === null ? '' : `, median ${daysInWords(record.medianDays)}`;
  const next =
    kind === 'interest-group' || highest || grant?.authority !== authority
      ? []
      : ['The core grants it; it holds all that was granted.'];
  return {
    authority,
    granted: grant ? `\`${grant.authority}\` by ${plain(grant.grantedBy)} since ${grant.since}${until}` : null,
    lacks:
      because.length > 0
        ? because.map(plain)
        : grant
          ? next
          : kind === 'working-group'
            ? ['The core delegates it.']
            : [],
    shown: `${record.decided} decided on its word, ${record.overturned} overturned${days}; ${members ?? 'unknown'} members of ${organizations ?? 'unknown'} known organisations`,
  };
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
