import type { Facts } from '../facts/facts.js';
import { marked } from '../facts/texts.js';
import { openDecision } from '../judge/state.js';
import type { Verdict } from '../judge/verdict.js';
import { sha256 } from '../ledger/chain.js';
import { editField, type Finding } from '../proposal/index.js';
import { remark } from './remark.js';
import type { Suggested, Write } from './write.js';
import { words, type Overrides } from '../templates/index.js';

/** Suggestions for findings that wait for the author at one time; the rest follows when these are done. */
const MOST_OPEN = 10;
/** A comment takes 65,536 characters. */
const LONGEST = 60_000;
/** What was announced and has not been seen for so long was swallowed: it is not tried again. */
const PATIENCE_MINUTES = 60;

/** Whole lines with what should stand in their place, and why. */
interface Wanted {
  marker: string;
  startLine: number;
  endLine: number;
  replacement: string;
  why: string;
  /** The finding that it mends; null for a line that the record has overtaken. */
  finding: Finding | null;
}

/** What the suggestions of a look come to. */
export interface Suggestions {
  writes: Write[];
  /** The findings of which a suggestion stands on its line, or is put there now. */
  offered: ReadonlySet<Finding>;
  /** Edits of lines that the record has overtaken, which cannot stand on their lines. */
  unoffered: readonly (Pick<Wanted, 'startLine' | 'endLine' | 'replacement'> & { why: string })[];
}

/**
 * Edits that the author can take over with one click: lines that the record has overtaken, and mends of findings. Each
 * is offered once, all that are new as one review, and resolved when it is not wanted any more. GitHub refuses a review
 * with a line outside the diff, or swallows it; what stands there is said in the check instead.
 */
export function suggestions(facts: Facts, verdict: Verdict, intend: (key: string) => void): Suggestions {
  const { document, pull } = facts;
  const wanted = allWanted(facts, verdict);
  const standing = wanted.filter(({ marker }) => isOpen(facts, marker));
  const mayOffer = offering(facts);
  const chosen: Wanted[] = [];
  for (const one of wanted) {
    const open = [...standing, ...chosen];
    const full = open.filter(({ finding }) => finding !== null).length >= MOST_OPEN;
    if (one.finding !== null && (full || isTouchy(verdict))) continue;
    if (mayOffer(one) && open.every((other) => isApart(one, other))) chosen.push(one);
  }
  // What matters most is chosen first; people read from top to bottom.
  const { templates } = facts.governing;
  const inOrder = chosen.toSorted((a, b) => a.startLine - b.startLine);
  const threads = inOrder.map((one) => asThread(one, templates));
  for (const { marker } of threads) intend(marker);
  const writes: Write[] =
    threads.length > 0 ? [{ kind: 'suggest', head: pull.head, path: document.path, threads }] : [];
  return {
    writes: [...writes, ...past(facts, wanted)],
    unoffered: wanted.filter((one) => one.finding === null && ![...standing, ...chosen].includes(one)),
    offered: new Set(verdict.findings.filter((finding) => isOffered(finding, [...standing, ...chosen]))),
  };
}

/** Every edit that should stand on a line. Of a line that the record has overtaken, an editor says nothing else. */
function allWanted(facts: Facts, verdict: Verdict): Wanted[] {
  const { suffix } = names(facts);
  const named = (one: Wanted): Wanted => ({ ...one, marker: one.marker + suffix });
  const mending = mends(facts, verdict).map(named);
  const said = mending.filter(({ marker }) => isOpen(facts, marker));
  const recorded = overtaken(facts, verdict)
    .map(named)
    // The same edit, offered for another reason, does.
    .filter((one) => !said.some((other) => !isApart(one, other) && one.replacement === other.replacement));
  return [...recorded, ...mending.filter((one) => recorded.every((other) => isApart(one, other)))];
}

/** Whether a suggestion can be accepted where it stands. */
function isOpen({ published }: Facts, marker: string): boolean {
  const thread = published.threads.get(marker);
  return thread !== undefined && !thread.isResolved && !thread.isOutdated;
}

/** Whether one of these edits mends a finding: its own, or that of the record for its line. */
const isOffered = (finding: Finding, open: readonly Wanted[]): boolean =>
  open.some((one) => one.finding === finding || (one.finding === null && finding.fix && !isApart(one, finding.fix)));

/**
 * The names that the file has had. GitHub leaves comments with the old name, out of date, so that under another name
 * each suggestion is made anew, with a marker of its own.
 */
function names({ ledger, document }: Facts): { suffix: string; before: readonly string[] } {
  const paths = [...new Set(ledger.flatMap((line) => (line.kind === 'head-seen' ? [line.path] : [])))];
  const nth = paths.includes(document.path) ? paths.indexOf(document.path) : paths.length;
  const suffixes = [...paths, document.path].map((_, index) => (index === 0 ? '' : `:name-${index}`));
  return { suffix: suffixes[nth] ?? '', before: suffixes.slice(0, nth) };
}

