import type { Body, Section } from '../review/body.js';

/** What authors call the code that exists: "Reference Implementation", "Prototype (required before acceptance)". */
const CODE =
  /^(?:(?:reference|sample|example|working|existing|current|initial|client|server|prototype) )*(?:implementations?|prototypes?|proofs?[ -]of[ -]concept|poc)\b/;

/** What they call the way to it, or advice to others: "Implementation Plan", "Prototype path", "Server Implementation Requirements". */
const ABOUT =
  /\b(?:path|plan|plans|planned|roadmap|timeline|phases?|strategy|steps?|requirements?|guidance|guidelines?|considerations?|notes?|highlights|ordering|checklist|options?)\b/;

/** The outermost sections of a document that name code which shows how the proposal works. */
export function implementationSections({ sections }: Body): Section[] {
  const found = sections.filter(({ name }) => CODE.test(name) && !ABOUT.test(name));
  return found.filter((section) => !found.some((other) => other !== section && isWithin(section, other)));
}

const isWithin = (inner: Section, outer: Section): boolean =>
  inner.heading.line > outer.heading.line && inner.end <= outer.end;
