import { proposalFile } from '../../name.js';
import { atTitle } from '../places.js';
import { fileParts, renamed } from '../rename.js';
import type { Check } from '../types.js';

/** Source: the SEP guidelines, "Step-by-Step Process", 1 and 3. */
export const nameForm: Check = {
  code: 'name/form',
  level: { draft: 'info', review: 'warning', decided: 'info' },
  wants: "The file's name is the number, a hyphen and the title in words: 0000 stands for a number to come.",
  why: 'The list of proposals, the rendered pages and every link are made from the name.',
  good: '1850-tool-timeouts.md',
  bad: 'sep-1850 tool timeouts.md',
  check({ proposal, context: { path, pullRequest } }) {
    const { folder, name } = fileParts(path);
    // The number's own check names the whole new name already.
    if (pullRequest !== null && proposal.number !== pullRequest) return [];
    if (/^\d{1,9}-[^\s/]+\.md$/.test(name)) return [];
    const file = proposalFile(path, { folder });
    if (!file) return [];
    const better = renamed(path, proposal.number ?? 0);
    return [
      {
        ...atTitle(proposal),
        message: `The file's name "${name}" has not the form "number-title.md".`,
        help: `Rename the file: "${better}".`,
      },
    ];
  },
};
