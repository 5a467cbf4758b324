import { isNeeded, TEMPLATE_SECTIONS } from './review/sections.js';
import type { ProposalType } from './types.js';

/** What a person knows when they begin. Each on one line, in the form in which the preamble gives it. */
export interface Beginning {
  readonly title: string;
  readonly type: ProposalType;
  /** `Ada Example (@ada-example)`; at least one. */
  readonly authors: readonly string[];
  /** `YYYY-MM-DD` */
  readonly created: string;
  readonly workingGroup: string | null;
  readonly sponsor: string | null;
}

/** What belongs into a section, as a question to the author. In a comment: what nobody answered, readers do not see. */
const QUESTIONS: Readonly<Record<string, string>> = {
  Abstract: 'What changes, and for whom? About 200 words.',
  Motivation: 'What cannot be done today, and who needs it?',
  Specification: 'What exactly is demanded of whom? Use MUST, SHOULD and MAY as RFC 2119 defines them.',
  Rationale: 'Why this way? Which other ways were considered, and who objected to what?',
  'Backward Compatibility': 'What breaks, for whom, and how do they move? If nothing, say so.',
  'Security Implications': 'What can go wrong that could not before? If nothing, say why.',
  'Reference Implementation': 'Where is the prototype? It is needed before the proposal can be accepted.',
};

/** A new proposal's file: a complete preamble, and the sections of its track, still to be written. */
export function freshProposal({ title, type, authors, created, workingGroup, sponsor }: Beginning): string {
  const preamble: [string, string][] = [
    ['Status', 'Draft'],
    ['Type', type],
    ['Created', created],
    ['Author(s)', authors.join(', ')],
    ['Sponsor', sponsor ?? 'None'],
    ...(workingGroup === null ? [] : [['Working Group', workingGroup] satisfies [string, string]]),
    ['PR', 'TBD'],
  ];
  const sections = TEMPLATE_SECTIONS.filter((section) => isNeeded(section, { type }));
  return [
    `# SEP-0000: ${title}`,
    preamble.map(([key, value]) => `- **${key}**: ${value}`).join('\n'),
    ...sections.map(({ name }) => `## ${name}\n\n<!-- ${QUESTIONS[name] ?? ''} -->`),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** A title as the words of a file's name: `Tool timeouts, again` becomes `tool-timeouts-again`. May be empty. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length > 60 && slug !== '') break;
    slug += slug === '' ? word.slice(0, 60) : `-${word}`;
  }
  return slug;
}
