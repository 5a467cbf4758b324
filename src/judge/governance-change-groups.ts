import {
  electorateOf,
  groupBySlug,
  type Electorate,
  type Governance,
  type Group,
  type ScopeEntry,
} from '../people/index.js';
import { either } from '../rules/words.js';
import { groupName, peopleInNumber } from './governance-change-side.js';
import { change, type Change, type Place } from './governance-change-verdict.js';

/** Entries of a list that one sentence repeats. */
const MOST_NAMED = 5;

/** Groups that appear, form, come into force, retire or go; that get or lose a quorum body; and whose charter says otherwise. */
export function groupChanges(before: Governance, after: Governance): Change[] {
  const kept = before.groups.flatMap((was) => {
    const is = groupBySlug(after, was.slug);
    if (!is) return [gone(was)];
    const bodies: [Electorate, Electorate] = [electorateOf(before, was), electorateOf(after, is)];
    return [...standing(was, is), ...quorumBody(is, ...bodies), ...charter(was, is)];
  });
  const appeared = after.groups.filter(({ slug }) => !groupBySlug(before, slug));
  return [...kept, ...appeared.map((group) => appears(group, electorateOf(after, group)))];
}

const line = (group: Group, at: number | null, isOld = false): Place => ({ path: group.source, line: at ?? 1, isOld });

function gone(group: Group): Change {
  const says = 'would have no charter any more: nobody is counted for it, and it is responsible for nothing.';
  return change('loses', says, { who: `The ${groupName(group)}`, at: line(group, null, true) });
}

function appears(group: Group, body: Electorate): Change {
  const how = { active: 'in force', forming: 'still forming', retired: 'already over' }[group.status];
  const counted = body.ok
    ? `with ${peopleInNumber(body.electors.length)} counted for its quorum`
    : 'without a quorum body';
  const says = `would be a new group, ${how}, ${counted}.`;
  return change('gains', says, { who: `The ${groupName(group)}`, at: line(group, group.lines.title) });
}

function standing(was: Group, is: Group): Change[] {
  const who = `The ${groupName(was)}`;
  const found: Change[] = [];
  if (was.title !== is.title) {
    found.push(change('changes', `would be called ${groupName(is)}.`, { who, at: line(is, is.lines.title) }));
  }
  if (was.kind !== is.kind) {
    const gains = is.kind === 'working-group';
    const says = gains
      ? 'would become a Working Group, which can decide.'
      : 'would become an Interest Group, which recommends and decides nothing.';
    found.push(change(gains ? 'gains' : 'loses', says, { who, at: line(is, is.lines.kind) }));
  }
  if (was.status !== is.status) {
    const says = {
      active: 'would be in force.',
      forming: 'would be forming: it is not in force then.',
      retired: `would be over${is.successor === null ? '' : `; its charter points to ${is.successor}`}.`,
    }[is.status];
    const effect = is.status === 'active' ? 'gains' : was.status === 'active' ? 'loses' : 'changes';
    found.push(change(effect, says, { who, at: line(is, is.lines.status) }));
  }
  return found;
}

/** What becomes of a group's quorum body, at most one sentence. */
function quorumBody(group: Group, old: Electorate, now: Electorate): Change[] {
  const tell = (effect: Change['effect'], says: string): Change[] => [
    change(effect, says, { who: `The ${groupName(group)}`, at: line(group, group.lines.membership) }),
  ];
  if (!now.ok) return old.ok ? tell('loses', `would lose its quorum body. ${now.message}`) : [];
  const counted = now.electors.length;
  if (!old.ok) return tell('gains', `would get a quorum body: ${peopleInNumber(counted)} would be counted.`);
  if (old.electors.length === counted) return [];
  return tell('changes', `would count ${peopleInNumber(counted)} for its quorum instead of ${old.electors.length}.`);
}

/** What its charter says otherwise about what it is for. */
function charter(was: Group, is: Group): Change[] {
  const found: Change[] = [];
  const tell = (text: string, at: Place | null): void => {
    found.push(change('changes', text, { who: `The charter of the ${groupName(is)}`, at }));
  };
  for (const label of ['in', 'out'] as const) {
    const [old, now] = [was.scope[label], is.scope[label]];
    const [more, less] = [without(now, old), without(old, now)];
    const scope = label === 'in' ? 'in scope' : 'out of scope';
    for (const { line: at } of more.slice(0, 1)) {
      tell(`would say that more is ${scope}: ${listed(quoted(more), MOST_NAMED)}.`, line(is, at));
    }
    for (const { line: at } of less.slice(0, 1)) {
      tell(`would no longer say that this is ${scope}: ${listed(quoted(less), MOST_NAMED)}.`, line(was, at, true));
    }
  }
  const [more, less] = [without(workOf(is), workOf(was)), without(workOf(was), workOf(is))];
  for (const { line: at } of more.slice(0, 1)) {
    tell(`would name, among its active work items: ${listed(textsOf(more), 2 * MOST_NAMED)}.`, line(is, at));
  }
  for (const { line: at } of less.slice(0, 1)) {
    const says = `would no longer name, among its active work items: ${listed(textsOf(less), 2 * MOST_NAMED)}.`;
    tell(says, line(was, at, true));
  }
  const rows = ({ authority }: Group): string =>
    JSON.stringify(authority.map(({ decision, level }) => [decision, level]));
  if (rows(was) !== rows(is)) {
    const [row] = is.authority;
    const says = 'would say otherwise who decides what. What its word is worth here is what the rules grant it.';
    tell(says, row ? line(is, row.line) : null);
  }
  return found;
}

/** The proposals on which a group works, each where its charter names it. */
const workOf = ({ workItems }: Group): ScopeEntry[] =>
  workItems
    .filter(({ kind }) => kind === 'work-item')
    .flatMap(({ numbers, line: at }) => numbers.map((number) => ({ text: `SEP-${number}`, line: at })));

/** Entries of one list that are not in another, each text once. */
const without = (all: readonly ScopeEntry[], those: readonly ScopeEntry[]): ScopeEntry[] =>
  all.filter(
    ({ text }, at) =>
      those.every((other) => other.text !== text) && all.findIndex((other) => other.text === text) === at,
  );

const textsOf = (entries: readonly ScopeEntry[]): string[] => entries.map(({ text }) => text);
const quoted = (entries: readonly ScopeEntry[]): string[] => entries.map(({ text }) => `"${text}"`);

function listed(texts: readonly string[], most: number): string {
  const shown = texts.slice(0, most);
  return either(texts.length > most ? [...shown, `${texts.length - most} more`] : shown, 'and');
}
