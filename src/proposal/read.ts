import { bookkeepingLines, findDocument, type Document } from './document.js';
import { readFields } from './fields.js';
import { hashNormativeText } from './hash.js';
import { findHead } from './head.js';
import { numberInName } from './name.js';
import { hiddenPreamble } from './preamble/hidden.js';
import type { MergedField } from './preamble/merge.js';
import { readTitle } from './read-title.js';
import { reportInto, type Report } from './report.js';
import { decode, type Unreadable } from './source.js';
import type { Field, Proposal } from './types.js';

/** Shows where the file lies; only its name is read, for the number. */
export interface ReadOptions {
  readonly path: string;
}

const UNREADABLE: Record<Unreadable, { message: string; help: string }> = {
  'not-utf8': { message: 'The file is not UTF-8 text.', help: 'Save it as UTF-8.' },
  binary: { message: 'The file is binary, not Markdown.', help: 'Write the proposal as a Markdown file.' },
  empty: { message: 'The file is empty.', help: 'Begin from the template in the proposals folder.' },
  'too-large': {
    message: 'The file is larger than 1 MiB and was not read.',
    help: 'Move generated data and images to files of their own and link to them.',
  },
};

/** Reads a proposal. Never throws: what cannot be read is null or empty and has a diagnostic. */
export function readProposal(source: string | Uint8Array, options: ReadOptions): Proposal {
  const proposal = blank(numberInName(options.path));
  const decoded = decode(source);
  if (decoded.problem !== null) {
    const { message, help } = UNREADABLE[decoded.problem];
    proposal.diagnostics.push({
      code: `file/${decoded.problem}`,
      severity: 'error',
      line: 1,
      column: 1,
      message,
      help,
    });
    return proposal;
  }
  try {
    readText(decoded.text, proposal);
  } catch (error) {
    // The parsers are other people's; a text that breaks one is the author's to know about, and never ours to die of.
    const message = `The document could not be read: ${error instanceof Error ? error.message : String(error)}`;
    proposal.diagnostics.push({ code: 'file/unreadable', severity: 'error', line: 1, column: 1, message });
  }
  return proposal;
}

/** The hash of a document's normative text (see `hash.ts`), or null where it cannot be read as text. */
export function normativeHash(source: string | Uint8Array): string | null {
  return readProposal(source, { path: '' }).normativeHash;
}

function readText(text: string, proposal: Proposal): void {
  const document = findDocument(text);
  const report = reportInto(proposal.diagnostics);
  proposal.headings = document.headings;
  proposal.form = document.merged.primary?.form ?? null;
  proposal.fields = document.merged.fields.map((each) => place(each, document));
  readFields(proposal, document, report);
  readTitle(proposal, document, report);
  reportPreamble(document, report);
  proposal.normativeHash = hashNormativeText({
    title: proposal.title,
    lines: document.lines,
    headings: document.headings,
    bookkeeping: bookkeepingLines(document),
  });
  proposal.diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** What is wrong with the preamble as a whole. */
function reportPreamble(document: Document, report: Report): void {
  const { text, lines, blocks, merged } = document;
  if (merged.fields.length === 0) reportMissing(document, report);
  for (const { at, message } of blocks.flatMap((block) => block.problems)) {
    report(lines.span(at, at), 'error', 'preamble/yaml', message, 'Mend the YAML between the two lines of dashes.');
  }
  for (const { loser, winner } of merged.beaten) {
    const { start, end } = loser.field.value;
    if (text.slice(start, end) === text.slice(winner.field.value.start, winner.field.value.end)) continue;
    const counts = lines.point(winner.field.value.start).line;
    // The line stands in the help alone: the message stays the same while lines above it come and go.
    const message = `"${loser.field.key}" stands here twice, and the two differ; the other one counts.`;
    report(
      lines.span(start, end),
      'warning',
      'preamble/duplicate-field',
      message,
      `Remove this one; the one on line ${counts} counts.`,
    );
  }
}

/** Points at fields that stand where they are not read, as many do who bring their document from elsewhere. */
function reportMissing({ text, lines, headings }: Document, report: Report): void {
  const add = 'Below the title, add lines such as "- **Status**: Draft", as in the template.';
  const hidden = hiddenPreamble(text.slice(0, findHead(lines, headings).end));
  const at = hidden?.start ?? 0;
  report(
    lines.wholeLines(at, hidden?.end ?? at),
    'error',
    'preamble/missing',
    'No preamble was found before the first section.',
    hidden
      ? `The fields here stand in ${hidden.inside}, where examples stand. If they are the proposal's own, write them as lines such as "- **Status**: Draft", as in the template.`
      : add,
  );
}

function place({ field, block }: MergedField, { text, lines }: Document): Field {
  const { start, end } = field.value;
  return {
    key: field.key,
    canonical: field.canonical,
    raw: text.slice(start, end),
    form: block.form,
    position: { line: lines.wholeLines(field.keyAt, end), value: lines.span(start, end) },
  };
}

function blank(number: number | null): Proposal {
  return {
    number,
    headingNumber: null,
    title: null,
    status: null,
    statusRaw: null,
    type: null,
    created: null,
    authors: [],
    authorGroup: null,
    sponsor: null,
    sponsors: [],
    workingGroup: null,
    pr: null,
    issue: null,
    supersedes: [],
    requires: [],
    related: [],
    extensionIdentifier: null,
    accepted: null,
    diagnostics: [],
    fields: [],
    form: null,
    headings: [],
    normativeHash: null,
  };
}
