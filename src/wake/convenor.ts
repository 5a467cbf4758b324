import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.js';
import type { Asking } from '../facts/governing.js';
import { discussedNow } from '../facts/discussions.js';
import { governingNow } from '../facts/governing-now.js';
import type { LookRequest } from '../facts/gather.js';
import { RepositoryMemory } from '../facts/memory.js';
import type { RepositoryRef } from '../facts/facts.js';
import { NO_CHANNELS, type Channels } from '../telling/channels.js';
import { NOTHING_DISCUSSED } from '../judge/duties/discussed.js';
import { tellsAnybody } from '../telling/due.js';
import type { Where } from '../telling/record.js';
import type { Clients } from '../github/clients.js';
import type { RawGoverned } from '../github/queries/fragments.js';
import { present } from '../github/read.js';
import { publishDashboard } from '../dashboard/publish.js';
import { answerMergeGroup } from '../publish/merge-group.js';
import { Dashboards } from './dashboards.js';
import { Failures, type Log } from './failures.js';
import { look, type Concluded } from './look.js';
import { lookAtIssue } from './look-issue.js';
import { WakeQueue } from './queue.js';
import { lookAtRules, newlyChanged } from './rules.js';
import { changedSinceLook } from './sweep.js';
import { Telling } from './telling.js';

/** Where something happened. */
export interface Place extends RepositoryRef {
  installation: number;
}

export type { Log };

/** Is told what each look at a pull request concluded, once all of it is published. */
export type Watcher = (place: RepositoryRef, number: number, concluded: Concluded) => void;

/** What Convenor does by itself, and how often. */
export interface Pace {
  /** Everything open is looked over at this interval: what a lost webhook would have told is found. */
  sweepMinutes: number;
  /** The dashboard waits this long after a change, so that many changes make one commit. */
  dashboardSeconds: number;
}

const PACE: Pace = { sweepMinutes: 15, dashboardSeconds: 60 };

/** Where an installation has repositories that cannot be written, it is listed again after this time. */
const RELIST_HOURS = 24;

/** The running service: takes hints, wakes the subjects that they name, and wakes itself for deadlines and sweeps. */
export class Convenor {
  private readonly queue: WakeQueue;
  private readonly memories = new Map<string, RepositoryMemory>();
  /** When each installation was made. */
  private readonly installed = new Map<number, string>();
  /** Repositories that are swept. */
  private readonly places = new Map<string, Place>();
  private readonly dashboards: Dashboards<Place>;
  private readonly telling: Telling;

  constructor(
    private readonly clients: Clients,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly pace: Pace = PACE,
    /** Where people are told things outside of GitHub. */
    channels: Channels = NO_CHANNELS,
    /** Who watches its looks; nobody where left out. */
    private readonly watcher: Watcher = () => undefined,
  ) {
    const failures = new Failures(clock, log);
    this.queue = new WakeQueue(
      clock,
      (key, error) => failures.tell(key, error),
      (error) => failures.secondsToWait(error),
    );
    this.telling = new Telling(clock, channels, log);
    this.dashboards = new Dashboards(clock, pace.dashboardSeconds, (place) => {
      this.queue.wake(`dashboard ${place.owner}/${place.name}`, async () => {
        // Whatever becomes of the pages.
        this.tell(place);
        const low = this.clients.budget(place.installation).lowUntil(this.clock.now().epochMilliseconds);
        if (low !== null) return { due: Temporal.Instant.fromEpochMilliseconds(low).toString() };
        const asking = this.asking(place);
        const now = this.clock.now().toString({ smallestUnit: 'second' });
        const governing = await governingNow(asking);
        const discussed = await discussedNow(asking, governing);
        return { due: await publishDashboard(asking.client, asking.repository, { ...governing, discussed }, now) };
      });
    });
  }

