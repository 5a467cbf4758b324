import { resolve } from 'node:path';
import { peopleOn, readSources } from '../../people/index.js';
import { readProposal } from '../../proposal/index.js';
import { decode } from '../../proposal/source.js';
import { countedIn, route as routeOf, titleOf, weightOf, type Ground, type Route } from '../../routing/index.js';
import type { Authority } from '../../rules/index.js';
import { readClone } from '../clone.js';
import { readNamedFile } from '../disk.js';
import { complain, EXIT, printJson, type Io } from '../io.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { clean, painter } from '../terminal.js';

/** A proposal with its way, as `--json` prints it. */
interface Routed {
  path: string;
  way: Route;
  /** What the group's word on it is worth; null where no group is named. */
  authority: Authority | null;
  because: string[];
}

export const route = subcommand({
  name: 'route',
  usage: 'route [--json] DIR FILE...',
  summary: 'Says which group is responsible for each proposal, how surely, and why.',
  help: [
    'DIR is the root of a clone, whose rules, charters and roster count; a FILE can lie anywhere. The number of a proposal is that of its file, or else of its field "PR". What people said on a pull request is not known here, so a group binds only by its charter or a delegation.',
    'With --json: an array with an object for each file: path (as given); group (slug, or null) and binding (whether the group is responsible, or only claimed); claims (slugs that the preamble names); authority (advise, veto-window, decide; null without a group); priorityArea (its key in the rules, or null); reserved (sentences that say why the core decides); candidates (best first: group, score from 0 to 1, reasons); reasons (sentences).',
    'Exit status: 0, or 2 where a file or the clone could not be read; the other files are printed all the same.',
  ],
  examples: [
    { line: 'convenor route . seps/0000-my-idea.md', says: 'See which groups are near to an idea.' },
    { line: 'convenor route --json . seps/*.md', says: 'Route all of them for another program.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 2, max: Infinity, noun: 'the root of a clone and at least one file' },
  async run({ values, operands: [directory = '.', ...files] }, io) {
    const read = await readClone(resolve(io.cwd, directory), directory);
    if (!read.ok) {
      complain(io, read.problem);
      return EXIT.wrongUse;
    }
    const { rules, texts, problems } = read.clone;
    for (const { path, line, message } of problems) complain(io, `${path}:${line} ${message}`);
    const today = io.today();
    const ground: Ground = { governance: peopleOn(readSources(texts, rules.paths), today), rules, today };
    const routed: Routed[] = [];
    for (const path of files) {
      const file = await readNamedFile(resolve(io.cwd, path));
      if (file.ok) routed.push(routedBy(path, file.bytes, ground));
      else complain(io, `"${path}" ${file.refusal.message}. ${file.refusal.help}`);
    }
    if (values.json === true) printJson(io, routed.map(asJson));
    else text(routed, ground, io);
    return routed.length < files.length ? EXIT.wrongUse : EXIT.fine;
  },
});

function routedBy(path: string, bytes: Uint8Array, ground: Ground): Routed {
  const proposal = readProposal(bytes, { path });
  const matter = { proposal, source: decode(bytes).text, number: proposal.number ?? proposal.pr, paths: [] };
  const way = routeOf(matter, ground);
  if (way.group === null) return { path, way, authority: null, because: [] };
  const shown = { decided: null, overturned: null, ...countedIn(way.group, ground) };
  const { authority, because } = weightOf(way.group, { matter, ground, reserved: way.reserved, shown, vouched: false });
  return { path, way, authority, because };
}

const asJson = ({ path, way, authority, because }: Routed) => ({
  path,
  group: way.group,
  binding: way.binding,
  claims: way.claims,
  authority,
  priorityArea: way.priorityArea,
  reserved: way.reserved.map(({ says }) => says),
  candidates: way.candidates,
  reasons: [...way.reasons, ...because.filter((says) => !way.reasons.includes(says))],
});

const MOST_CANDIDATES = 3;

function text(routed: readonly Routed[], ground: Ground, io: Io): void {
  const paint = painter(io);
  for (const each of routed) {
    const { path, way } = each;
    const { reasons, authority } = asJson(each);
    const group = way.group === null ? 'no group yet' : titleOf(ground, way.group);
    const how = way.group === null ? '' : way.binding ? ', responsible' : ', claimed';
    const lines = [
      `${paint('strong', clean(path))}: ${clean(group)}${how}${authority === null ? '' : `, authority ${authority}`}`,
      ...reasons.map((says) => `  ${clean(says)}`),
      ...(way.binding ? [] : way.candidates.slice(0, MOST_CANDIDATES)).flatMap(
        ({ group: slug, score, reasons: why }) => [
          `  ${paint('quiet', score.toFixed(2))} ${clean(titleOf(ground, slug))}`,
          ...why.map((says) => `       ${paint('quiet', clean(says))}`),
        ],
      ),
    ];
    io.stdout.write(`${lines.join('\n')}\n\n`);
  }
}
