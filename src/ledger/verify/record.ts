import type { Rules } from '../../rules/schema.js';
import { indexFile, ledgerFolder, nominationFile, PEOPLE_FILE } from '../layout.js';
import { readPins } from '../pins.js';
import { readRules } from '../rulebook.js';
import { dashboardsOf, placeOf, textOf, type RecordFiles } from './files.js';
import { finding, type Finding } from './finding.js';
import { checkIndex, checkNominated } from './indexed.js';
import { checkLedger, type LedgerCheck, type SegmentText } from './ledger.js';

/** What came of checking a record as it stands. */
export interface RecordCheck {
  rulebook: ReadonlyMap<string, Rules>;
  /** By number. */
  ledgers: LedgerCheck[];
  /** All of them: first those of the files beside the ledgers, then ledger by ledger in the order of their lines. */
  findings: Finding[];
}

/**
 * Checks a record as it stands, without its history: each ledger's chain, each decision by the rules that the record
 * holds, and what stands beside the ledgers. Pure.
 */
export function checkRecord(files: RecordFiles): RecordCheck {
  const { rulebook, findings } = rulesIn(files);
  const dashboards = dashboardsOf(rulebook);
  const segments = new Map<number, SegmentText[]>();
  const indexed = new Map<number, string>();
  const nominated = new Map<number, string>();
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const place = placeOf(path, dashboards);
    if (place.kind === 'made' || place.kind === 'rules') continue;
    if (place.kind === 'unknown') {
      findings.push(finding('file/unknown', 'Convenor writes no such file into its record.', { path }));
      continue;
    }
    const text = textOf(bytes);
    const ledger = 'number' in place ? place.number : null;
    if (text === null) findings.push(finding('file/not-text', 'This file is no UTF-8 text.', { ledger, path }));
    else if (place.kind === 'people') findings.push(...pinned(text));
    else if (place.kind === 'index') indexed.set(place.number, text);
    else if (place.kind === 'nomination') nominated.set(place.number, text);
    // Bytes that are no text are no ledger: what can be read of it is not enough to count from.
    if (place.kind === 'ledger') {
      segments.set(place.number, [...(segments.get(place.number) ?? []), { name: place.name, text: text ?? '\n' }]);
    }
  }
  const ledgers = [...segments]
    .sort(([a], [b]) => a - b)
    .map(([number, texts]) => withIndex(checkLedger(number, texts, rulebook), { indexed, nominated }));
  const known = new Set(segments.keys());
  const entries = [
    ...[...indexed.keys()].map((number) => ({ number, path: indexFile(number) })),
    ...[...nominated.keys()].map((number) => ({ number, path: nominationFile(number) })),
  ];
  for (const { number, path } of entries) {
    if (known.has(number)) continue;
    const message = `The index has a file for #${number}, and there is no ledger ${ledgerFolder(number)}.`;
    findings.push(finding('index/differs', message, { ledger: number, path }));
  }
  return { rulebook, ledgers, findings: [...findings, ...ledgers.flatMap((ledger) => ledger.findings)] };
}

/** What the index says follows from the ledger, so it is held against one that holds. */
function withIndex(ledger: LedgerCheck, { indexed, nominated }: Indexes): LedgerCheck {
  const { number, replay, issue, findings } = ledger;
  if (findings.length > 0) return ledger;
  const [proposal, nomination] = [indexed.get(number) ?? null, nominated.get(number) ?? null];
  if (replay)
    return {
      ...ledger,
      findings: [...checkIndex(ledger, proposal, replay), ...astray(ledger, nomination, nominationFile)],
    };
  if (issue)
    return {
      ...ledger,
      findings: [...checkNominated(ledger, nomination, issue), ...astray(ledger, proposal, indexFile)],
    };
  return ledger;
}

/** The texts of the index by number. */
interface Indexes {
  indexed: ReadonlyMap<number, string>;
  nominated: ReadonlyMap<number, string>;
}

/** What the index says of a ledger of the other kind. */
function astray({ number }: LedgerCheck, text: string | null, fileOf: (number: number) => string): Finding[] {
  if (text === null) return [];
  const message = `The ledger of #${number} is not of the kind that this file is about.`;
  return [finding('index/differs', message, { ledger: number, path: fileOf(number) })];
}

function rulesIn(files: RecordFiles): { rulebook: Map<string, Rules>; findings: Finding[] } {
  const rulebook = new Map<string, Rules>();
  const findings: Finding[] = [];
  for (const [path, bytes] of files) {
    const place = placeOf(path, new Set());
    if (place.kind !== 'rules') continue;
    const read = readRules(place.name, textOf(bytes));
    if (read.ok) rulebook.set(read.sha256, read.rules);
    else findings.push(finding('rules/form', `These ${read.why}.`, { path }));
  }
  return { rulebook, findings };
}

function pinned(text: string): Finding[] {
  try {
    readPins(text);
    return [];
  } catch {
    return [finding('people/form', 'These are no pinned accounts.', { path: PEOPLE_FILE })];
  }
}