  /** Tells channels what is due by the record, now and whenever more will be. Each channel is a job of its own. */
  private tell(place: Place): void {
    const full = `${place.owner}/${place.name}`;
    this.queue.wake(`tell ${full}`, async () => {
      const { channels, due } = await this.telling.pending(await this.where(place));
      for (const channel of channels) {
        this.queue.wake(`tell ${full} ${channel}`, async () => this.telling.tell(await this.where(place), channel));
      }
      return { due };
    });
  }

  /** Whose record messages are made from. */
  private async where(place: Place): Promise<Where> {
    const asking = this.asking(place);
    const governing = await governingNow(asking);
    const discussed = tellsAnybody(governing.loaded.rules) ? await discussedNow(asking, governing) : NOTHING_DISCUSSED;
    return { client: asking.client, repository: asking.repository, governing, discussed };
  }

  /** What is remembered of a repository. */
  memory(place: RepositoryRef): RepositoryMemory {
    const key = `${place.owner}/${place.name}`.toLowerCase();
    const known = this.memories.get(key);
    if (known) return known;
    const fresh = new RepositoryMemory();
    this.memories.set(key, fresh);
    return fresh;
  }

  /** Asks for a look at a pull request. Returns at once. */
  wake(place: Place, number: number): void {
    this.queue.wake(`${place.owner}/${place.name}#${number}`, async () => {
      const result = await look(await this.looking(place, number));
      if (result.recorded) this.dashboards.soon(place);
      this.watcher(place, number, result.concluded);
      return result;
    });
  }

  /** Asks for a look at an issue. Returns at once. */
  wakeIssue(place: Place, number: number): void {
    this.queue.wake(`${place.owner}/${place.name}#${number}`, async () => {
      const result = await lookAtIssue(await this.looking(place, number));
      if (result.recorded) this.dashboards.soon(place);
      return result;
    });
  }

  /** Asks for an answer to a merge group. */
  mergeGroup(place: Place, head: string): void {
    this.queue.wake(`merge group ${place.owner}/${place.name} ${head}`, async () => {
      const asking = this.asking(place);
      const { loaded } = await governingNow(asking);
      await answerMergeGroup(asking.client, asking.repository, head, loaded.rules);
      return { due: null };
    });
  }

  /** Looks over every repository that it knows. */
  sweepAll(): void {
    for (const place of this.places.values()) this.sweep(place);
  }

  /** Looks over everything open in a repository, now and from then on at intervals. */
  sweep(place: Place): void {
    const key = `${place.owner}/${place.name}`.toLowerCase();
    this.places.set(key, place);
    this.queue.wake(`sweep ${place.owner}/${place.name}`, async () => {
      const { client, repository, memory } = this.asking(place);
      const now = this.clock.now().toString({ smallestUnit: 'second' });
      const { numbers, issues, target, movedTo } = await changedSinceLook(client, repository, memory, now);
      if (movedTo) {
        this.places.delete(key);
        memory.lookAnew();
        this.moved(place, movedTo);
        return { due: null };
      }
      if (target && newlyChanged(memory, target)) this.rules(place, target);
      for (const number of numbers) this.wake(place, number);
      for (const number of issues) this.wakeIssue(place, number);
      this.dashboards.today(place);
      return { due: this.clock.now().add({ minutes: this.pace.sweepMinutes }).toString() };
    });
  }

  /** A repository goes by another name: it is swept under that, where its owner is the same. Another owner's is not ours. */
  private moved(place: Place, to: RepositoryRef): void {
    const isOurs = to.owner.toLowerCase() === place.owner.toLowerCase();
    const full = `${place.owner}/${place.name}`;
    this.log.info({ ...place, to }, `${full} is ${to.owner}/${to.name} now.`);
    // What waited to be made here would be refused for ever.
    this.dashboards.forget(full);
    this.queue.drop((key) => key === `dashboard ${full}` || `${key} `.startsWith(`tell ${full} `));
    if (isOurs) this.sweep({ ...place, ...to });
  }

