import { parseCommands } from '../../../src/commands/parse.js';
import { packRules } from '../../../src/facts/governing.js';
import { ANSWERED } from '../../../src/judge/ladder/answer.js';
import { askedOf, saysIn } from '../../../src/judge/ladder/asked.js';
import { playLadder, type LadderPlay } from '../../../src/judge/ladder/fold.js';
import { was } from '../../../src/judge/ladder/weigh.js';
import { plusDays, plusMinutes } from '../../../src/judge/instants.js';
import { timeline } from '../../../src/ledger/fold/timeline.js';
import { TEXT_ITSELF, type LineBody, type LineOf } from '../../../src/ledger/lines.js';
import type { StandingThen } from '../../../src/ledger/nomination-lines.js';
import type { Rules } from '../../../src/rules/schema.js';

export const PACK = packRules();
/** The pack's rules with some keys of one otherwise. */
export const withRule = <Id extends keyof Rules['rules']>(id: Id, more: Partial<Rules['rules'][Id]>): Rules => ({
  ...PACK,
  rules: { ...PACK.rules, [id]: { ...PACK.rules[id], ...more } },
});

export const GROUP = 'kettles';
export const START = '2026-11-02T09:00:00Z';
const SHA = 'a'.repeat(64);
const COMMIT = 'b'.repeat(40);

/** Everybody who speaks, with what the files say of them, and their organisation. */
export const CAST = {
  outsider: { id: 1, roles: [], organization: null },
  member: { id: 2, roles: ['member'], organization: 'Kiln' },
  maintainer: { id: 3, roles: ['maintainer'], organization: 'Fjord' },
  core: { id: 4, roles: ['core-maintainer'], organization: 'Delta' },
  'lead maintainer': { id: 5, roles: ['lead-maintainer'], organization: 'Harbour' },
  'WG member': { id: 6, roles: [`wg-member:${GROUP}`], organization: 'Tide' },
  'group lead': { id: 7, roles: ['member', `lead:${GROUP}`], organization: 'Ora' },
  'lead elsewhere': { id: 8, roles: ['member', 'lead:cups'], organization: 'Ora' },
  'second core': { id: 9, roles: ['core-maintainer'], organization: 'Kiln' },
  'third core': { id: 10, roles: ['core-maintainer'], organization: 'Kiln' },
  nominee: { id: 20, roles: [], organization: null },
} as const satisfies Record<string, { id: number; roles: readonly string[]; organization: string | null }>;
export type Name = keyof typeof CAST;

const loginOf = (name: Name): string => name.replace(/ /g, '-');
const NAMES = Object.keys(CAST) as Name[];

/** A contributor, whom the roster does not know. */
export const NEW: StandingThen = {
  ...{ role: 'contributor', since: null, decision: null, moderator: false, emeritus: false, held: [] },
};

/** An issue as it comes about, word by word. Every word is a minute after the one before. */
export class Issue {
  private readonly lines: LineBody[] = [];
  private at = START;

  constructor(
    private readonly rules: Rules = PACK,
    private readonly standing: StandingThen = NEW,
  ) {
    this.lines.push({ kind: 'opened', at: START, subject: { kind: 'nomination', number: 20 }, by: null });
  }

  after(time: { days?: number; minutes?: number }): this {
    this.at = plusMinutes(plusDays(this.at, time.days ?? 0), time.minutes ?? 0);
    return this;
  }

  says(name: Name, body: string, more: Partial<LineOf<'act'>> = {}): this {
    this.at = plusMinutes(this.at, 1);
    for (const { command, args, text, problem } of parseCommands(body)) {
      const named = NAMES.find((one) => loginOf(one) === args[0]);
      this.lines.push({
        ...{
          kind: 'act',
          at: this.at,
          command,
          args,
          text,
          problem,
          also: [],
          evidence: [],
          obstacles: {},
          head: null,
        },
        by: { id: CAST[name].id, login: loginOf(name) },
        organization: CAST[name].organization,
        roles: [...CAST[name].roles],
        mentions: named
          ? [
              {
                ...{ login: loginOf(named), account: { id: CAST[named].id, login: loginOf(named) } },
                ...{ roles: [...CAST[named].roles], organization: CAST[named].organization },
              },
            ]
          : [],
        source: {
          kind: 'comment',
          id: `c${this.lines.length}`,
          index: 0,
          url: `https://x.test/${this.lines.length}`,
          sha256: SHA,
        },
        rules: { commit: COMMIT, sha256: SHA },
        ...more,
      });
    }
    return this;
  }

  /** Somebody writes words that are no command. */
  writes(name: Name): this {
    const source = {
      kind: 'comment' as const,
      id: `c${this.lines.length}`,
      index: TEXT_ITSELF,
      url: 'https://x.test/',
      sha256: SHA,
    };
    return this.says(name, '/help', { command: ANSWERED, source });
  }

  /** What a look at this moment finds, or one at another. */
  seen(until: string = this.at, lines: readonly LineBody[] = this.lines): LadderPlay {
    return playLadder(timeline(lines), {
      until,
      rulebook: new Map([[SHA, this.rules]]),
      titleOf: (group) => group,
      pin: ({ matter, nominee, to, group }, act) => {
        const { standing } = this;
        const returns = matter === 'advance' && standing.held.some((role) => role === to);
        const asked = askedOf({ matter, to, standing }, this.rules);
        const body = NAMES.map((name) => ({
          ...{ id: CAST[name].id, login: loginOf(name), also: [], organization: CAST[name].organization },
          roles: [...CAST[name].roles],
        })).filter((one) => was(one, saysIn(asked), group));
        return {
          ...{ matter: returns ? 'return' : matter, to, group, standing, body },
          nominee: { ...nominee, also: [], organization: null },
          deadline: asked.days > 0 ? plusDays(act.at, asked.days) : null,
          rules: { commit: COMMIT, sha256: SHA },
        };
      },
    });
  }

  /** Writes down what a look finds, as the app does. */
  written(): this {
    this.lines.push(...this.seen().emitted);
    return this;
  }

  get all(): readonly LineBody[] {
    return this.lines;
  }

  get now(): string {
    return this.at;
  }
}
