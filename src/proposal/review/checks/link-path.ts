import { relativePath } from '../targets.js';
import type { Check, Report } from '../types.js';

export const linkPath: Check = {
  code: 'link/path',
  level: 'warning',
  wants: 'A relative link or image leads to a file that is there.',
  why: 'A picture that does not show and a page that is not found make readers doubt the rest.',
  good: '[governance](./932-model-context-protocol-governance.md)',
  bad: '![the states](img/states.png), without that file',
  check({ context: { path, exists }, body: { links } }) {
    if (!exists) return [];
    const known = new Map<string, boolean>();
    const isThere = (target: string): boolean => {
      const there = known.get(target) ?? exists(target);
      known.set(target, there);
      return there;
    };
    return links.flatMap((link): Report[] => {
      const target = relativePath(link, path);
      if (target === null || target.length > 1000 || isThere(target)) return [];
      return [
        {
          line: link.line,
          column: link.column,
          endLine: link.line,
          endColumn: link.endColumn,
          message: `The ${link.image ? 'image' : 'link'} leads to "${target}", and there is no such file.`,
          help: 'Correct the path, add the file, or link to its full address.',
        },
      ];
    });
  },
};
