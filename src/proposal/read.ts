import { findHead } from './head.js';
import { hashNormativeText } from './hash.js';
import { scanHeadings } from './headings.js';
import { nearField } from './keys.js';
import { numberInName } from './name.js';
import { findBlocks } from './preamble/find.js';
import { mergeBlocks, type Merged, type MergedField } from './preamble/merge.js';
import type { RawField } from './preamble/types.js';
import { decode, Lines, type Unreadable } from './source.js';
import { sepHeading } from './title.js';
import type { Diagnostic, Field, Heading, Proposal, Severity, Span } from './types.js';
import { readAccepted } from './values/accepted.js';
import { isPlaceholder, saysAbsent } from './values/absent.js';
import { readDate } from './values/date.js';
import { pieces, textOf } from './values/inline.js';
import { readNumber, readNumbers, repositoryOf } from './values/numbers.js';
import { readAuthors, readSponsors } from './values/people.js';
import type { Say } from './values/say.js';
import { readStatus, readType } from './values/vocabulary.js';

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

/** A document's head, cut into fields. Used by reading and by editing, so that both mean the same bytes. */
export function findPreamble(text: string): {
  lines: Lines;
  headings: Heading[];
  headEnd: number;
  titleHeading: Heading | null;
  merged: Merged;
} {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = new Lines(text);
  const headings = scanHeadings(lines);
  const { end, titleHeading } = findHead(lines, headings);
  const blocks = findBlocks(text.slice(bom, end)).map((block) => ({
    ...block,
    problems: block.problems.map((problem) => ({ ...problem, at: problem.at + bom })),
    fields: block.fields.map((field) => ({
      ...field,
      value: { start: field.value.start + bom, end: field.value.end + bom },
    })),
  }));
  return { lines, headings, headEnd: end, titleHeading, merged: mergeBlocks(blocks) };
}

type Report = (span: Span, severity: Severity, code: string, message: string, help?: string) => void;

function readText(text: string, proposal: Proposal): void {
  const { lines, headings, headEnd, titleHeading, merged } = findPreamble(text);
  const say: Report = (span, severity, code, message, help) => {
    proposal.diagnostics.push(diagnostic(span, severity, code, message, help));
  };
  proposal.headings = headings;
  proposal.form = merged.primary?.form ?? null;
  proposal.fields = merged.fields.map((each) => place(each, lines, text));
  readFields(proposal, merged, say);
  readTitle(proposal, titleHeading, { merged, lines, say });
  if (merged.fields.length === 0) {
    say(
      lines.span(0, lines.all[0]?.text.length ?? 0),
      'error',
      'preamble/missing',
      'No preamble was found before the first section.',
      'Below the title, add lines such as "- **Status**: Draft", as in the template.',
    );
  }
  for (const { block } of merged.fields) reportProblems(block.problems);
  for (const { loser, winner } of merged.beaten) {
    if (sourceOf(text, loser.field) === sourceOf(text, winner.field)) continue;
    const span = lines.span(loser.field.value.start, loser.field.value.end);
    const at = lines.point(winner.field.value.start).line;
    say(
      span,
      'warning',
      'preamble/duplicate-field',
      `"${loser.field.key}" stands here a second time and differs; line ${at} counts.`,
      'Remove this one.',
    );
  }
  proposal.normativeHash = hashNormativeText(proposal.title, lines, headEnd);
  proposal.diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);

  function reportProblems(problems: readonly { at: number; message: string }[]): void {
    for (const { at, message } of problems) {
      const known = proposal.diagnostics.some((each) => each.message === message);
      if (!known)
        say(lines.span(at, at), 'error', 'preamble/yaml', message, 'Mend the YAML between the two lines of dashes.');
    }
  }
}

