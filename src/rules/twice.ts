import { isMap, isNode, isPair, isSeq, visit } from 'yaml';
import { MOST_PROBLEMS, type RulesProblem } from './problem.js';
import { place, type Path, type Source } from './source.js';

/** A key that stands twice in one map: of what lies under it nobody knows what counts. */
export interface Twice {
  path: Path;
  problem: RulesProblem;
}

/** The keys that stand twice in one map of a file; no more than people are told of. */
export function keysTwice(source: Source): Twice[] {
  const found: Twice[] = [];
  visit(source.document, {
    Map(_, map, ancestors) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = String(key);
        if (seen.has(name) && isNode(key) && found.length < MOST_PROBLEMS) {
          const { line, col } = source.lines.linePos(key.range?.[0] ?? 0);
          const message = 'This key stands here twice; the second would win in silence.';
          const path = [...pathOf([...ancestors, map]), name];
          found.push({ path, problem: place(source, line, col, 'rules/yaml', message) });
        }
        seen.add(name);
      }
    },
  });
  return found;
}

/** The path to the last of some nodes, of which each holds the next. */
function pathOf(nodes: readonly unknown[]): Path {
  return nodes.flatMap((node, at): (string | number)[] => {
    if (isPair(node)) return [String(node.key)];
    const next = nodes[at + 1];
    return isSeq(node) && (isMap(next) || isSeq(next)) ? [node.items.indexOf(next)] : [];
  });
}
