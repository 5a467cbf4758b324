import { markdownLines, withoutComments } from '../markdown-lines.js';
import { Lines } from '../source.js';
import type { Heading, Proposal } from '../types.js';
import { findLinks, type Link } from './links.js';
import { withoutCode } from './mask.js';

/** A line of the document as the checks look at it. */
export interface BodyLine {
  /** From 1. */
  readonly number: number;
  /** Headings and front matter are `other`. */
  readonly kind: 'prose' | 'quote' | 'code' | 'other';
  /** The text with comments and code spans blanked, so that columns still hold. Code lines are blank. */
  readonly text: string;
  /** Whether a reader sees anything here: code does count, a comment does not. */
  readonly visible: boolean;
}

/** A heading and what stands below it. */
export interface Section {
  readonly heading: Heading;
  /** Lower case, without emphasis and its number: `security implications`. */
  readonly name: string;
  /** The section around it; null at the top. */
  readonly parent: Section | null;
  /** Line numbers: its own text up to the next heading of any depth, and all of it with its subsections; both excluded. */
  readonly ownEnd: number;
  readonly end: number;
}

/** A document cut into lines and sections. Made by one pass over the lines: no parser sees the body (see `head.ts`). */
export interface Body {
  /** As written. */
  readonly source: Lines;
  readonly lines: readonly BodyLine[];
  /** In order; the title is none. */
  readonly sections: readonly Section[];
  readonly links: readonly Link[];
}

const scanned = new WeakMap<Proposal, { readonly source: string; readonly body: Body }>();

/** The body of a proposal as read from `source`; scanned once, however often it is asked for. */
export function bodyOf(source: string, proposal: Proposal): Body {
  const before = scanned.get(proposal);
  if (before?.source === source) return before.body;
  const body = scanBody(source, proposal);
  scanned.set(proposal, { source, body });
  return body;
}

function scanBody(source: string, proposal: Proposal): Body {
  const written = new Lines(source);
  const lines = scanLines(written, proposal.headings);
  return {
    source: written,
    lines,
    sections: cutSections(proposal, lines.length),
    links: lines.flatMap(({ number, kind, text }) => (kind === 'code' ? [] : findLinks(text, number))),
  };
}

/** The lines of a section, without its heading: with its subsections, or only its `own`. */
export function linesOf(body: Body, section: Section, extent: 'own' | 'all'): readonly BodyLine[] {
  return body.lines.slice(section.heading.line, (extent === 'own' ? section.ownEnd : section.end) - 1);
}

function scanLines(lines: Lines, headings: readonly Heading[]): BodyLine[] {
  const headingLines = new Set(headings.map((heading) => heading.line));
  return [...markdownLines(lines)].map((each): BodyLine => {
    const { number } = each;
    if (each.kind === 'front') return { number, kind: 'other', text: '', visible: true };
    if (each.kind !== 'prose') return { number, kind: 'code', text: '', visible: true };
    const text = withoutComments(each, 'blank');
    const kind = headingLines.has(number) ? 'other' : /^\s{0,3}>/.test(text) ? 'quote' : 'prose';
    return { number, kind, text: withoutCode(text), visible: text.trim() !== '' };
  });
}

function cutSections({ headings, title }: Proposal, lines: number): Section[] {
  const isTitle = headings[0] !== undefined && title !== null && headings[0].text.includes(title);
  const own = isTitle ? headings.slice(1) : headings;
  const ends = endsOf(own, lines + 1);
  const open: Section[] = [];
  return own.map((heading, index) => {
    while ((open.at(-1)?.heading.depth ?? 0) >= heading.depth) open.pop();
    const section: Section = {
      heading,
      name: nameOf(heading.text),
      parent: open.at(-1) ?? null,
      ownEnd: own[index + 1]?.line ?? lines + 1,
      end: ends[index] ?? lines + 1,
    };
    open.push(section);
    return section;
  });
}

/** For each heading the line of the next one that is not deeper. */
function endsOf(headings: readonly Heading[], last: number): number[] {
  const ends = headings.map(() => last);
  const open: number[] = [];
  for (const [index, { depth, line }] of headings.entries()) {
    for (let top = open.at(-1); top !== undefined && (headings[top]?.depth ?? 0) >= depth; top = open.at(-1)) {
      ends[top] = line;
      open.pop();
    }
    open.push(index);
  }
  return ends;
}

/** Authors number their sections and mark them. */
function nameOf(text: string): string {
  return text
    .slice(0, 300)
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[ivx]{1,4}\.)\s+/, '')
    .replace(/\s*:?\s*$/, '');
}
