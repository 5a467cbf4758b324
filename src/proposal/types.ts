/**
 * The words of a Spec Enhancement Proposal (SEP) as Convenor reads them. Types only: the reading itself is in
 * `read.ts`, the shape that `convenor parse --json` prints in `json.ts`.
 */

/** The vocabulary of `Status`: the process's own documents and, for the state before a sponsor, `proposal`. */
export const STATUSES = [
  'proposal',
  'draft',
  'in-review',
  'accepted',
  'rejected',
  'withdrawn',
  'final',
  'superseded',
  'dormant',
] as const;
export type Status = (typeof STATUSES)[number];

/** The vocabulary of `Type` (a proposal's track). */
export const PROPOSAL_TYPES = ['Standards Track', 'Informational', 'Process', 'Extensions Track'] as const;
export type ProposalType = (typeof PROPOSAL_TYPES)[number];

/** How a preamble is written; `null` where the document has none. */
export type PreambleForm = 'bullets' | 'frontmatter' | 'table' | 'lines';

/** The fields that Convenor knows, by their own name; `keys.ts` lists the ways in which authors write them. */
export type FieldName =
  | 'number'
  | 'title'
  | 'status'
  | 'type'
  | 'created'
  | 'authors'
  | 'sponsor'
  | 'workingGroup'
  | 'pr'
  | 'issue'
  | 'supersedes'
  | 'supersededBy'
  | 'requires'
  | 'related'
  | 'discussion'
  | 'extensionIdentifier'
  | 'accepted';

/** Line and column count from 1; `offset` counts UTF-16 code units from 0, as `String.prototype.slice` does. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From `start` up to, not including, `end`. */
export interface Span {
  readonly start: Point;
  readonly end: Point;
}

/**
 * Somebody named in a preamble: only what the document gives, so every part may be missing, but never all of them.
 * `group` stands alone: a group instead of a person.
 */
export interface Person {
  name?: string;
  /** A GitHub login as written, without `@`. A claim: nobody has looked the account up. */
  github?: string;
  email?: string;
  affiliation?: string;
  role?: string;
  group?: string;
}

/** What the `Accepted` field says of a vote; a count that it does not give is null. */
export interface AcceptedVote {
  /** `YYYY-MM-DD` */
  date: string | null;
  yes: number | null;
  no: number | null;
  absent: number | null;
  /** The field's whole text. */
  raw: string;
}

/** How much a finding matters: an `error` could not be read or is wrong, a `warning` was read liberally. */
export type Severity = 'error' | 'warning' | 'info';

/** Something to say about a document, on exact lines and columns (both from 1). */
export interface Diagnostic {
  /** Stable name, such as `preamble/status-vocabulary`. */
  code: string;
  severity: Severity;
  line: number;
  column: number;
  endLine?: number;
  /** The column after the last one. */
  endColumn?: number;
  /** One sentence for an author who is new. */
  message: string;
  /** What to do next. */
  help?: string;
}

/** One field as it stands in the document. */
export interface Field {
  /** The key as written, without colon and Markdown: `Author(s)`. */
  readonly key: string;
  /** The field's own name; null for a key that Convenor does not know. */
  readonly canonical: FieldName | null;
  /** The value's source, with its Markdown, trimmed; may be empty. */
  readonly raw: string;
  readonly form: PreambleForm;
  readonly position: {
    /** The whole line or lines on which key and value stand, without the last line break. */
    readonly line: Span;
    /** The value's bytes; an empty span where the value is missing. */
    readonly value: Span;
  };
}

/** A heading of the document, in order of appearance; none from inside code blocks or comments. */
export interface Heading {
  readonly depth: number;
  /** The heading's source without its markers. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/**
 * A proposal as read. Reading never fails: what could not be read is null or empty and has a diagnostic.
 * Everything here is a claim of whoever wrote the file.
 */
export interface Proposal {
  /** From the file's name; null where it has none or a placeholder. */
  number: number | null;
  /** From the first heading, `# SEP-12: …`; null where it has none or a placeholder. */
  headingNumber: number | null;
  /** Keeps its Markdown. */
  title: string | null;
  status: Status | null;
  /** The word as written, without backticks; null where the field is missing. */
  statusRaw: string | null;
  type: ProposalType | null;
  /** `YYYY-MM-DD`, a day that exists. */
  created: string | null;
  authors: Person[];
  /** The group on whose behalf the authors write. */
  authorGroup: string | null;
  /** The first of `sponsors`. */
  sponsor: Person | null;
  sponsors: Person[];
  workingGroup: string | null;
  pr: number | null;
  issue: number | null;
  supersedes: number[];
  requires: number[];
  related: number[];
  extensionIdentifier: string | null;
  accepted: AcceptedVote | null;
  diagnostics: Diagnostic[];

  /** Every field that was read, of the preamble that won and of one that filled its gaps, in document order. */
  fields: Field[];
  /** The form of the preamble that won. */
  form: PreambleForm | null;
  headings: Heading[];
  /** SHA-256 in hex of the normative text (see `hash.ts`); null where the file could not be read as text. */
  normativeHash: string | null;
}
