import { atTitle } from '../places.js';
import { companionPath } from '../rename.js';
import type { Check } from '../types.js';

/** Only where the repository's rules name such a page. */
export const companionMissing: Check = {
  code: 'companion/missing',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: "The rendered page that the repository's own checks demand stands beside the proposal.",
  why: 'Without it another check fails later, with words that say less.',
  good: 'docs/seps/1850-tool-timeouts.mdx beside seps/1850-tool-timeouts.md',
  bad: 'seps/1850-tool-timeouts.md alone',
  check({ proposal, context: { companion, exists, path, pullRequest } }) {
    // Before the file has its number, the page would get the wrong name.
    if (!companion || !exists || proposal.number === null) return [];
    if (pullRequest !== null && proposal.number !== pullRequest) return [];
    const page = companionPath(companion, path);
    if (exists(page)) return [];
    return [
      {
        ...atTitle(proposal),
        message: `The rendered page "${page}" is missing.`,
        help: companion.command === undefined ? 'Add it.' : `Run "${companion.command}" and commit what it writes.`,
      },
    ];
  },
};
