import type { FieldName } from '../types.js';
import type { Block, RawField } from './types.js';

/** A field with the form of the block it stands in. */
export interface MergedField {
  readonly field: RawField;
  readonly block: Block;
}

export interface Merged {
  /** The block that won; null where there is no preamble. */
  readonly primary: Block | null;
  /** In document order. */
  readonly fields: readonly MergedField[];
  /** Fields that another one of the same name beat. */
  readonly beaten: readonly { readonly loser: MergedField; readonly winner: MergedField }[];
}

/**
 * One preamble out of several: the first standard one (bullets) wins, else the first that is more than a stray line,
 * else the first. The others fill only what it lacks.
 */
export function mergeBlocks(blocks: readonly Block[]): Merged {
  const primary =
    blocks.find((block) => block.form === 'bullets' && knownFields(block) > 1) ??
    blocks.find((block) => knownFields(block) > 1) ??
    blocks[0] ??
    null;
  const winners = new Map<FieldName, MergedField>();
  const kept: MergedField[] = [];
  const beaten: { loser: MergedField; winner: MergedField }[] = [];
  const ordered = primary ? [primary, ...blocks.filter((block) => block !== primary)] : [];
  for (const block of ordered) {
    for (const field of block.fields) {
      const mine: MergedField = { field, block };
      const winner = field.canonical && winners.get(field.canonical);
      if (winner && !addsToList(mine, winner)) {
        beaten.push({ loser: mine, winner });
        continue;
      }
      if (field.canonical && !winner) winners.set(field.canonical, mine);
      kept.push(mine);
    }
  }
  kept.sort((a, b) => a.field.value.start - b.field.value.start);
  return { primary, fields: kept, beaten };
}

/**
 * Lists of numbers may come in several fields: `Related Issues` beside `Related SEPs`. So may people, but only within
 * one preamble: `Author` and `Co-Authors`; a second preamble names the same ones again.
 */
function addsToList({ field, block }: MergedField, winner: MergedField): boolean {
  switch (field.canonical) {
    case 'related':
    case 'requires':
    case 'supersedes':
      return true;
    case 'authors':
    case 'sponsor':
      return block === winner.block && field.value.start !== field.value.end;
    default:
      return false;
  }
}

function knownFields(block: Block): number {
  return block.fields.filter((field) => field.canonical).length;
}
