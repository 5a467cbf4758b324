import type { Link } from '../links.js';
import { pathsLinked } from '../outside.js';
import { numberOfProposal } from '../targets.js';
import type { Check, Report } from '../types.js';

export const linkPath: Check = {
  code: 'link/path',
  level: 'warning',
  wants: 'A relative link or image leads to a file that is there.',
  why: 'A picture that does not show and a page that is not found make readers doubt the rest.',
  good: '[governance](./932-model-context-protocol-governance.md)',
  bad: '![the states](img/states.png), without that file',
  check({ context, body }) {
    const { exists } = context;
    if (!exists) return [];
    const linked = new Map<string, [Link, ...Link[]]>();
    for (const { link, path } of pathsLinked(body, context.path)) {
      const before = linked.get(path);
      if (before) before.push(link);
      else linked.set(path, [link]);
    }
    return [...linked].flatMap(([path, [link, ...others]]): Report[] => {
      if (exists(path)) return [];
      // Where the file was named by its place on this machine, what it says tells more.
      const shown = /^(?:\/|[a-z]:)/i.test(path) ? link.target : path;
      return [
        {
          line: link.line,
          column: link.column,
          endLine: link.line,
          endColumn: link.endColumn,
          message: `The ${link.image ? 'image' : 'link'} leads to "${shown}", and the repository has no such file${also(others, link)}.`,
          help:
            numberOfProposal(link) === null
              ? 'Correct the path, add the file, or link to its full address.'
              : 'Correct the path; to a proposal that is not merged, link by its pull request.',
        },
      ];
    });
  },
};

/** Where else the same target stands; one finding is enough for all of them. */
function also(others: readonly Link[], { line }: Link): string {
  const lines = [...new Set(others.map((each) => each.line))].filter((each) => each !== line);
  if (lines.length === 0) return '';
  if (lines.length > 3) return ` (also in ${lines.length} more lines)`;
  return ` (also in line${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`;
}
