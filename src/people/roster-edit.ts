import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isDeepStrictEqual } from 'node:util';
import { readRoster } from './roster.js';
import { changed, entriesOf, placeIn, type Entry, type RosterChange } from './roster-change.js';

/** A roster with exactly one change, or why no edit of ours makes it: a sentence. */
export type RosterEdit = { ok: true; text: string } | { ok: false; problem: string };

/** A piece of text that goes in, and what it takes the place of. */
interface Splice {
  at: number;
  end: number;
  text: string;
}

/**
 * Makes one change in a roster's text, and touches no other line. The result is read back and compared: where it is not
 * exactly the change, nothing is edited.
 * @param text null where there is no roster yet
 */
export function editRoster(text: string | null, change: RosterChange): RosterEdit {
  const source = text ?? 'version: 1\npeople: []\n';
  const before = readRoster(source, 'roster').roster;
  if (!before) return { ok: false, problem: 'The roster cannot be read as it stands.' };
  const entries = entriesOf(before);
  const wanted = changed(entries, change);
  const edited = spliced(source, splicesFor(source, entries, wanted, placeIn(entries, change.of)));
  const after = edited === null ? null : readRoster(edited, 'roster').roster;
  if (edited === null || !after || !isDeepStrictEqual(entriesOf(after), wanted)) {
    return { ok: false, problem: 'The entry is written in a way in which no edit of single lines would do.' };
  }
  return isDeepStrictEqual(after.organizations, before.organizations)
    ? { ok: true, text: edited }
    : { ok: false, problem: 'The edit would change more than the entry.' };
}

function spliced(source: string, splices: readonly Splice[] | null): string | null {
  if (splices === null) return null;
  return splices
    .toSorted((a, b) => b.at - a.at || b.end - a.end)
    .reduce((text, { at, end, text: piece }) => text.slice(0, at) + piece + text.slice(end), source);
}

/** What goes where; null where the document has another form than an edit knows. */
function splicesFor(source: string, before: readonly Entry[], wanted: readonly Entry[], at: number): Splice[] | null {
  const document = parseDocument(source);
  const people = document.get('people', true);
  if (at === -1) {
    const entry = wanted.at(-1);
    if (!entry) return null;
    if (people === undefined || people === null) {
      return [
        { at: source.length, end: source.length, text: `${lineBreak(source)}people:\n  - ${entryText(entry)}\n` },
      ];
    }
    return isSeq(people) ? [itemInto(source, people, entryText(entry), 'people:')] : null;
  }
  const map = isSeq(people) ? people.items[at] : null;
  const [was, is] = [before[at], wanted[at]];
  if (!isMap(map) || !was || !is) return null;
  const splices = [
    ...spans(source, map, 'roles', was.roles, is.roles, roleText),
    ...spans(source, map, 'groups', was.groups, is.groups, groupText),
    flag(source, map, 'moderator', was.moderator, is.moderator),
    flag(source, map, 'emeritus', was.emeritus, is.emeritus),
  ];
  return splices.every((one) => one !== null) ? joined(splices.filter((one) => one !== 'same')) : null;
}

/** Pieces that go into one place follow each other. */
function joined(splices: readonly Splice[]): Splice[] {
  const at = new Map<string, Splice>();
  for (const one of splices) {
    const key = `${one.at}-${one.end}`;
    const known = at.get(key);
    at.set(key, known ? { ...known, text: known.text + one.text } : one);
  }
  return [...at.values()];
}

type Span = Entry['roles'][number] | Entry['groups'][number];

/** The last days that come to the spans of a list, and the spans that it gets. */
function spans<Of extends Span>(
  source: string,
  map: YAMLMap,
  key: string,
  was: readonly Of[],
  is: readonly Of[],
  textOf: (one: Of) => string,
): (Splice | null)[] {
  const list = map.get(key, true);
  const untils = was.flatMap((one, index) => {
    const until = is[index]?.until ?? null;
    if (until === one.until || until === null) return [];
    const item = isSeq(list) ? list.items[index] : null;
    if (!isMap(item)) return [null];
    const there = item.get('until', true);
    if (isScalar(there)) return [replaced(there, until)];
    return [keyInto(source, item, `until: ${until}`)];
  });
  const added = is.slice(was.length).map((one) => {
    if (isSeq(list)) return itemInto(source, list, textOf(one), `${key}:`);
    return list === undefined ? keyInto(source, map, `${key}: [${textOf(one)}]`) : null;
  });
  return [...untils, ...added];
}

