import { pathsLinked } from '../outside.js';
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
    const known = new Map<string, boolean>();
    const isThere = (path: string): boolean => {
      const there = known.get(path) ?? exists(path);
      known.set(path, there);
      return there;
    };
    return pathsLinked(body, context.path).flatMap(({ link, path }): Report[] => {
      if (isThere(path)) return [];
      return [
        {
          line: link.line,
          column: link.column,
          endLine: link.line,
          endColumn: link.endColumn,
          message: `The ${link.image ? 'image' : 'link'} leads to "${path}", and there is no such file.`,
          help: 'Correct the path, add the file, or link to its full address.',
        },
      ];
    });
  },
};
