import { atTitle } from '../places.js';
import { renamed } from '../rename.js';
import type { Check } from '../types.js';

/** Source: the SEP guidelines, "Submitting": the file is renamed to the pull request's number. */
export const nameMatchesPullRequest: Check = {
  code: 'name/number-matches-pull-request',
  level: 'warning',
  anyPage: true,
  wants: "The number in the file's name is the number of its pull request.",
  why: "A proposal's number is its pull request's number, so that nobody has to hand out numbers and every link to one leads to the other.",
  good: 'seps/1850-tool-timeouts.md in pull request 1850',
  bad: 'seps/0000-tool-timeouts.md in pull request 1850',
  check({ proposal, context: { path, pullRequest } }) {
    if (pullRequest === null || proposal.number === pullRequest) return [];
    const says = proposal.number === null ? 'has no number yet' : `says ${proposal.number}`;
    return [
      {
        ...atTitle(proposal),
        message: `The file's name ${says}; this is pull request ${pullRequest}, and that is the proposal's number.`,
        help: `Rename the file: "${renamed(path, pullRequest)}".`,
      },
    ];
  },
};
