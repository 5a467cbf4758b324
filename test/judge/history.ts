import { Temporal } from 'temporal-polyfill';
import { parseCommands, type ParsedCommand } from '../../src/commands/parse.js';
import { commandNamed } from '../../src/commands/registry.js';
import { GRACE_MINUTES, plusMinutes } from '../../src/judge/instants.js';
import { play, type Play } from '../../src/judge/play.js';
import { timeline } from '../../src/ledger/fold/timeline.js';
import { chain, readLedger, sha256 } from '../../src/ledger/chain.js';
import type { Elector, Line, LineBody, LineOf, Who } from '../../src/ledger/lines.js';
import { loadRules } from '../../src/rules/index.js';
import type { Authority, ProposalState, Rules } from '../../src/rules/schema.js';

/** The people of an invented repository. Their Working Group is `kettles`; the core are Rosa, Sven, Tomoko and Uri. */
export const IDS = {
  ada: 1,
  ben: 2,
  kofi: 10,
  mira: 11,
  lena: 20,
  noor: 21,
  omar: 22,
  pia: 23,
  rosa: 30,
  sven: 31,
  tomoko: 32,
  uri: 33,
  tess: 40,
  olga: 41,
  zed: 99,
} as const;
export type Name = keyof typeof IDS;

export const GROUP = 'kettles';
const MEMBER = `wg-member:${GROUP}`;
const ROLES: Partial<Record<Name, string[]>> = {
  kofi: ['maintainer'],
  mira: ['maintainer'],
  lena: [`lead:${GROUP}`, MEMBER],
  noor: [MEMBER],
  omar: [MEMBER],
  pia: [MEMBER],
  rosa: ['core-maintainer'],
  sven: ['core-maintainer'],
  tomoko: ['core-maintainer'],
  uri: ['lead-maintainer'],
  tess: ['member'],
  olga: ['lead:elsewhere'],
};

export const START = '2026-11-02T09:00:00Z';
export const HEAD = 'a'.repeat(40);

export const who = (name: Name): Who => ({ id: IDS[name], login: name });

/** A person of a quorum body; `also` are the ids of their other accounts. */
export const elector = (name: Name, also: number[] = [], organization: string | null = null): Elector => ({
  ...who(name),
  also,
  organization,
});

const loaded = loadRules(null);
if (!loaded.ok) throw new Error('The default pack cannot be read.');
/** The rules of the default pack. */
export const RULES: Rules = loaded.loaded.rules;
const NAMED = { commit: 'c'.repeat(40), sha256: loaded.loaded.sha256 };
/** What the lines of a history name as their rules. */
export const RULEBOOK: ReadonlyMap<string, Rules> = new Map([[NAMED.sha256, RULES]]);

/** What an invented repository is like; what is left out is as in {@link IDS}. */
export interface World {
  authority?: Authority;
  members?: Elector[];
  core?: Elector[];
  /** Who may vote in the group and is not counted for its quorum; nobody where left out. */
  participants?: Elector[];
  /** Between whom what is escalated is; nobody where left out. */
  parties?: Elector[];
  rules?: Rules;
  /** Logins that the preamble names as authors. */
  authors?: string[];
  /** Ids of the accounts of these; left out of the first head's line where they are left out here. */
  authorIds?: number[];
  /** Paths that the first head changes beside the document. */
  touches?: string[];
  /** Who opened the pull request; null for a ghost. */
  author?: Who | null;
}

/**
 * What people say on one proposal, in the order in which it is written down here. The clock stands still until it is
 * moved, but for a minute between any two acts.
 */
export class History {
  readonly lines: LineBody[] = [];
  private now = Temporal.Instant.from(START);
  private said = 0;

  constructor(readonly world: World = {}) {
    const author = world.author === undefined ? who('ada') : world.author;
    const named = world.authorIds && { authorIds: world.authorIds };
    this.lines.push({ kind: 'opened', at: START, subject: { kind: 'proposal', number: 7 }, by: author });
    this.lines.push(
      headLine(START, HEAD, { authors: world.authors ?? ['ada'], ...named, touches: world.touches ?? [] }),
    );
  }

  /** What stood there when Convenor came, before anybody has spoken. */
  takenOver(status: ProposalState, sponsor: Name | null = null): this {
    const claimed = sponsor && { login: sponsor, account: who(sponsor) };
    const evidence = [{ piece: 'label' as const, value: status, status }];
    this.lines.splice(1, 0, {
      kind: 'taken-over',
      at: this.clock,
      status,
      sponsor: claimed,
      evidence,
      conflicts: [],
      rules: NAMED,
    });
    return this;
  }

  /** Moves the clock. */
  after(distance: { days?: number; hours?: number; minutes?: number; seconds?: number }): this {
    const { days = 0, hours = 0, ...rest } = distance;
    this.now = this.now.add({ hours: 24 * days + hours, ...rest });
    return this;
  }

  /** Sets the clock. */
  at(instant: string): this {
    this.now = Temporal.Instant.from(instant);
    return this;
  }

  get clock(): string {
    return this.now.toString({ smallestUnit: 'second' });
  }

  /** One comment, with every command in it. */
  says(name: Name, body: string, more: Partial<LineOf<'act'>> = {}): this {
    const id = `IC_${String(this.said++).padStart(4, '0')}`;
    for (const [index, command] of parseCommands(body).entries()) {
      this.lines.push({
        kind: 'act',
        at: this.clock,
        ...command,
        by: who(name),
        also: [],
        organization: null,
        mentions: mentionedIn(command),
        evidence: [],
        roles: ROLES[name] ?? [],
        obstacles: {},
        source: { kind: 'comment', id, index, url: `https://github.test/${id}`, sha256: sha256(body) },
        head: { commit: this.headNamed(command) ?? HEAD, certain: true },
        rules: NAMED,
        ...more,
      });
    }
    this.now = this.now.add({ minutes: 1 });
    return this;
  }

