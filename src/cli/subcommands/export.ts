import { minutesPage } from '../../ledger/minutes/markdown.js';
import { minutesOf } from '../../ledger/minutes/minutes.js';
import { complain, EXIT, printJson } from '../io.js';
import { BRANCH_OPTION, readLedgerAt } from '../record/ledger.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { clean } from '../terminal.js';

export const exportMinutes = subcommand({
  name: 'export',
  usage: 'export [--json] [--branch NAME] DIR|URL NUMBER',
  summary: 'Gives the decisions on a pull request as a record for minutes.',
  help: [
    'DIR or URL is a record, as for "convenor verify"; NUMBER is that of the pull request. Of each decision it says what was decided, by whom, by which rule and clause, who was counted, every ballot with its reason and where it was cast, every word that was not counted and why, and the hashes of the lines that say so. Nothing but the ledger and the rules of the record is read, so the same ledger gives the same minutes, and times are in UTC.',
    'A ledger that does not hold gives no minutes. Who wrote the record is for "convenor verify" to say.',
    'It prints Markdown. With --json: an object with pull, number, title, author, status, ledger (path, lines, last), decisions (id, after, form, weight, matter, group, breaking, authority, because, quorum, threshold, rule (id, says, clause, commit, sha256), opened, deadline, ended (null while it is open), tally, electorate, beside, parties, text, confirmed, ballots, uncounted, recused, blocks, concerns, record, escalation), conditions and vetoes. Whoever said something is by (id, login) with at, url, commit, certain and line (seq from 0, sha256), as far as it is known.',
    'Exit status: 0, 1 where the ledger does not hold, 2 where there is none to read.',
  ],
  examples: [
    { line: 'convenor export ../record 12 > minutes.md', says: 'Minutes of what was decided on pull request 12.' },
    { line: 'convenor export --json ../record 12', says: 'The same for machines.' },
  ],
  options: { json: JSON_OPTION, branch: BRANCH_OPTION },
  operands: { min: 2, max: 2, noun: 'a record and the number of a pull request' },
  async run({ values, operands: [place = '.', number = ''] }, io) {
    const read = await readLedgerAt(place, number, values.branch ?? null, io);
    if (!read.ok) {
      complain(io, read.problem);
      return read.exit;
    }
    const minutes = minutesOf(read.ledger, read.rulebook);
    if (values.json === true) printJson(io, minutes);
    else io.stdout.write(minutesPage(minutes).split('\n').map(clean).join('\n'));
    return EXIT.fine;
  },
});
