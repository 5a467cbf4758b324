import { PROPOSAL_TYPES, STATUSES, type ProposalType, type Status } from '../types.js';
import { isPlaceholder, saysAbsent } from './absent.js';
import { textOf, type Piece } from './inline.js';
import type { Say } from './say.js';

const STATUS_WORDS = new Map<string, Status>([
  ...STATUSES.map((status): [string, Status] => [status, status]),
  ['in review', 'in-review'],
  ['in_review', 'in-review'],
  ['inreview', 'in-review'],
  ['finalized', 'final'],
  ['finalised', 'final'],
  ['proposed', 'proposal'],
  ['awaiting sponsor', 'proposal'],
  ['awaiting a sponsor', 'proposal'],
]);

const TYPE_WORDS = new Map<string, ProposalType>([
  ...PROPOSAL_TYPES.map((type): [string, ProposalType] => [type.toLowerCase(), type]),
  ['standards', 'Standards Track'],
  ['standard', 'Standards Track'],
  ['standard track', 'Standards Track'],
  ['standards-track', 'Standards Track'],
  ['information', 'Informational'],
  ['informational track', 'Informational'],
  ['process track', 'Process'],
  ['extension', 'Extensions Track'],
  ['extensions', 'Extensions Track'],
  ['extension track', 'Extensions Track'],
  ['extensions-track', 'Extensions Track'],
]);

/** The status and the word as written. Capitals never matter; any other liberty is a warning. */
export function readStatus(value: readonly Piece[], say: Say): { status: Status | null; raw: string | null } {
  const raw = textOf(value);
  const status = readWord(raw, {
    words: STATUS_WORDS,
    vocabulary: STATUSES,
    // "Draft (awaiting sponsor)" is one status with a remark; "Draft (proposal)" is two.
    rivals: new Set<string>(STATUSES),
    code: 'preamble/status-vocabulary',
    field: 'status',
    say,
  });
  return { status, raw: raw === '' ? null : raw };
}

export function readType(value: readonly Piece[], say: Say): ProposalType | null {
  return readWord(textOf(value), {
    words: TYPE_WORDS,
    vocabulary: PROPOSAL_TYPES,
    rivals: new Set(TYPE_WORDS.keys()),
    code: 'preamble/type-vocabulary',
    field: 'type',
    say,
  });
}

interface Vocabulary<Word extends string> {
  words: ReadonlyMap<string, Word>;
  vocabulary: readonly Word[];
  /** Words that, in a remark, make it unclear which of the two is meant. */
  rivals: ReadonlySet<string>;
  code: string;
  field: string;
  say: Say;
}

/** The word that the text is, or begins with before a remark; null where it is none or names two. */
function readWord<Word extends string>(text: string, by: Vocabulary<Word>): Word | null {
  // Decoration at the ends (an emoji, a full stop) means nothing, but is said.
  const folded = text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}([{<|]+|[^\p{L}\p{N})\]}>|]+$/gu, '')
    .replace(/\s+/g, ' ');
  const exact = by.words.get(folded);
  if (exact !== undefined) {
    if (exact.toLowerCase() !== text.toLowerCase()) liberal(text, exact, by);
    return exact;
  }
  const remark = /^([^([,;:–—|/]+?)\s*(?:[([,;:–—|/]|\s-\s|\sby\s)(.*)$/s.exec(folded);
  const first = by.words.get(remark?.[1] ?? '');
  const other = (remark?.[2] ?? '').replace(/[)\].\s]+$/, '').trim();
  const second = by.rivals.has(other) ? by.words.get(other) : undefined;
  const severalOptions = folded.includes('|');
  if (first !== undefined && (second === undefined || second === first) && !severalOptions) {
    liberal(text, first, by);
    return first;
  }
  const options = by.vocabulary.join(', ');
  if (folded === '' || saysAbsent(text) || isPlaceholder(text) || severalOptions) {
    by.say('error', by.code, `The ${by.field} is not filled in yet.`, `Write one of: ${options}.`);
  } else if (first !== undefined && second !== undefined) {
    by.say(
      'error',
      by.code,
      `"${text}" names two values; the ${by.field} must be exactly one.`,
      `Keep one of: ${first}, ${second}.`,
    );
  } else {
    by.say('error', by.code, `"${text}" is not a ${by.field} that this process knows.`, `Write one of: ${options}.`);
  }
  return null;
}

function liberal<Word extends string>(text: string, word: Word, by: Vocabulary<Word>): void {
  by.say('warning', by.code, `The ${by.field} "${text}" was read as "${word}".`, `Write just "${word}".`);
}
