import type { Check } from '../types.js';

/** What a page calls itself that stands beside a proposal: in its title or above its first section. */
const COMPANION = /\b(?:companion|supplement(?:ary)?|appendix|faq|frequently asked questions)\b/i;

/** The reading finds it; what calls itself something else than a proposal is asked to move. */
export const preambleMissing: Check = {
  code: 'preamble/missing',
  level: 'error',
  anyPage: true,
  wants: 'A preamble stands between the title and the first section. What is no proposal lies in another folder.',
  why: 'Without it nobody knows whose proposal it is and how far it has come.',
  good: '- **Status**: Draft',
  bad: 'a title with the first section right below it',
  check({ proposal, body }) {
    const read = proposal.diagnostics.find(({ code }) => code === 'preamble/missing');
    if (!read) return [];
    const first = body.sections[0]?.heading.line ?? body.lines.length + 1;
    const above = body.source.all.slice(0, Math.min(first - 1, 40)).map(({ text }) => text.slice(0, 1000));
    if (!above.some((text) => COMPANION.test(text))) return [];
    return [
      {
        ...read,
        severity: 'warning',
        message: 'This page is no proposal by its own words, and it lies among the proposals.',
        help: 'Move it to another folder, or put what it says into the proposal; every page here counts as a proposal.',
      },
    ];
  },
};
