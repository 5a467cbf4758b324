import type { List, Paragraph } from 'mdast';
import { offsets, parseMarkdown, type Node } from '../markdown.js';
import { fieldsOfParagraph } from './field-lines.js';
import { frontMatterBlock } from './frontmatter.js';
import { tableBlock } from './table.js';
import type { Block, RawField } from './types.js';

/** How deep bullets inside bullets are looked through for fields. */
const MAX_NESTING = 3;

/** Every preamble block in a document's head, in order. Offsets count from the head's start. */
export function findBlocks(head: string): Block[] {
  const blocks: Block[] = [];
  const nodes = parseMarkdown(head).children;
  for (const [index, node] of nodes.entries()) {
    const block = blockOf(head, node);
    if (block) blocks.push(withListBelow(head, block, nodes[index + 1]));
  }
  return blocks;
}

function blockOf(head: string, node: Node): Block | null {
  switch (node.type) {
    case 'yaml': {
      const { start, end } = offsets(node);
      const from = head.indexOf('\n', start) + 1;
      return from > 0 && from < end
        ? frontMatterBlock(head.slice(from, Math.max(from, head.lastIndexOf('\n', end - 1))), from)
        : null;
    }
    case 'table':
      return tableBlock(head, node);
    case 'list':
      return known({ form: 'bullets', fields: listFields(head, node, 0), problems: [] });
    case 'paragraph':
      return known({ form: 'lines', fields: paragraphFields(head, node), problems: [] });
    default:
      return null;
  }
}

/** `**Authors**` in a paragraph of its own, and the list below it: the list is its value, unless it holds fields. */
function withListBelow(head: string, block: Block, next: Node | undefined): Block {
  const last = block.fields.at(-1);
  if (block.form !== 'lines' || !last?.canonical || next?.type !== 'list') return block;
  if (last.value.start !== last.value.end || listFields(head, next, 0).some((field) => field.canonical)) return block;
  const { start, end } = offsets(next);
  const first = next.children[0]?.children[0];
  // The first bullet stays outside, so that a new value still stands in a list and is found again.
  const value = { start: first ? offsets(first).start : start, end };
  return { ...block, fields: [...block.fields.slice(0, -1), { ...last, value, text: head.slice(start, end) }] };
}

/** A block without a single known key is the author's own list or prose. */
function known(block: Block): Block | null {
  return block.fields.some((field) => field.canonical) ? block : null;
}

function paragraphFields(head: string, node: Paragraph): RawField[] {
  const { start, end } = offsets(node);
  return fieldsOfParagraph(head, start, end);
}

function listFields(head: string, list: List, depth: number): RawField[] {
  return list.children.flatMap((item) => {
    const [first, ...others] = item.children;
    if (first?.type !== 'paragraph') return [];
    const { start, end } = offsets(first);
    // A GFM task list's box (`- [ ] **Status**: …`) stands before the paragraph's text and needs no care.
    const fields = fieldsOfParagraph(head, start, end, others.length > 0 ? offsets(item).end : end);
    // `- **Metadata**:` with the fields below it says nothing itself.
    if (fields.some((field) => field.canonical) || depth >= MAX_NESTING) return fields;
    const below = others.flatMap((child) => (child.type === 'list' ? listFields(head, child, depth + 1) : []));
    return below.some((field) => field.canonical) ? below : fields;
  });
}