  /** The commit of a head that a command names by its first digits; null where it names none. */
  private headNamed({ command, args }: ReturnType<typeof parseCommands>[number]): string | null {
    const named = commandNamed(command)?.namesCommit?.(args) ?? null;
    const heads = this.lines.flatMap((line) => (line.kind === 'head-seen' ? [line.commit] : []));
    return named === null ? null : (heads.find((commit) => commit.startsWith(named)) ?? null);
  }

  adopts(name: Name): this {
    return this.says(name, '/sep adopt');
  }

  sponsors(name: Name): this {
    return this.says(name, '/sep sponsor');
  }

  /** Noor's group takes the proposal over, and Kofi sponsors it: where most stories begin. */
  isADraft(): this {
    return this.adopts('lena').sponsors('kofi');
  }

  /** Of a matter that its lead declares compatible, unless the words say otherwise. */
  startsConsensus(name: Name, words = 'minor compatible'): this {
    return this.says(name, `/consensus start ${words}`);
  }

  blocks(name: Name, slug: string): this {
    return this.says(name, `/block ${slug}\nIt boils over.\nAlternative: a larger kettle.`);
  }

  unblocks(name: Name, slug: string): this {
    return this.says(name, `/unblock ${slug}`);
  }

  /** Kofi brings the draft before the core. */
  goesToTheCore(): this {
    return this.says('kofi', '/sep status in-review');
  }

  accept(...names: Name[]): this {
    for (const name of names) this.says(name, '/core accept');
    return this;
  }

  reject(...names: Name[]): this {
    for (const name of names) this.says(name, '/core reject');
    return this;
  }

  abstain(...names: Name[]): this {
    for (const name of names) this.says(name, '/core abstain');
    return this;
  }

  /** A new head of the pull request, as a look at the clock's instant first sees it. */
  pushes(commit: string, head: Partial<Head> = {}): this {
    this.lines.push(headLine(this.clock, commit, head));
    return this;
  }

  /** What a look at an instant comes to, the clock's where none is given; nothing is written down. */
  seenAt(now: string = this.clock, lines: readonly LineBody[] = this.lines): Play {
    return playAt(now, lines, this.world);
  }

  /** Somebody closes, merges or reopens the pull request. */
  isNow(state: LineOf<'pull'>['state']): this {
    this.lines.push({ kind: 'pull', at: this.clock, state });
    this.now = this.now.add({ minutes: 1 });
    return this;
  }

  /** A look that also writes down what follows from what was said. */
  look(now: string = this.clock): this {
    this.lines.push(...this.seenAt(now).emitted);
    return this;
  }
}

/** Whom a command names: those of {@link IDS} have an account. */
function mentionedIn({ command, args, problem }: ParsedCommand): LineOf<'act'>['mentions'] {
  const logins = problem === null ? (commandNamed(command)?.namesPeople?.(args) ?? []) : [];
  return logins.map((login) => {
    const name = (Object.keys(IDS) as Name[]).find((one) => one === login);
    return { login, account: name ? who(name) : null, roles: (name && ROLES[name]) ?? [], organization: null };
  });
}

export const history = (world: World = {}): History => new History(world);

/** Plays lines as a look at `now` would. */
export function playAt(now: string, lines: readonly LineBody[], world: World = {}): Play {
  const members = world.members ?? [elector('lena'), elector('noor'), elector('omar'), elector('pia')];
  const core = world.core ?? [
    elector('rosa', [], 'Amber'),
    elector('sven', [], 'Basalt'),
    elector('tomoko', [], 'Basalt'),
    elector('uri', [], 'Amber'),
  ];
  return play(timeline(lines), {
    until: plusMinutes(now, -GRACE_MINUTES),
    rulebook: new Map([[NAMED.sha256, world.rules ?? RULES]]),
    pin: ({ form }) => ({
      electorate: form === 'consensus' || form === 'vote' ? members : core,
      beside: form === 'vote' ? (world.participants ?? []) : [],
      parties: form === 'escalation' ? (world.parties ?? []) : [],
      authority: form === 'consensus' || form === 'vote' ? (world.authority ?? 'advise') : 'advise',
      because: [],
      rules: NAMED,
    }),
    titleOf: (slug) => slug,
    inForce: { rules: world.rules ?? RULES, named: NAMED },
  });
}

/** Lines as a ledger holds them. */
export function ledgerOf(lines: readonly LineBody[]): readonly Line[] {
  const reading = readLedger(
    chain(lines, null)
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (!reading.ok) throw new Error(reading.broken.message);
  return reading.lines;
}

/** What a head says of itself and brings beside the document; what is left out is as at the first. */
interface Head {
  authors: string[];
  authorIds: number[];
  type: string;
  touches: string[];
  more: number;
  normative: string;
}

function headLine(at: string, commit: string, head: Partial<Head>): LineOf<'head-seen'> {
  const { authors = ['ada'], type = 'Standards Track', touches = [], more = 0, normative = 'b'.repeat(64) } = head;
  return {
    kind: 'head-seen',
    at,
    commit,
    path: 'seps/7-kettles.md',
    normative,
    claims: {
      number: 7,
      title: 'Kettles',
      type,
      status: 'draft',
      authors,
      ...(head.authorIds && { authorIds: head.authorIds }),
      sponsor: null,
      group: GROUP,
    },
    touches,
    more,
    pushedBy: { who: null, isBot: false },
  };
}