  /** Says on the default branch whether what governs can be read there; the pages and what is told follow it. */
  private rules(place: Place, target: RawGoverned): void {
    this.queue.wake(`rules ${place.owner}/${place.name}`, async () => {
      const asking = this.asking(place);
      const before = asking.memory.rulesSaid?.key;
      await lookAtRules(asking, this.clients.appId, target);
      // Other people, other groups, or others to be told, though nothing is recorded.
      if (before !== undefined && asking.memory.rulesSaid?.key !== before) this.dashboards.soon(place);
      return { due: null };
    });
  }

  /** Begins: finds every installation and repository and sweeps each of them. Tried again where it fails. */
  start(): void {
    this.queue.wake('start', async () => {
      const app = this.clients.app();
      const installations = await app.paginate(app.rest.apps.listInstallations, { per_page: 100 });
      for (const { id, created_at: at, suspended_at: suspendedAt } of installations) {
        this.installed.set(id, at);
        if (suspendedAt === null) this.sweepInstallation(id);
      }
      this.log.info({ installations: installations.length }, 'Convenor is looking.');
      return { due: null };
    });
  }

  /** Finds the repositories of an installation that can be written, and sweeps each of them. */
  private sweepInstallation(installation: number): void {
    this.queue.wake(`installation ${installation}`, async () => {
      const client = this.clients.installation(installation);
      const all = await client.paginate(client.rest.apps.listReposAccessibleToInstallation, { per_page: 100 });
      const found = present(all);
      const open = found.filter(({ archived, disabled }) => !archived && !disabled);
      for (const { owner, name } of open) {
        const place = { installation, owner: owner.login, name };
        this.sweep(place);
        // What the process before this one had still to bring up to date.
        this.dashboards.soon(place);
      }
      // No event of ours tells that a repository was unarchived.
      return { due: open.length < found.length ? this.clock.now().add({ hours: RELIST_HOURS }).toString() : null };
    });
  }

  /** An installation may do more than before: what failed is tried again at once, with a token that knows of it. */
  permitted(installation: number): void {
    this.clients.forget(installation);
    this.sweepInstallation(installation);
    this.queue.retry();
  }

  /**
   * Repositories are not for the app any more: nothing is asked of them until it is told of them again.
   * @param names `owner/name` of some of the installation's repositories; null for all
   */
  forget(installation: number, names: readonly string[] | null): void {
    const gone = [...this.places.values()].filter(
      (place) =>
        place.installation === installation && (names === null || names.includes(`${place.owner}/${place.name}`)),
    );
    for (const { owner, name } of gone) {
      const full = `${owner}/${name}`;
      this.places.delete(full.toLowerCase());
      this.dashboards.forget(full);
      this.memory({ owner, name }).lookAnew();
      this.queue.drop((key) => key.startsWith(`${full}#`) || ` ${key} `.includes(` ${full} `));
    }
  }

  /** Resolves once nothing is being done. Deadlines and sweeps to come are no work. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  /** Whether something failed and waits to be tried again. */
  get hasRetries(): boolean {
    return this.queue.hasRetries;
  }

  /** Takes no more hints and sets no more timers; what runs is left to end. */
  stop(): void {
    this.queue.stop();
  }

  /** Who looks at what, now. */
  private async looking(place: Place, number: number): Promise<LookRequest> {
    return {
      client: this.clients.installation(place.installation),
      appId: this.clients.appId,
      repository: { owner: place.owner, name: place.name },
      number,
      memory: this.memory(place),
      now: this.clock.now().toString({ smallestUnit: 'second' }),
      installedAt: await this.installedAt(place.installation),
    };
  }

  /** When an installation was made: known from the start, else asked for once. */
  private async installedAt(installation: number): Promise<string> {
    const known = this.installed.get(installation);
    if (known !== undefined) return known;
    const { data } = await this.clients.app().rest.apps.getInstallation({ installation_id: installation });
    this.installed.set(installation, data.created_at);
    return data.created_at;
  }

  /** Who asks what governs a repository today. */
  private asking({ installation, owner, name }: Place): Asking {
    const repository = { owner, name };
    const asOf = this.clock.now().toString().slice(0, 10);
    return { client: this.clients.installation(installation), repository, memory: this.memory(repository), asOf };
  }
}
