import { bodyOf, linesOf, type Body, type BodyLine } from '../review/body.js';
import { placeholderIn } from '../review/checks/section-placeholder.js';
import { relativePath } from '../review/targets.js';
import type { Proposal } from '../types.js';
import { isDocument, targetOf, type Home, type Target } from './code-hosts.js';
import { implementationSections } from './sections.js';

export type { Home, Target } from './code-hosts.js';

/** A link of a proposal to what shows that it works, or fails to. */
export interface ShownLink {
  /** From 1. */
  line: number;
  /** As written: an address, or a path from the repository's top for a file of the repository itself. */
  target: string;
  leadsTo: Target;
  /** The heading under which it stands; null in the preamble. */
  section: string | null;
}

/** What a proposal says of code that shows how it works. */
export interface Implementation {
  links: ShownLink[];
  /** Headings of the sections for it, in order; empty where there is none. */
  sections: { heading: string; line: number }[];
  /** The first place in them where something is still to be written, or is only promised; null where none is. */
  promise: { line: number; words: string } | null;
}

/** Where a document stands, as far as its links are told apart by it. */
export interface Place {
  /** From the repository's top. */
  path: string;
  source: string;
  home: Home;
  /** Whether a path from the repository's top is at the head of the pull request. */
  exists(path: string): boolean;
}

/** Sentences that promise an implementation instead of having one; a link beside them can still be one. */
const PROMISE =
  /\b(?:to be (?:provided|completed|added|written|done|determined|implemented|published)|will be (?:provided|completed|added|developed|implemented|published|available|linked)|(?:none|nothing) yet|not yet (?:available|implemented|started|written)|coming soon|(?:is|are) planned)\b/i;

/** The preamble's own word for it: `- **Prototype**: …`, `> **Reference Implementation**: …`. */
const NAMED =
  /^[\s>|*_+-]{0,12}(?:reference |sample |draft )*(?:implementations?|prototypes?|proofs?[ -]of[ -]concept|poc)\b[^:|]{0,30}[*_]{0,3}\s{0,4}[:|]/i;

/** An address as it stands in a text, without the marks that end a sentence or a bracket. */
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`|]{3,1000}/gi;

/**
 * What a proposal says of code that shows how it works: in its sections for that, and in the lines of its preamble that
 * are named so. Nothing is fetched: what an address leads to is told from its form.
 */
export function implementationOf(proposal: Proposal, place: Place): Implementation {
  const body = bodyOf(place.source, proposal);
  const sections = implementationSections(body);
  const first = body.sections[0]?.heading.line ?? body.lines.length + 1;
  const preamble = body.lines.filter(({ number, text }) => number < first && NAMED.test(text));
  const inSections = sections.map((section) => ({
    heading: section.heading.text,
    lines: linesOf(body, section, 'all'),
  }));
  const promises = inSections.flatMap(({ lines }) => lines.flatMap(promiseIn));
  return {
    links: [
      ...linksOn(preamble, null, body, place),
      ...inSections.flatMap(({ heading, lines }) => linksOn(lines, heading, body, place)),
    ],
    sections: sections.map(({ heading }) => ({ heading: heading.text, line: heading.line })),
    promise: promises[0] ?? null,
  };
}

function promiseIn({ number, kind, text }: BodyLine): { line: number; words: string }[] {
  if (kind === 'code') return [];
  const words = placeholderIn(text)?.text ?? PROMISE.exec(text.slice(0, 2000))?.[0];
  return words === undefined ? [] : [{ line: number, words }];
}

function linksOn(lines: readonly BodyLine[], section: string | null, body: Body, place: Place): ShownLink[] {
  const numbers = new Set(lines.map(({ number }) => number));
  const marked = body.links.filter(({ line }) => numbers.has(line));
  const targets = new Map<string, ShownLink>();
  const add = (line: number, target: string, leadsTo: Target): void => {
    if (!targets.has(target)) targets.set(target, { line, target, leadsTo, section });
  };
  for (const link of marked) {
    // A picture shows nothing that runs, and an anchor another part of the same page.
    if (link.image || link.target.startsWith('#')) continue;
    const path = relativePath(link, place.path);
    if (path === null) add(link.line, link.target, targetOf(link.target, place.home));
    else if (path !== place.path && !path.startsWith('..')) add(link.line, path, ofFile(path, place));
  }
  for (const { number, kind, text } of lines) {
    if (kind === 'code') continue;
    for (const [address] of text.matchAll(ADDRESS)) {
      const bare = address.replace(/[.,;:!?*_~]+$/, '');
      if (!marked.some(({ line, target }) => line === number && target.startsWith(bare))) {
        add(number, bare, targetOf(bare, place.home));
      }
    }
  }
  return [...targets.values()];
}

function ofFile(path: string, place: Place): Target {
  if (!place.exists(path)) return 'elsewhere';
  return isDocument(path) ? 'documents' : 'code';
}