function flag(source: string, map: YAMLMap, key: string, was: boolean, is: boolean): Splice | null | 'same' {
  if (was === is) return 'same';
  const there = map.get(key, true);
  return isScalar(there) ? replaced(there, String(is)) : keyInto(source, map, `${key}: ${is}`);
}

const replaced = (node: Node, text: string): Splice | null => {
  const { range } = node;
  return range ? { at: range[0], end: range[1], text } : null;
};

/** A further key of a map, behind its last one. */
function keyInto(source: string, map: YAMLMap, text: string): Splice | null {
  if (map.flow === true) return intoFlow(source, map, text);
  const first = map.items[0] as Pair<Node, Node> | undefined;
  const start = first?.key.range?.[0];
  const end = lastEnd(map);
  if (start === undefined || end === null) return null;
  const indent = ' '.repeat(start - lineStart(source, start));
  return afterLine(source, end, `${indent}${text}`);
}

/** A further item of a list, behind its last one. @param key what the list stands behind, where it is empty */
function itemInto(source: string, list: YAMLSeq, text: string, key: string): Splice {
  if (list.flow === true) {
    const [at = 0, end = 0] = list.range ?? [];
    // An empty list at the end of a line becomes one with a line for each.
    if (list.items.length === 0 && key === 'people:')
      return { at: source.slice(0, at).trimEnd().length, end, text: `\n  - ${text}` };
    return intoFlow(source, list, text) ?? { at: end, end, text };
  }
  const first = list.items[0] as Node | undefined;
  const start = first?.range?.[0] ?? 0;
  const dash = source.lastIndexOf('-', start - 1);
  const indent = ' '.repeat(Math.max(0, dash - lineStart(source, dash)));
  return afterLine(source, lastEnd(list) ?? start, `${indent}- ${text}`);
}

/** Into `{ … }` or `[ … ]`, before its end. */
function intoFlow(source: string, node: YAMLMap | YAMLSeq, text: string): Splice | null {
  const end = node.range?.[1];
  if (end === undefined) return null;
  const inner = source.slice(0, end - 1).trimEnd();
  const isEmpty = node.items.length === 0;
  const comma = isEmpty ? '' : inner.endsWith(',') ? ' ' : ', ';
  return { at: inner.length, end: inner.length, text: `${comma}${text}` };
}

/** Where the last value in a node ends. */
function lastEnd(node: Node | null | undefined): number | null {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | undefined;
    return lastEnd(last?.value) ?? last?.key.range?.[1] ?? null;
  }
  if (isSeq(node) && node.flow !== true) return lastEnd(node.items.at(-1) as Node | undefined);
  return node?.range?.[1] ?? null;
}

const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1;

/** A line behind the one that holds a place. */
function afterLine(source: string, at: number, line: string): Splice {
  const end = source.indexOf('\n', at);
  return end === -1
    ? { at: source.length, end: source.length, text: `\n${line}\n` }
    : { at: end + 1, end: end + 1, text: `${line}\n` };
}

const lineBreak = (source: string): string => (source === '' || source.endsWith('\n') ? '' : '\n');

const quotedDecision = (decision: string | null): string => (decision === null ? '' : `, decision: '${decision}'`);
const days = ({ since, until }: Span): string =>
  `${since === null ? '' : `, since: ${since}`}${until === null ? '' : `, until: ${until}`}`;
const roleText = (one: Entry['roles'][number]): string =>
  `{ role: ${one.role}${days(one)}${quotedDecision(one.decision)} }`;
const groupText = (one: Entry['groups'][number]): string =>
  `{ group: ${one.group}, level: ${one.level}${days(one)}${quotedDecision(one.decision)} }`;

/** A new entry, on lines of its own below its dash. */
function entryText({ ids, logins, roles, moderator, groups, emeritus }: Entry): string {
  return [
    `logins: [${logins.join(', ')}]`,
    ...(ids.length === 0 ? [] : [`ids: [${ids.join(', ')}]`]),
    ...(roles.length === 0 ? [] : [`roles: [${roles.map(roleText).join(', ')}]`]),
    ...(moderator ? ['moderator: true'] : []),
    ...(groups.length === 0 ? [] : [`groups: [${groups.map(groupText).join(', ')}]`]),
    ...(emeritus ? ['emeritus: true'] : []),
  ].join('\n    ');
}
