import type { Clock } from '../clock.js';
import { packRules, readGoverning } from '../facts/governing.js';
import { RepositoryMemory } from '../facts/memory.js';
import type { RepositoryRef } from '../facts/facts.js';
import type { Clients } from '../github/clients.js';
import { secondsToWait } from '../github/limits.js';
import { present } from '../github/read.js';
import { publishDashboard } from '../dashboard/publish.js';
import { answerMergeGroup } from '../publish/merge-group.js';
import { look } from './look.js';
import { WakeQueue } from './queue.js';
import { changedSinceLook } from './sweep.js';

/** Where something happened. */
export interface Place extends RepositoryRef {
  installation: number;
}

/** How Convenor tells its operator what went wrong. */
export interface Log {
  error(details: object, message: string): void;
  info(details: object, message: string): void;
}

/** How often everything open is looked over, where nothing else is said: what a lost webhook would have told is found. */
const SWEEP_MINUTES = 15;
/** The dashboard waits this long after a change, so that many changes make one commit. */
const DASHBOARD_SECONDS = 60;

/** The running service: takes hints, wakes the subjects that they name, and wakes itself for deadlines and sweeps. */
export class Convenor {
  private readonly queue: WakeQueue;
  private readonly memories = new Map<string, RepositoryMemory>();
  /** When each installation was made. */
  private readonly installed = new Map<number, string>();
  /** Repositories that are swept. */
  private readonly places = new Map<string, Place>();
  /** Repositories whose dashboard waits to be made. */
  private readonly dashboards = new Set<string>();

  constructor(
    private readonly clients: Clients,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly sweepMinutes = SWEEP_MINUTES,
  ) {
    this.queue = new WakeQueue(
      clock,
      (key, error) => log.error({ err: error, key }, `A look failed: ${String(error)}`),
      (error) => secondsToWait(error, clock.now().epochMilliseconds),
    );
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
      const result = await look({
        client: this.clients.installation(place.installation),
        appId: this.clients.appId,
        repository: { owner: place.owner, name: place.name },
        number,
        memory: this.memory(place),
        now: this.clock.now().toString({ smallestUnit: 'second' }),
        installedAt: await this.installedAt(place.installation),
      });
      if (result.recorded) this.dashboardSoon(place);
      return result;
    });
  }

  /** Asks for an answer to a merge group, whose head is on top of a commit of the default branch. */
  mergeGroup(place: Place, head: string, base: string): void {
    this.queue.wake(`merge group ${place.owner}/${place.name} ${head}`, async () => {
      const client = this.clients.installation(place.installation);
      const repository = { owner: place.owner, name: place.name };
      const today = this.clock.now().toString().slice(0, 10);
      const known =
        this.memory(place).governing ?? (await readGoverning(client, repository, base, '', packRules().paths, today));
      await answerMergeGroup(client, repository, head, known.loaded.rules);
      return { due: null };
    });
  }

  /** Looks over every repository that it knows. */
  sweepAll(): void {
    for (const place of this.places.values()) this.sweep(place);
  }

  /** Looks over everything open in a repository, now and from then on at intervals. */
  sweep(place: Place): void {
    this.places.set(`${place.owner}/${place.name}`.toLowerCase(), place);
    this.queue.wake(`sweep ${place.owner}/${place.name}`, async () => {
      const client = this.clients.installation(place.installation);
      const repository = { owner: place.owner, name: place.name };
      for (const number of await changedSinceLook(client, repository, this.memory(place))) this.wake(place, number);
      return { due: this.clock.now().add({ minutes: this.sweepMinutes }).toString() };
    });
  }

  /** Begins: finds every installation and repository and sweeps each of them. Tried again where it fails. */
  start(): void {
    this.queue.wake('start', async () => {
      const app = this.clients.app();
      const installations = await app.paginate(app.rest.apps.listInstallations, { per_page: 100 });
      for (const { id: installation, created_at: at } of installations) {
        this.installed.set(installation, at);
        const client = this.clients.installation(installation);
        const repositories = await client.paginate(client.rest.apps.listReposAccessibleToInstallation, {
          per_page: 100,
        });
        for (const { owner, name } of present(repositories)) this.sweep({ installation, owner: owner.login, name });
      }
      this.log.info({ installations: installations.length }, 'Convenor is looking.');
      return { due: null };
    });
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

  /** When an installation was made: known from the start, else asked for once. */
  private async installedAt(installation: number): Promise<string> {
    const known = this.installed.get(installation);
    if (known !== undefined) return known;
    const { data } = await this.clients.app().rest.apps.getInstallation({ installation_id: installation });
    this.installed.set(installation, data.created_at);
    return data.created_at;
  }

  /** Makes the dashboard a while after a change; further changes in the meantime go into the same commit. */
  private dashboardSoon(place: Place): void {
    const key = `dashboard ${place.owner}/${place.name}`;
    if (this.dashboards.has(key)) return;
    this.dashboards.add(key);
    this.clock.at(this.clock.now().add({ seconds: DASHBOARD_SECONDS }), () => {
      this.dashboards.delete(key);
      this.queue.wake(key, async () => {
        const client = this.clients.installation(place.installation);
        await publishDashboard(client, { owner: place.owner, name: place.name }, this.memory(place));
        return { due: null };
      });
    });
  }
}
