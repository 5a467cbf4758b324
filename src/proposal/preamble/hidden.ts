import { fieldNamed } from '../keys.js';
import { offsets, parseMarkdown, type Node } from '../markdown.js';
import { findBlocks } from './find.js';

/** Fields that stand where no preamble is read, because an example or a quotation may stand there, too. */
export interface HiddenPreamble {
  /** Offsets in the head, from its first mark to its end. */
  readonly start: number;
  readonly end: number;
  /** What it stands in, as a noun with its article. */
  readonly inside: string;
}

/** Fewer known fields are somebody's example or prose. */
const FEWEST = 2;

/**
 * The first stretch of a head without a preamble that looks like one inside of a quotation, a code block or HTML. Only
 * for a hint: nobody can be sure that it is not an example. Null where there is none.
 */
export function hiddenPreamble(head: string): HiddenPreamble | null {
  for (const node of parseMarkdown(head).children) {
    const [inside, known] = look(head, node);
    if (known >= FEWEST) return { ...offsets(node), inside };
  }
  return null;
}

/** What a node is, and how many fields are known in it. */
function look(head: string, node: Node): [inside: string, known: number] {
  switch (node.type) {
    case 'blockquote': {
      const { start, end } = offsets(node);
      return ['a quotation', fieldsIn(head.slice(start, end).replace(/^[ \t]{0,3}>[ \t]?/gm, ''))];
    }
    case 'code':
      return ['a code block', fieldsIn(node.value)];
    case 'html':
      return ['HTML', keysIn(node.value)];
    default:
      return ['', 0];
  }
}

function fieldsIn(markdown: string): number {
  return findBlocks(markdown)
    .flatMap(({ fields }) => fields)
    .filter(({ canonical }) => canonical !== null).length;
}

/** Keys that are the whole text of a tag: `<td><b>Status</b></td>`. */
function keysIn(html: string): number {
  const texts = [...html.matchAll(/>([^<>]{2,60})(?=<)/g)];
  return texts.filter(([, text = '']) => fieldNamed(text.replace(/[:：]\s*$/, '').trim()) !== null).length;
}
