import type { FieldName, PreambleForm } from '../types.js';

/** A field before its place in the document is worked out: offsets count from the document's start. */
export interface RawField {
  readonly key: string;
  readonly canonical: FieldName | null;
  /** Where the line with the key begins its text; the value may stand further down. */
  readonly keyAt: number;
  readonly value: { readonly start: number; readonly end: number };
  /** The value's text where it is not simply its source, as in YAML; null: it is the source. */
  readonly text: string | null;
  /** A mark such as `**` from before the key that is closed inside of the value, so that a new value has to close it. */
  readonly closes?: string;
  /** The key stands there without bold or table: read only because Convenor knows it. */
  readonly plain: boolean;
}

/** Fields that stand together in one form. */
export interface Block {
  readonly form: PreambleForm;
  readonly fields: readonly RawField[];
  /** A table whose header row holds the keys and whose one row holds the values. */
  readonly sideways?: boolean;
  /** What could not be read in this block, at an offset. */
  readonly problems: readonly { readonly at: number; readonly message: string }[];
}
