import type { Finding, LedgerCheck, Report } from '../../ledger/verify/index.js';
import { clean, counted, type Paint } from '../terminal.js';

/** Findings that are shown; all of them are in the JSON. */
const MOST = 20;

/** A report for people: ledger by ledger what it comes to, who wrote it, and what does not follow. */
export function verifyCard(report: Report, place: string, paint: Paint): string[] {
  const { ledgers, findings, unchecked } = report;
  const lines = ledgers.reduce((sum, ledger) => sum + ledger.lines.length, 0);
  return [
    paint('strong', `${clean(place)}: ${counted(ledgers.length, 'ledger')}, ${counted(lines, 'line')}`),
    ...ledgers.map((ledger) => `  ${ledgerRow(ledger, paint)}`),
    ...historyRows(report),
    ...unchecked.map((says) => `  ${paint('warning', 'Not checked')}: ${clean(says)}`),
    '',
    ...findings.slice(0, MOST).map((one) => findingRow(one, paint)),
    ...(findings.length > MOST ? [`and ${findings.length - MOST} more: --json lists all of them`] : []),
    findings.length === 0
      ? paint('strong', 'Everything that was checked holds.')
      : `${paint('error', `${counted(findings.length, 'thing')} ${findings.length === 1 ? 'does' : 'do'} not follow.`)} Nothing of these ledgers should be believed before that is explained.`,
    '',
  ];
}

function ledgerRow({ number, lines, replay, issue, findings }: LedgerCheck, paint: Paint): string {
  const decided = (replay?.state.decisions ?? []).map(
    ({ id, form, closed }) => `${id} ${form} ${closed ? closed.outcome : 'open'}`,
  );
  const state = replay ? [replay.state.status, ...decided].join(', ') : issue ? issueWords(issue) : 'not read';
  const verdict = findings.length === 0 ? 'holds' : paint('error', 'does not hold');
  return clean(`#${number}  ${counted(lines.length, 'line')}, ${state}: `) + verdict;
}

/** What an issue's ledger comes to. */
function issueWords({ state: { nomination } }: NonNullable<LedgerCheck['issue']>): string {
  if (!nomination) return 'an issue without a nomination';
  const { matter, nominee, to, closed } = nomination;
  return `${matter} of ${nominee.login} (${to}) ${closed ? closed.outcome : 'open'}`;
}

function historyRows({ history }: Report): string[] {
  if (!history) return [];
  const { commits, app, head, unchecked, findings } = history;
  const signed = unchecked === 0 && findings.length === 0 ? ', each signed by GitHub and only extending' : '';
  const by = app === null ? 'not known to be the record of any app' : `the record of ${app}`;
  return [clean(`  ${counted(commits, 'commit')}, ${by}${signed}; the last is ${head ?? 'none'}`)];
}

function findingRow({ path, line, commit, message, code }: Finding, paint: Paint): string {
  const place = path === null ? (commit ?? '') : `${path}${line === null ? '' : `:${line}`}`;
  return `${clean(place)}  ${clean(message)}  ${paint('quiet', code)}`;
}
