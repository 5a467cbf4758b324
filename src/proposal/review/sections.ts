import type { Proposal, ProposalType } from '../types.js';
import type { Body, Section } from './body.js';

/** A section of the template. */
export interface TemplateSection {
  readonly name: string;
  /** Other headings, of any depth, under which authors put the same thing. */
  readonly also: RegExp;
  /** Tracks whose proposals may do without it. */
  readonly optionalFor: readonly ProposalType[];
  /** Not asked of a draft yet. */
  readonly later?: true;
}

/** Source: the SEP guidelines, "SEP Format", 2 to 8, and the template, which lets tracks other than Standards adapt. */
export const TEMPLATE_SECTIONS: readonly TemplateSection[] = [
  { name: 'Abstract', also: /^(?:abstract|summary|overview|tl;?dr)\b/, optionalFor: [] },
  { name: 'Motivation', also: /\b(?:motivation|problem|background)\b/, optionalFor: [] },
  { name: 'Specification', also: /\b(?:specification|proposal|design)\b/, optionalFor: ['Informational'] },
  { name: 'Rationale', also: /\b(?:rationale|alternatives)\b/, optionalFor: ['Informational'] },
  {
    name: 'Backward Compatibility',
    also: /\b(?:compatibility|breaking changes|migration)\b/,
    optionalFor: ['Process', 'Informational'],
  },
  {
    name: 'Security Implications',
    also: /\b(?:security|safety|privacy)\b/,
    optionalFor: ['Process', 'Informational'],
  },
  {
    name: 'Reference Implementation',
    also: /\b(?:implementations?|prototype)\b/,
    optionalFor: ['Process', 'Informational'],
    // The guidelines, "Prototype Requirements": needed before a proposal is accepted.
    later: true,
  },
];

/** Whether a proposal's track asks for a section. A track that cannot be read asks for all. */
export function isNeeded(section: TemplateSection, { type }: Pick<Proposal, 'type'>): boolean {
  return type === null || !section.optionalFor.includes(type);
}

const NORMATIVE = /^(?:(?:detailed|technical|protocol|normative|proposed|formal|core) )*specifications?\b/;
const NOT_NORMATIVE =
  /\b(?:rationale|examples?|alternatives?|non-normative|informative|background|motivation|overview|open questions?|notes?|flows?|future|appendix|prior art|use cases?|comparison)\b/;

/** The outermost sections whose heading says that they specify something. */
export function specifications(body: Body): Section[] {
  return body.sections.filter(
    (section) => NORMATIVE.test(section.name) && !(section.parent && NORMATIVE.test(section.parent.name)),
  );
}

/** The sections in which a sentence is a rule: a specification and what stands in it, but examples and reasons. */
export function normativeSections(body: Body): Section[] {
  const normative = new Set<Section>(specifications(body));
  for (const section of body.sections) {
    if (section.parent && normative.has(section.parent) && !NOT_NORMATIVE.test(section.name)) normative.add(section);
  }
  return [...normative].sort((a, b) => a.heading.line - b.heading.line);
}
