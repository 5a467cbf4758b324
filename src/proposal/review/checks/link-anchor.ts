import { anchorsOf, bare } from '../anchors.js';
import { mendLine } from '../places.js';
import { ownAnchor } from '../targets.js';
import type { Check, Report } from '../types.js';

export const linkAnchor: Check = {
  code: 'link/anchor',
  level: 'warning',
  wants: 'A link to a heading of the same page leads to one that is there.',
  why: 'The reader who follows it stays where they are and does not know why.',
  good: '[the states](#states), with a heading "## States"',
  bad: '[the states](#the-states), with a heading "## States"',
  mends: true,
  check({ proposal, context: { path }, body }) {
    const linked = body.links.flatMap((link) => {
      const anchor = ownAnchor(link, path);
      return anchor === null ? [] : [{ link, anchor }];
    });
    if (linked.length === 0) return [];
    const { exact, near } = anchorsOf(proposal, body);
    const mended = new Set<number>();
    return linked.flatMap(({ link, anchor }): Report[] => {
      if (exact.has(anchor.toLowerCase()) || /^(?:top|user-content-|fn)/i.test(anchor)) return [];
      const meant = near.get(bare(anchor)) ?? null;
      const report: Report = {
        line: link.line,
        column: link.column,
        endLine: link.line,
        endColumn: link.endColumn,
        message: `No heading of this page has the anchor "#${anchor}".`,
        help: meant === null ? 'Link to a heading that is there.' : `Write "#${meant}".`,
      };
      // One mend for a line: each replaces the whole of it.
      if (meant === null || mended.has(link.line)) return [report];
      mended.add(link.line);
      const from = link.column - 1 + link.target.indexOf('#');
      return [
        {
          ...report,
          ...mendLine(body, link.line, (line) => `${line.slice(0, from)}#${meant}${line.slice(link.endColumn - 1)}`),
        },
      ];
    });
  },
};
