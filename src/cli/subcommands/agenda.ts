import { agendaOf, whyHere, type Matter } from '../../dashboard/agenda.js';
import { complain, EXIT, printJson } from '../io.js';
import { readIndex } from '../record/entries.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { clean, counted, painter, type Paint } from '../terminal.js';

export const agenda = subcommand({
  name: 'agenda',
  usage: 'agenda [--json] DIR',
  summary: "Gives the core's next agenda: what waits for it, in the review queue's order.",
  help: [
    'DIR is a checkout of the record branch. What it says stands in its index, which "convenor verify" holds against the ledgers.',
    'On the agenda are the decisions of the core, what the core may still object to or veto, what was escalated to it, proposals in review of which nothing is decided, and appeals. What lies in a priority area goes first, then what has waited longest. The same stands on the dashboard, in agenda.md.',
    'With --json: an array with an object for each matter: place (from 1), pull, number (null while it has none), title, url, group (slug; null for none), status, since, priorityArea (key; null for none), decision (null, or id, form and deadline), asked (a sentence).',
    'Exit status: 0, or 2 where there is no index to read.',
  ],
  examples: [
    { line: 'convenor agenda ../record', says: 'See what the core has before it.' },
    { line: 'convenor agenda --json ../record', says: 'The same, to make minutes from.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 1, max: 1, noun: 'a checkout of the record' },
  async run({ values, operands: [directory = '.'] }, io) {
    const index = await readIndex(directory, io.cwd);
    if (!index.ok) {
      complain(io, index.problem);
      return EXIT.wrongUse;
    }
    const matters = agendaOf(index.entries);
    if (values.json === true) printJson(io, matters.map(asJson));
    else io.stdout.write(agendaCard(matters, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

const asJson = ({ place, entry, asked }: Matter): object => {
  const { pull, number, title, url, group, status, since, priorityArea, decision } = entry;
  return { place, pull, number, title, url, group, status, since, priorityArea, decision, asked };
};

function agendaCard(matters: readonly Matter[], paint: Paint): string[] {
  const head =
    matters.length === 0 ? 'Nothing waits for the core.' : `${counted(matters.length, 'matter')} for the core`;
  const rows = matters.map(({ place, entry, asked }) => {
    const name = entry.number === null ? `#${entry.pull}` : `SEP-${entry.number}`;
    const title = entry.title === null ? '' : ` ${entry.title}`;
    const group = entry.group === null ? '' : ` (${entry.group})`;
    const words = `${name}${title}${group}: ${asked} ${whyHere(entry, new Map())}`;
    return `${String(place).padStart(3)}. ${clean(words)} ${paint('quiet', clean(entry.url))}`;
  });
  return [paint('strong', head), ...rows, ''];
}
