import { agendaOf, nominationsFor, whyHere, type Matter, type NominationMatter } from '../../dashboard/agenda.js';
import { pendingAt } from '../../dashboard/nominated.js';
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
    'On the agenda are the decisions of the core, what the core may still object to or veto, what was escalated to it, proposals in review of which nothing is decided, and appeals. What lies in a priority area goes first, then what has waited longest. Behind them stand nominations that Core Maintainers or Lead Maintainers approve. The same stands on the dashboard, in agenda.md.',
    'With --json: an array with an object for each matter: place (from 1), pull, number (null while it has none), title, url, group (slug; null for none), status, since, priorityArea (key; null for none), decision (null, or id, form and deadline), asked (a sentence); of a nomination: place, issue, title, url, group, nominee (login), to, openedAt, deadline (until when everybody may speak), approvers (whose word is still asked for), asked.',
    'Exit status: 0, or 2 where there is no index to read.',
  ],
  examples: [
    { line: 'convenor agenda ../record', says: 'See what the core has before it.' },
    { line: 'convenor agenda --json ../record', says: 'The same, to make minutes from.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 1, max: 1, noun: 'a checkout of the record' },
  async run({ values, operands: [directory = '.'] }, io) {
    const read = await readIndex(directory, io.cwd);
    if (!read.ok) {
      complain(io, read.problem);
      return EXIT.wrongUse;
    }
    const matters = agendaOf(read.index.entries);
    const nominations = nominationsFor(pendingAt(read.index.nominations, `${io.today()}T00:00:00Z`));
    if (values.json === true) {
      printJson(io, [
        ...matters.map(asJson),
        ...nominations.map((one, index) => nominationAsJson(one, matters.length + index + 1)),
      ]);
    } else io.stdout.write(agendaCard(matters, nominations, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

const asJson = ({ place, entry, asked }: Matter): object => {
  const { pull, number, title, url, group, status, since, priorityArea, decision } = entry;
  return { place, pull, number, title, url, group, status, since, priorityArea, decision, asked };
};

function nominationAsJson({ nomination, asked }: NominationMatter, place: number): object {
  const { issue, title, url, group, nominee, to, openedAt, deadline, approvers } = nomination;
  return { place, issue, title, url, group, nominee, to, openedAt, deadline, approvers, asked };
}

function agendaCard(matters: readonly Matter[], nominations: readonly NominationMatter[], paint: Paint): string[] {
  const all = matters.length + nominations.length;
  const head = all === 0 ? 'Nothing waits for the core.' : `${counted(all, 'matter')} for the core`;
  const numbered = (place: number, words: string, url: string): string =>
    `${String(place).padStart(3)}. ${clean(words)} ${paint('quiet', clean(url))}`;
  const rows = matters.map(({ place, entry, asked }) => {
    const name = entry.number === null ? `#${entry.pull}` : `SEP-${entry.number}`;
    const title = entry.title === null ? '' : ` ${entry.title}`;
    const group = entry.group === null ? '' : ` (${entry.group})`;
    const words = `${name}${title}${group}: ${asked} ${whyHere(entry, new Map())}`;
    return numbered(place, words, entry.url);
  });
  const behind = nominations.map(({ nomination: { issue, title, url }, asked, why }, index) =>
    numbered(matters.length + index + 1, `#${issue} ${title}: ${asked} ${why}`, url),
  );
  return [paint('strong', head), ...rows, ...behind, ''];
}
