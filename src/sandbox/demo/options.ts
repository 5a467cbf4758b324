import { parseArgs } from 'node:util';
import { nearest } from '../../near.js';

/** What a person asked of the demo. */
export interface DemoOptions {
  help: boolean;
  /** Tell the story in the terminal instead of serving the playground. */
  once: boolean;
  /** A real specification and proposal; null for the invented ones. */
  real: RealOptions | null;
  /** A file of other rules that are tried beside those of the repository; null for none. */
  rules: string | null;
  /** The port of the page; null for 8080, or any other where that is taken. */
  port: number | null;
  /** How far the word of the proposal's group reaches; null where the repository's rules say it. */
  authority: DemoAuthority | null;
}

export interface RealOptions {
  /** A local clone of a specification repository. */
  repo: string;
  /**
   * The folder of a pull request that brings a proposal to it; on the playground also a folder of such folders, or null
   * for none.
   */
  pull: string | null;
  /** Slug or title of the group that it is brought to; null where the documents say it. */
  group: string | null;
  /** A file with authors, assignees, labels and dates of pull requests; null for the one beside the folder. */
  facts: string | null;
}

export const AUTHORITIES = ['advise', 'veto-window'] as const;
export type DemoAuthority = (typeof AUTHORITIES)[number];

export type OptionsResult = { ok: true; options: DemoOptions } | { ok: false; problem: string };

const OPTIONS = {
  once: { type: 'boolean' },
  repo: { type: 'string' },
  pull: { type: 'string' },
  group: { type: 'string' },
  'pulls-facts': { type: 'string' },
  rules: { type: 'string' },
  port: { type: 'string' },
  authority: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const HELP = `The demo of Convenor: one proposal from pull request to final, on a GitHub in memory.

  npm run demo                 serves a playground: a page on which you act as anybody, play the story on, move the
                               clock, disturb it, and see what Convenor makes of it
  npm run demo -- --once       tells the story in the terminal instead, twice, on an invented specification: once where
                               the core decides after the group, once where the group's word stands unless the core
                               objects; status 0 where it ended well

Options
  --once                       tell the story in the terminal, and serve no page
  --repo DIR                   a local clone of a real specification repository instead of the invented one, with its
                               charters and its rules
  --pull DIR                   a real proposal for it: the pull request's folder has its number as its name and holds
                               the files at its head, such as seps/2356-files.md. On the playground also a folder of
                               such folders: they are all open when Convenor is installed
  --pulls-facts FILE           authors, assignees, labels and dates of the pull requests, as JSON; without it the file
                               beside the folder counts, such as pulls.json beside pulls/
  --group NAME                 the group that the real proposal is brought to; without it the proposal's preamble or a
                               charter's work item has to name one
  --rules FILE                 try other rules: everybody does the same under both, and the page shows both verdicts
                               side by side where they differ
  --authority advise|veto-window
                               how far the word of the group reaches; without it the rules of the repository say so
  --port N                     port of the page (8080, or any other where that is taken)
  -h, --help                   this text

With --once, the record of each story is written to ./demo-out/.
`;

/** Reads the command line, strictly. @param args what stands behind the script's name */
export function readOptions(args: string[]): OptionsResult {
  const wrong = (problem: string): OptionsResult => ({ ok: false, problem: `${problem} See: npm run demo -- --help` });
  const slip = firstSlip(args);
  if (slip !== null) return wrong(slip);
  const { values } = parseArgs({ args, options: OPTIONS, strict: true });
  const { once = false, help = false, repo, pull, group, authority, port, rules, 'pulls-facts': facts } = values;
  if (help) return { ok: true, options: { help, once, real: null, rules: null, port: null, authority: null } };
  if (repo === undefined && pull !== undefined) {
    return wrong('--pull needs --repo DIR: the clone of the specification that the proposal is for.');
  }
  if (pull === undefined && facts !== undefined) {
    return wrong('--pulls-facts needs --pull DIR: the folder of the pull requests that it tells of.');
  }
  if (once && repo !== undefined && pull === undefined) {
    return wrong('--repo needs --pull DIR: the folder of the pull request whose proposal is told, such as pulls/2356.');
  }
  if (once && rules !== undefined) return wrong('--rules is for the playground: leave out --once.');
  if (repo === undefined && group !== undefined) {
    return wrong('--group needs --repo and --pull: in the invented story, --authority chooses the group.');
  }
  const chosen = AUTHORITIES.find((one) => one === authority);
  if (authority !== undefined && chosen === undefined) {
    return wrong(`--authority is ${AUTHORITIES.join(' or ')}, not "${authority}".`);
  }
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) {
    return wrong(`--port is a number from 1 to 65535, not "${port}".`);
  }
  const real = repo === undefined ? null : { repo, pull: pull ?? null, group: group ?? null, facts: facts ?? null };
  const number = port === undefined ? null : Number(port);
  return { ok: true, options: { help, once, real, rules: rules ?? null, port: number, authority: chosen ?? null } };
}

/** The first word that cannot stand where it stands: no option of the demo, or one without its value. */
function firstSlip(args: string[]): string | null {
  const { tokens } = parseArgs({ args, options: OPTIONS, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') return `The demo takes options only, and "${token.value}" is none.`;
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = Object.entries(OPTIONS).find(([own]) => own === name)?.[1].type;
    if (type === undefined) {
      const near = nearest(name, Object.keys(OPTIONS));
      return `There is no option "${rawName}".${near === null ? '' : ` Did you mean "--${near}"?`}`;
    }
    if (type === 'boolean' && value !== undefined) return `${rawName} takes no value.`;
    const missing = value === undefined || value === '' || (!inlineValue && value.startsWith('-'));
    if (type === 'string' && missing) return `${rawName} needs a value behind it.`;
  }
  return null;
}
