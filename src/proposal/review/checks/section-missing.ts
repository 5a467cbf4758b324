import { atTitle } from '../places.js';
import { isNeeded, TEMPLATE_SECTIONS } from '../sections.js';
import type { Check } from '../types.js';

/** Source: the SEP guidelines, "SEP Format", 2 to 8, and the template. */
export const missingSection: Check = {
  code: 'section/missing',
  level: 'warning',
  wants: `The document has the sections of the template: ${TEMPLATE_SECTIONS.map((section) => section.name).join(', ')}. Informational and Process proposals may do without some, and a draft without its implementation is told gently.`,
  why: 'Reviewers look for each of these; a section that says "none" and why is shorter than the question it saves.',
  good: '## Security Implications',
  bad: 'a Standards Track proposal without a word on security',
  check({ proposal, body: { sections }, stage }) {
    const missing = TEMPLATE_SECTIONS.filter((section) => isNeeded(section, proposal)).filter(
      ({ also }) => !sections.some(({ name }) => also.test(name)),
    );
    const [first, ...others] = missing;
    if (first === undefined) return [];
    const names = missing.map(({ name }) => `"${name}"`).join(', ');
    const early = stage === 'draft' && missing.every(({ later }) => later === true);
    return [
      {
        ...atTitle(proposal),
        ...(early ? { severity: 'info' } : {}),
        message: others.length === 0 ? `The section ${names} is missing.` : `The sections ${names} are missing.`,
        help: early
          ? `It is needed before the proposal can be accepted; a heading "## ${first.name}" with your plan is a beginning.`
          : `Add a heading such as "## ${first.name}" with at least a sentence; if there is nothing to say, say that.`,
      },
    ];
  },
};
