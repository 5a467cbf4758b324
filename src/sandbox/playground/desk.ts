import { Temporal } from 'temporal-polyfill';
import { diffRules } from '../../rules/index.js';
import type { BesideShown, Happened, Show } from '../page/show.js';
import type { Around } from '../page/pulls.js';
import type { Person } from '../people.js';
import type { Move } from './move.js';
import { translated } from './pull-acts.js';
import type { Setting } from './setting.js';
import { Table } from './table.js';

/** The same world under other rules. */
export interface OtherRules {
  /** The file, as it was named. */
  name: string;
  setting: Setting;
}

/** What came of something that was done: where to look then, and whether it was refused. */
export interface Done {
  happened: Happened;
  number: number;
}

/**
 * A table as it is served: one thing is done at a time, whoever asks for it. Where other rules are tried, a second world
 * stands beside it in which everybody does the same: what is pinned when a decision opens, and who may do what, is then
 * really by those rules, which judging the same facts again could not show.
 */
export class Desk {
  private queue: Promise<unknown> = Promise.resolve();
  /** What could be done in one of the two worlds alone, newest first. */
  private apart: string[] = [];

  private constructor(
    public table: Table,
    private other: { rules: OtherRules; table: Table } | null,
  ) {}

  static async open(setting: Setting, rules: OtherRules | null): Promise<Desk> {
    const table = await Table.lay(setting);
    return new Desk(table, rules && { rules, table: await Table.lay(rules.setting, table.laid.story?.chapters) });
  }

  /** The table under the other rules; null where there are none. */
  get otherTable(): Table | null {
    return this.other?.table ?? null;
  }

  get slug(): string {
    return this.table.setting.slug;
  }

  /** Until nothing is being done here. */
  async rest(): Promise<void> {
    await this.queue.catch(() => undefined);
  }

  /** Does one thing, after all that was asked for before it. */
  does(move: Move, login: string, number: number): Promise<Done> {
    return this.next(async () => {
      const who = this.table.person(login);
      if (!who) throw new Error(`Nobody here has the login ${login}.`);
      const there = this.other && (await this.prepared(this.other.table, move, number));
      const done = await this.table.does(move, who, number);
      if (there) await this.follows(there, move, login, number, done);
      return done;
    });
  }

  /** Says of something that cannot be done why not; nothing changes. */
  refuses(problem: string, number: number): Done {
    return { happened: this.table.refuses(problem, number), number };
  }

  /** Begins anew, as if nothing had been played. */
  again(): Promise<void> {
    return this.next(async () => {
      const fresh = await Desk.open(this.table.setting, this.other?.rules ?? null);
      await this.table.close();
      await this.other?.table.close();
      this.table = fresh.table;
      this.other = fresh.other;
      this.apart = [];
    });
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.catch(() => undefined).then(work);
    this.queue = result;
    return result;
  }

  /** The move as it is done in the other world, where it is the same time; null where it cannot be. */
  private async prepared(other: Table, move: Move, number: number): Promise<{ table: Table; move: Move | null }> {
    const [here, there] = [this.table.laid.ground.sandbox.clock, other.laid.ground.sandbox.clock];
    if (Temporal.Instant.compare(there.now(), here.now()) < 0) await there.advanceTo(here.now());
    else await here.advanceTo(there.now());
    const [from, to] = [this.table.pull(number), other.pull(number)];
    if (move.do !== 'accept' && move.do !== 'resolve') return { table: other, move };
    return { table: other, move: from && to && translated(move, from, to) };
  }

  private async follows(
    there: { table: Table; move: Move | null },
    move: Move,
    login: string,
    number: number,
    done: Done,
  ): Promise<void> {
    const { table } = there;
    const who = table.person(login);
    const isHere = done.happened.refused === null;
    // Time goes the same way in both: what is due here is not what is due there.
    const same: Move | null =
      move.do === 'until-due' && isHere
        ? { do: 'wait', distance: this.behind(table) }
        : move.do === 'chapter'
          ? { do: 'chapter', index: this.table.story.told - 1 }
          : there.move;
    const result = who && same ? await table.does(same, who, number) : null;
    const why = result?.happened.refused ?? (result ? null : 'there is no such suggestion there.');
    if (isHere && why !== null) this.apart = [`By the other rules not: ${done.happened.did} ${why}`, ...this.apart];
    if (!isHere && why === null) {
      this.apart = [`Only by the other rules: ${result?.happened.did ?? ''}`, ...this.apart];
    }
  }

  private behind(table: Table): { seconds: number } {
    const now = this.table.laid.ground.sandbox.clock.now();
    const since = table.laid.ground.sandbox.clock.now().until(now);
    return { seconds: Math.max(0, Math.ceil(since.total('seconds'))) };
  }

  /** What the pages show of a pull request. @param me as whom one acts */
  show(number: number, me: Person, token: string): Show {
    return { ...this.table.show(number, me, token), beside: this.beside(number) };
  }

  /** What the pages show around its pull requests. @param me as whom one acts */
  around(me: Person, token: string): Around {
    const { ground } = this.table.laid;
    return {
      slug: this.slug,
      name: this.table.laid.name,
      repository: this.table.repositoryName,
      state: ground.sandbox.state,
      repositoryId: ground.repo.id,
      pulls: this.table.pulls,
      looks: this.table.looks,
      me: me.id,
      token,
      happened: this.table.happened,
      draft: null,
    };
  }

  private beside(number: number): BesideShown | null {
    if (!this.other) return null;
    const { rules, table } = this.other;
    return {
      rules: rules.name,
      look: table.looks.get(number) ?? null,
      apart: this.apart,
      differences: diffRules(this.table.laid.ground.rules, table.laid.ground.rules).map(({ says }) => says),
    };
  }

  async close(): Promise<void> {
    await this.table.close();
    await this.other?.table.close();
  }
}