/** While people decide about a text, and once they have, nobody is asked to change more of it than the record needs. */
const isTouchy = ({ state }: Verdict): boolean =>
  openDecision(state) !== null || !['proposal', 'draft', 'in-review'].includes(state.status);

function overtaken({ document }: Facts, { bookkeeping }: Verdict): Wanted[] {
  return bookkeeping.flatMap(({ field, value, why }): Wanted[] => {
    const edit = editField(document.source, field, value);
    if ('error' in edit) return [];
    const { start: startLine, end: endLine } = edit.line;
    const marker = `suggest:${field}:${value}`;
    return [{ marker, startLine, endLine, replacement: edit.after, why, finding: null }];
  });
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** What matters most first. A marker names the edit and not its place, so that it stays when lines move. */
function mends({ document }: Facts, { findings }: Verdict): Wanted[] {
  const lines = document.source.split(/\r\n|\n|\r/);
  const times = new Map<string, number>();
  return findings
    .flatMap((finding): Wanted[] => {
      if (!finding.fix) return [];
      const { startLine, endLine, replacement } = finding.fix;
      const before = lines.slice(startLine - 1, endLine);
      const edit = `suggest:${finding.code}:${sha256(JSON.stringify([before, replacement])).slice(0, 12)}`;
      const nth = times.get(edit) ?? 0;
      times.set(edit, nth + 1);
      const why = finding.help === undefined ? finding.message : `${finding.message} ${finding.help}`;
      return [{ marker: nth === 0 ? edit : `${edit}:${nth}`, startLine, endLine, replacement, why, finding }];
    })
    .sort((a, b) => weightOf(a) - weightOf(b));
}

const weightOf = ({ finding }: Wanted): number => (finding === null ? 0 : WEIGHT[finding.severity]);

/** Whether an edit can be offered now: every line is in the diff, and nobody has seen it or taken it away. */
function offering(facts: Facts): (wanted: Wanted) => boolean {
  const { document, ledger, published, now, pull } = facts;
  const { suffix, before } = names(facts);
  const made = new Set(ledger.flatMap((line) => (line.kind === 'made' ? [line.key] : [])));
  const announced = new Map(ledger.flatMap((line) => (line.kind === 'intent' ? [[line.key, line.at] as const] : [])));
  const isPast = (at: string): boolean => Date.parse(now) - Date.parse(at) > PATIENCE_MINUTES * 60_000;
  // Who resolved or deleted a suggestion under the last name of the file has said what they think of it; those under
  // names before it were resolved when the name changed.
  const isUnwanted = (marker: string): boolean => {
    const earlier = before.map((old) => marker.slice(0, marker.length - suffix.length) + old);
    const last = earlier.findLast((old) => announced.has(old));
    return last !== undefined && (published.threads.get(last)?.isResolved ?? made.has(last));
  };
  return ({ marker, startLine, endLine, replacement }) => {
    if (pull.state !== 'open' || pull.locked || published.threads.has(marker) || made.has(marker)) return false;
    const since = announced.get(marker);
    // It may stand among the threads that are out of sight: rather no suggestion than a second one.
    if (since !== undefined && (!published.allThreads || isPast(since))) return false;
    if (since === undefined && isUnwanted(marker)) return false;
    if (replacement.length > LONGEST) return false;
    for (let line = startLine; line <= endLine; line++) if (!document.diffLines.has(line)) return false;
    return true;
  };
}

type Lines = Pick<Wanted, 'startLine' | 'endLine'>;

const isApart = (a: Lines, b: Lines): boolean => a.endLine < b.startLine || b.endLine < a.startLine;

function asThread({ marker, startLine, endLine, replacement, why, finding }: Wanted, templates: Overrides): Suggested {
  const code = finding?.code ?? null;
  const said = code === null ? why : remark(why);
  const body = words('suggestion', { why: said, code, lines: replacement, fence: fenceFor(replacement) }, templates);
  return { marker, startLine, line: endLine, body: marked(marker, body) };
}

/** A fence that no run of backticks in the text can end. */
export const fenceFor = (text: string): string =>
  '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));

/** Threads whose edit is not wanted any more, and doubles: an unresolved thread can block merging. */
function past({ published }: Facts, wanted: readonly Wanted[]): Write[] {
  const markers = new Set(wanted.map(({ marker }) => marker));
  const mended = [...published.threads].flatMap(([marker, thread]) =>
    markers.has(marker) && !thread.isOutdated ? [] : [thread],
  );
  return [...mended, ...published.spareThreads]
    .filter((thread) => !thread.isResolved)
    .map(({ nodeId }): Write => ({ kind: 'resolve', nodeId }));
}
