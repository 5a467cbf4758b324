import { explainRecord } from '../../judge/explain-record.js';
import { endOfDay, latest } from '../../judge/instants.js';
import { complain, EXIT, printJson } from '../io.js';
import { BRANCH_OPTION, readLedgerAt } from '../record/ledger.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { explainCard, explainJson } from './explain-card.js';

export const explain = subcommand({
  name: 'explain',
  usage: 'explain [--json] [--at TIME] [--branch NAME] DIR|URL NUMBER',
  summary: 'Says where a proposal stands or stood, and why, by its ledger.',
  help: [
    'DIR or URL is a record, as for "convenor verify"; NUMBER is that of the pull request. It prints the verdict as /sep explain tells it, with where each word was said: what the rules ask, whether it holds, on whose word, what was not counted and why, and what is next.',
    'TIME is an instant such as 2026-12-03T17:00:00Z, or a day, which counts to its end in UTC; without one it is now, or the last line of a record that is ahead of this clock. What was said by then and reached Convenor too late is late then, too.',
    'The record does not hold the document, what it still lacks as evidence, and what groups are called: of these nothing is said.',
    'With --json: an object with pull, at, status, headline, next (who, people, what) and requirements, a tree of rule, because (its sentence), clause, name, held (held, open: not yet, or failed), says, next, seen (who, at, url, commit, certain) and children.',
    'Exit status: 0, 1 where the ledger does not hold, 2 where there is none to read, or none yet at that time.',
  ],
  examples: [
    { line: 'convenor explain ../record 12', says: 'See where a proposal stands.' },
    { line: 'convenor explain --at 2026-12-03 ../record 12', says: 'See where it stood when that day was over.' },
  ],
  options: {
    json: JSON_OPTION,
    at: { type: 'string', value: 'TIME', says: 'An instant or a day, instead of now.' },
    branch: BRANCH_OPTION,
  },
  operands: { min: 2, max: 2, noun: 'a record and the number of a pull request' },
  async run({ values, operands: [place = '.', number = ''] }, io) {
    const asked = values.at === undefined ? undefined : instantIn(values.at);
    if (asked === null) {
      complain(io, '--at takes an instant such as 2026-12-03T17:00:00Z, or a day such as 2026-12-03.');
      return EXIT.wrongUse;
    }
    const read = await readLedgerAt(place, number, values.branch ?? null, io);
    if (!read.ok) {
      complain(io, read.problem);
      return read.exit;
    }
    const { lines } = read.ledger;
    // A record may be ahead of this clock, as that of the demo is: nobody is told that it stands where it stood before.
    const at = asked ?? latest(io.now(), ...lines.map((line) => line.at));
    const told = explainRecord(lines, read.rulebook, at);
    if (typeof told === 'string') {
      complain(io, told);
      return EXIT.wrongUse;
    }
    if (values.json === true) printJson(io, explainJson(told));
    else io.stdout.write(explainCard(told, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

/** An instant as it was written, or the end of a day; null for neither. */
function instantIn(written: string): string | null {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(written)) return endOfDay(written);
    const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(written);
    return isInstant && !Number.isNaN(Date.parse(written)) ? written : null;
  } catch {
    return null;
  }
}
