import type { Group } from '../people/index.js';
import { either } from '../rules/words.js';
import { countedLogins, groupName, peopleInNumber, type Side } from './governance-change-side.js';
import { change, type Change, type Place } from './governance-change-verdict.js';

/** Entries of a list that one sentence repeats. */
const MOST_NAMED = 5;

/** Groups that appear, form, come into force, retire or go; that get or lose a quorum body; and whose charter says otherwise. */
export function groupChanges(before: Side, after: Side): Change[] {
  const slugs = [...before.governance.groups, ...after.governance.groups].map(({ slug }) => slug);
  return [...new Set(slugs)].sort().flatMap((slug) => {
    const was = before.governance.groups.find((group) => group.slug === slug);
    const is = after.governance.groups.find((group) => group.slug === slug);
    if (!is) return was ? [gone(was)] : [];
    const body = quorumBody(before, after, slug);
    if (!was) return [appears(is, bodyInWords(after, slug))];
    return [...standing(was, is), ...body.map((says) => bodyChange(is, says, before, after)), ...charter(was, is)];
  });
}

const line = (group: Group, at: number | null, isOld = false): Place => ({ path: group.source, line: at ?? 1, isOld });

function gone(group: Group): Change {
  const says = 'would have no charter any more: nobody is counted for it, and it is responsible for nothing.';
  return change('loses', says, { who: `The ${groupName(group)}`, at: line(group, null, true) });
}

function appears(group: Group, body: string): Change {
  const how = group.status === 'active' ? 'in force' : group.status === 'forming' ? 'still forming' : 'already over';
  const says = `would be a new group, ${how}, ${body}.`;
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
function quorumBody(before: Side, after: Side, slug: string): string[] {
  const [old, now] = [countedLogins(before, slug), countedLogins(after, slug)];
  if (old === null && now === null) return [];
  if (now === null) {
    const body = after.bodies.get(slug);
    return [`would lose its quorum body. ${body?.ok === false ? body.message : ''}`.trim()];
  }
  if (old === null) return [`would get a quorum body: ${peopleInNumber(now.length)} would be counted.`];
  if (old.length === now.length) return [];
  return [`would count ${peopleInNumber(now.length)} for its quorum instead of ${old.length}.`];
}

function bodyChange(group: Group, says: string, before: Side, after: Side): Change {
  const [old, now] = [countedLogins(before, group.slug), countedLogins(after, group.slug)];
  const effect = old === null ? 'gains' : now === null ? 'loses' : 'changes';
  return change(effect, says, { who: `The ${groupName(group)}`, at: line(group, group.lines.membership) });
}

function bodyInWords(side: Side, slug: string): string {
  const counted = countedLogins(side, slug);
  return counted === null ? 'without a quorum body' : `with ${peopleInNumber(counted.length)} counted for its quorum`;
}

/** What its charter says otherwise about what it is for. */
function charter(was: Group, is: Group): Change[] {
  const who = `The charter of the ${groupName(is)}`;
  const says = (text: string, at: Place | null): Change => change('changes', text, { who, at });
  const from = (group: Group, at: number | undefined): Place | null =>
    at === undefined ? null : line(group, at, group === was);
  const texts = (entries: readonly { text: string }[]): string[] => entries.map(({ text }) => text);
  const found: Change[] = [];
  for (const [label, old, now] of [
    ['in scope', was.scope.in, is.scope.in],
    ['out of scope', was.scope.out, is.scope.out],
  ] as const) {
    const [more, less] = [without(texts(now), texts(old)), without(texts(old), texts(now))];
    if (more.length > 0) {
      const at = from(is, now.find(({ text }) => text === more[0])?.line);
      found.push(says(`would say that more is ${label}: ${listed(more)}.`, at));
    }
    if (less.length > 0) {
      const at = from(was, old.find(({ text }) => text === less[0])?.line);
      found.push(says(`would no longer say that this is ${label}: ${listed(less)}.`, at));
    }
  }
  const numbers = (group: Group): string[] =>
    group.workItems.flatMap((item) => (item.kind === 'work-item' ? item.numbers.map(String) : []));
  const naming = (group: Group, those: readonly string[]): Place | null =>
    from(group, group.workItems.find((item) => item.numbers.some((number) => those.includes(String(number))))?.line);
  const [more, less] = [without(numbers(is), numbers(was)), without(numbers(was), numbers(is))];
  if (more.length > 0) {
    found.push(says(`would name, among its active work items: ${seps(more)}.`, naming(is, more)));
  }
  if (less.length > 0) {
    found.push(says(`would no longer name, among its active work items: ${seps(less)}.`, naming(was, less)));
  }
  const rows = (group: Group): string[] => group.authority.map(({ decision, level }) => `${decision}: ${level}`);
  if (rows(was).join('\n') !== rows(is).join('\n')) {
    const text = 'would say otherwise who decides what. What its word is worth here is what the rules grant it.';
    found.push(says(text, from(is, is.authority[0]?.line)));
  }
  return found;
}

const without = (all: readonly string[], those: readonly string[]): string[] => [
  ...new Set(all.filter((each) => !those.includes(each))),
];

const listed = (texts: readonly string[]): string => {
  const shown = texts.slice(0, MOST_NAMED).map((text) => `"${text}"`);
  return either(texts.length > shown.length ? [...shown, `${texts.length - shown.length} more`] : shown, 'and');
};

const seps = (numbers: readonly string[]): string => {
  const shown = numbers.slice(0, 2 * MOST_NAMED).map((number) => `SEP-${number}`);
  return either(numbers.length > shown.length ? [...shown, `${numbers.length - shown.length} more`] : shown, 'and');
};