function readTitle(
  proposal: Proposal,
  heading: Heading | null,
  { merged, lines, say }: { merged: Merged; lines: Lines; say: Report },
): void {
  const parts = heading && sepHeading(heading.text);
  const at = proposal.fields.findIndex((each) => each.canonical === 'title');
  const field = proposal.fields[at];
  const text = merged.fields[at]?.field.text ?? field?.raw ?? '';
  const written = text !== '' && !isPlaceholder(text) && !saysAbsent(text) ? text : null;
  proposal.headingNumber = parts?.number ?? null;
  proposal.title = (parts?.isSep ? parts.title : null) ?? written ?? parts?.title ?? null;
  if (proposal.title !== null && isPlaceholder(proposal.title)) proposal.title = null;
  if (
    heading &&
    field &&
    parts?.isSep &&
    parts.title !== null &&
    written !== null &&
    plain(written) !== plain(parts.title)
  ) {
    say(
      field.position.value,
      'warning',
      'preamble/title',
      `The title differs from the heading on line ${heading.line}; the heading counts.`,
      'Make both the same.',
    );
  }
  if (proposal.title === null) {
    const span = heading ? lines.wholeLines(lines.all[heading.line - 1]?.start ?? 0, 0) : lines.span(0, 0);
    say(span, 'error', 'heading/title', 'The proposal has no title.', 'Begin the file with "# SEP-0000: Your title".');
  }
}

function plain(markdown: string): string {
  return textOf(pieces(markdown)).toLowerCase();
}

function readFields(proposal: Proposal, merged: Merged, report: Report): void {
  const values = proposal.fields.map((field, index) => ({
    field,
    value: pieces(merged.fields[index]?.field.text ?? field.raw),
  }));
  const link = values.find(({ field }) => field.canonical === 'pr');
  const firstPlain = merged.fields.findIndex((each) => each.field.plain);
  const home = link ? repositoryOf(link.value) : null;
  for (const { field, value } of values) {
    const say: Say = (severity, code, message, help) =>
      report(field.raw === '' ? field.position.line : field.position.value, severity, code, message, help);
    const index = proposal.fields.indexOf(field);
    if (index === firstPlain) {
      report(
        field.position.line,
        'warning',
        'preamble/plain-key',
        `"${field.key}" was read as a field although it is not marked as one.`,
        `Write it as "- **${field.key}**: …".`,
      );
    }
    switch (field.canonical) {
      case 'status':
        ({ status: proposal.status, raw: proposal.statusRaw } = readStatus(value, say));
        break;
      case 'type':
        proposal.type = readType(value, say);
        break;
      case 'created':
        proposal.created = readDate(value, say);
        break;
      case 'authors':
        ({ people: proposal.authors, group: proposal.authorGroup } = readAuthors(value, say));
        break;
      case 'sponsor':
        proposal.sponsors = readSponsors(value, say);
        proposal.sponsor = proposal.sponsors[0] ?? null;
        break;
      case 'workingGroup':
        proposal.workingGroup = present(textOf(value));
        break;
      case 'pr':
        proposal.pr = readNumber(value, say);
        break;
      case 'issue':
        proposal.issue = readNumber(value, say);
        break;
      case 'supersedes':
      case 'requires':
      case 'related':
        proposal[field.canonical].push(
          ...readNumbers(value, home, say).filter((n) => !proposal[field.canonical as 'related'].includes(n)),
        );
        break;
      case 'extensionIdentifier':
        proposal.extensionIdentifier = present(textOf(value));
        break;
      case 'accepted':
        proposal.accepted = readAccepted(value, say);
        break;
      case null: {
        const meant = nearField(field.key);
        if (meant && !proposal.fields.some((other) => other.canonical === meant)) {
          report(
            field.position.line,
            'warning',
            'preamble/unknown-key',
            `"${field.key}" is no field that Convenor knows; did you mean "${meant}"?`,
            'Correct the key.',
          );
        }
        break;
      }
      case 'number':
      case 'title':
      case 'supersededBy':
      case 'discussion':
        break;
    }
  }
}

function present(text: string): string | null {
  return saysAbsent(text) || isPlaceholder(text) ? null : text;
}

function place({ field, block }: MergedField, lines: Lines, text: string): Field {
  const { start, end } = field.value;
  return {
    key: field.key,
    canonical: field.canonical,
    raw: sourceOf(text, field),
    form: block.form,
    position: { line: lines.wholeLines(start, end), value: lines.span(start, end) },
  };
}

function sourceOf(text: string, field: RawField): string {
  return text.slice(field.value.start, field.value.end);
}

function diagnostic(span: Span, severity: Severity, code: string, message: string, help?: string): Diagnostic {
  return {
    code,
    severity,
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    message,
    ...(help === undefined ? {} : { help }),
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
