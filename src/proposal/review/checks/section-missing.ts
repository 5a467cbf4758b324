import { sepHeading } from '../../title.js';
import type { Proposal, ProposalType } from '../../types.js';
import { atTitle } from '../places.js';
import type { Check } from '../types.js';

interface Section {
  readonly name: string;
  /** Other headings under which authors put the same thing. */
  readonly also: RegExp;
  /** Tracks whose proposals may do without it. */
  readonly optionalFor: readonly ProposalType[];
}

/** Source: the SEP guidelines, "SEP Format", 2 to 8, and the template, which lets tracks other than Standards adapt. */
const SECTIONS: readonly Section[] = [
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
  },
];

export const missingSection: Check = {
  code: 'section/missing',
  level: 'warning',
  wants: `The document has the sections of the template: ${SECTIONS.map((section) => section.name).join(', ')}.`,
  why: 'Reviewers look for each of these; a section that says "none" and why is shorter than the question it saves.',
  good: '## Security Implications',
  bad: 'a Standards Track proposal without a word on security',
  check(proposal) {
    if (proposal.fields.every((field) => field.canonical === null)) return [];
    const headings = sectionHeadings(proposal);
    const missing = SECTIONS.filter((section) => isNeeded(section, proposal))
      .filter((section) => !headings.some((heading) => section.also.test(heading)))
      .map((section) => section.name);
    const [first, ...others] = missing;
    if (first === undefined) return [];
    const names = missing.map((name) => `"${name}"`).join(', ');
    return [
      {
        ...atTitle(proposal),
        message: others.length === 0 ? `The section ${names} is missing.` : `The sections ${names} are missing.`,
        help: `Add a heading such as "## ${first}" with at least a sentence; if there is nothing to say, say that.`,
      },
    ];
  },
};

function isNeeded(section: Section, proposal: Proposal): boolean {
  return proposal.type === null || !section.optionalFor.includes(proposal.type);
}

/** Every heading below the title, of any depth: authors shift levels, and number their sections. */
function sectionHeadings(proposal: Proposal): string[] {
  const [first, ...rest] = proposal.headings;
  const isTitle = first !== undefined && sepHeading(first.text).title === proposal.title;
  return (isTitle ? rest : proposal.headings).map((heading) =>
    heading.text
      .toLowerCase()
      .replace(/[*_`]/g, '')
      .replace(/^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[ivx]{1,4}\.)\s+/, ''),
  );
}
